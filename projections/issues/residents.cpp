#include <string_view>
#include <utility>

#include <projections/dialogues.hpp>
#include <projections/residents.hpp>

#include "issues/issue_keys.hpp"
#include "issues/resident_keys.hpp"
#include "rows/row.hpp"
#include "running/row_cache.hpp"

namespace langnghe::projections::residents {

void apply(RowCache& cache, const Input& input, const domain::ResidentEvent& event) {
  const auto id = id_in<domain::ResidentId>(input.event.stream, kResidentKind);
  const auto key = std::string(kResidents) + id.value;
  auto& held = cache.make<ResidentRow>(key);
  held.id = id;
  domain::evolve(held.state, event);
  held.version = input.version;
  held.last = input.position;
}

std::optional<ResidentRow> find(const Snapshot& snapshot, const domain::ResidentId& id) {
  return row::read<ResidentRow>(snapshot.of(kView), std::string(kResidents) + id.value);
}

Page page(const Snapshot& snapshot, const std::string& from, std::size_t limit) {
  Page page;
  snapshot.of(kView).scan(kResidents, std::string(kResidents) + from,
                          [&](std::string_view key, std::string_view value) {
                            if (page.rows.size() == limit) {
                              page.next = key.substr(kResidents.size());
                              return false;
                            }
                            page.rows.push_back(row::from_bytes<ResidentRow>(value));
                            return true;
                          });
  return page;
}

std::vector<domain::IssueId> issues_of(const Snapshot& snapshot, const domain::ResidentId& id) {
  const auto prefix = issues::resident_prefix(id);
  std::vector<domain::IssueId> found;
  snapshot.of(issues::kName).scan(prefix, {}, [&](std::string_view key, std::string_view) {
    found.push_back({std::string(key.substr(prefix.size()))});
    return true;
  });
  return found;
}

}  // namespace langnghe::projections::residents
