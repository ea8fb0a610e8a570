#include <utility>

#include <search/people_search.hpp>

#include "ledger_indexes.hpp"
#include "people_index.hpp"
#include "people_marks.hpp"

namespace langnghe::search {

class PeopleSearch::Impl : public LedgerIndexes<PeopleIndex> {
 public:
  Impl(eventstore::LedgerReader& store, eventstore::Vault& vault, std::filesystem::path directory)
      : LedgerIndexes(std::move(directory), [&store, &vault](const eventstore::LedgerId& ledger,
                                                             const std::filesystem::path& folder) {
          return std::make_unique<PeopleIndex>(store, vault, ledger,
                                               folder / (ledger.value + ".people.sqlite"));
        }) {}
};

PeopleSearch::PeopleSearch(eventstore::LedgerReader& store, eventstore::Vault& vault,
                           std::filesystem::path directory)
    : impl_(std::make_unique<Impl>(store, vault, std::move(directory))) {}

PeopleSearch::~PeopleSearch() = default;

void PeopleSearch::follow(eventstore::Supervisor& supervisor,
                          std::function<void(const eventstore::ConsumerState&)> on_failure) {
  eventstore::FollowingPlan plan;
  plan.threads = eventstore::FollowingThreads::one_for_all;
  plan.on_failure = std::move(on_failure);
  impl_->follow(supervisor, std::move(plan));
}

bool PeopleSearch::wait_for(const eventstore::LedgerId& ledger, std::uint64_t size,
                            std::chrono::steady_clock::time_point deadline) {
  return impl_->wait_for(ledger, size, deadline);
}

bool PeopleSearch::is_query(std::string_view text) {
  const auto words = words_asked(text);
  return !words.names.empty() || !words.phones.empty();
}

std::expected<std::vector<domain::ResidentId>, SearchFault> PeopleSearch::find(
    const eventstore::LedgerId& ledger, std::uint64_t size, std::string_view text) {
  auto* const index = impl_->find(ledger);
  if (index == nullptr) {
    return std::unexpected(SearchFault::not_ready);
  }
  auto found = index->find(size, text);
  if (!found && found.error() == SearchFault::unavailable) {
    impl_->wake(ledger);
  }
  return found;
}

}  // namespace langnghe::search
