#include "live/recent_records.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include <ledger/record.hpp>

#include "access/record_sight.hpp"

namespace langnghe::api {
namespace {

constexpr std::size_t kKeptMax = 1'024;
/// Of one answer: a stream that is far behind is served in turns with the others.
constexpr std::uint64_t kReadMax = 256;

using Records = RecentRecords::Records;

eventstore::StoreError unreadable(std::uint64_t position) {
  return {eventstore::StoreErrorCode::corrupt,
          "a record cannot be read at position " + std::to_string(position),
          {},
          {}};
}

eventstore::StoreResult<Records> read_anew(eventstore::LedgerReader& store,
                                           const eventstore::LedgerId& ledger, std::uint64_t from,
                                           std::uint64_t count) {
  Records records;
  bool is_readable = true;
  const auto visited = store.visit_ledger(
      ledger, {from}, count, [&](eventstore::Position position, std::string_view bytes) {
        const auto view = eventstore::parse(bytes);
        const auto kind = view ? subject_of(view->stream) : std::nullopt;
        is_readable = kind.has_value();
        if (is_readable) {
          records.push_back(std::make_shared<const LiveRecord>(LiveRecord{
              position.value, *kind, std::string(view->stream), std::string(view->type),
              view->version.value, std::string(view->happened), std::string(view->recorded),
              std::string(view->user), std::string(view->role)}));
        }
        return is_readable;
      });
  if (!visited) {
    return std::unexpected(visited.error());
  }
  if (!is_readable) {
    return std::unexpected(unreadable(from + records.size()));
  }
  return records;
}

}  // namespace

RecentRecords::OfLedger& RecentRecords::of(const eventstore::LedgerId& ledger) {
  const std::lock_guard lock(mutex_);
  auto& found = ledgers_[ledger];
  if (!found) {
    found = std::make_unique<OfLedger>();
  }
  return *found;
}

eventstore::StoreResult<Records> RecentRecords::read(eventstore::LedgerReader& store,
                                                     const eventstore::LedgerId& ledger,
                                                     std::uint64_t from, std::uint64_t end) {
  end = std::min(end, from + kReadMax);
  auto& own = of(ledger);
  std::unique_lock lock(own.mutex);
  if (!own.kept.empty() && from < own.first) {
    const auto first = own.first;
    lock.unlock();
    return read_anew(store, ledger, from, std::min(end, first) - from);
  }
  const auto known = own.first + own.kept.size();
  if (own.kept.empty() || from > known) {
    own.kept.clear();
    own.first = from;
  }
  if (const auto begin = own.first + own.kept.size(); end > begin) {
    auto fresh = read_anew(store, ledger, begin, end - begin);
    if (!fresh) {
      return fresh;
    }
    std::ranges::move(*fresh, std::back_inserter(own.kept));
  }
  const auto at = std::min<std::size_t>(from - own.first, own.kept.size());
  const auto count = std::min<std::size_t>(end - from, own.kept.size() - at);
  const auto begin = own.kept.begin() + static_cast<std::ptrdiff_t>(at);
  Records records(begin, begin + static_cast<std::ptrdiff_t>(count));
  while (own.kept.size() > kKeptMax) {
    own.kept.pop_front();
    ++own.first;
  }
  return records;
}

}  // namespace langnghe::api
