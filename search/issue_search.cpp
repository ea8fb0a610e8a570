#include <utility>

#include <search/issue_search.hpp>

#include "ledger_index.hpp"
#include "ledger_indexes.hpp"

namespace langnghe::search {

class IssueSearch::Impl : public LedgerIndexes<LedgerIndex> {
 public:
  Impl(eventstore::LedgerReader& store, std::filesystem::path directory)
      : LedgerIndexes(std::move(directory), [&store](const eventstore::LedgerId& ledger,
                                                     const std::filesystem::path& folder) {
          return std::make_unique<LedgerIndex>(store, ledger, folder / (ledger.value + ".sqlite"));
        }) {}

  void after_reading(const LedgerIndex& index, const eventstore::LedgerId& ledger) {
    if (index.is_damaged()) {
      wake(ledger);
    }
  }
};

IssueSearch::IssueSearch(eventstore::LedgerReader& store, std::filesystem::path directory)
    : impl_(std::make_unique<Impl>(store, std::move(directory))) {}

IssueSearch::~IssueSearch() = default;

void IssueSearch::follow(eventstore::Supervisor& supervisor,
                         std::function<void(const eventstore::ConsumerState&)> on_failure) {
  eventstore::FollowingPlan plan;
  plan.on_failure = std::move(on_failure);
  impl_->follow(supervisor, std::move(plan));
}

bool IssueSearch::wait_for(const eventstore::LedgerId& ledger, std::uint64_t size,
                           std::chrono::steady_clock::time_point deadline) {
  return impl_->wait_for(ledger, size, deadline);
}

std::expected<std::vector<domain::IssueId>, SearchFault> IssueSearch::find(
    const eventstore::LedgerId& ledger, std::uint64_t size, const WordQuery& query) {
  auto* const index = impl_->find(ledger);
  if (index == nullptr) {
    return std::unexpected(SearchFault::not_ready);
  }
  auto found = index->find(size, query);
  impl_->after_reading(*index, ledger);
  return found;
}

std::expected<std::vector<Likeness>, SearchFault> IssueSearch::like(
    const eventstore::LedgerId& ledger, std::uint64_t size, const LikenessAsked& asked) {
  auto* const index = impl_->find(ledger);
  if (index == nullptr) {
    return std::unexpected(SearchFault::not_ready);
  }
  auto found = index->like(size, asked);
  impl_->after_reading(*index, ledger);
  return found;
}

}  // namespace langnghe::search
