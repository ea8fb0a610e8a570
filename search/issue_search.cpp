#include <map>
#include <mutex>
#include <system_error>
#include <utility>

#include <search/issue_search.hpp>

#include "ledger_index.hpp"

namespace langnghe::search {

class IssueSearch::Impl {
 public:
  Impl(eventstore::LedgerReader& store, std::filesystem::path directory)
      : store_(store), directory_(std::move(directory)) {}

  void follow(eventstore::Supervisor& supervisor,
              std::function<void(const eventstore::ConsumerState&)> on_failure) {
    eventstore::FollowingPlan plan;
    plan.consumer_of = [this](const eventstore::LedgerId& ledger) { return make(ledger); };
    plan.on_failure = std::move(on_failure);
    following_ = supervisor.follow(std::move(plan));
  }

  /// Null where the ledger is not followed yet.
  [[nodiscard]] LedgerIndex* find(const eventstore::LedgerId& ledger) {
    const std::scoped_lock lock(mutex_);
    const auto found = indexes_.find(ledger);
    return found == indexes_.end() ? nullptr : found->second.get();
  }

  /// Wakes the consumer for a fault that a reader met, also where no record comes.
  void after_reading(const LedgerIndex& index, const eventstore::LedgerId& ledger) {
    if (index.is_damaged() && following_) {
      following_->wake(ledger);
    }
  }

 private:
  /// Null where the folder cannot be made: it is asked for again.
  eventstore::Consumer* make(const eventstore::LedgerId& ledger) {
    std::error_code error;
    std::filesystem::create_directories(directory_, error);
    if (error) {
      return nullptr;
    }
    const std::scoped_lock lock(mutex_);
    auto& made = indexes_[ledger];
    if (!made) {
      made = std::make_unique<LedgerIndex>(store_, ledger, directory_ / (ledger.value + ".sqlite"));
    }
    return made.get();
  }

  eventstore::LedgerReader& store_;
  const std::filesystem::path directory_;
  std::mutex mutex_;  ///< guards indexes_
  std::map<eventstore::LedgerId, std::unique_ptr<LedgerIndex>> indexes_;
  std::unique_ptr<eventstore::Following> following_;  // last: its consumers are those
};

IssueSearch::IssueSearch(eventstore::LedgerReader& store, std::filesystem::path directory)
    : impl_(std::make_unique<Impl>(store, std::move(directory))) {}

IssueSearch::~IssueSearch() = default;

void IssueSearch::follow(eventstore::Supervisor& supervisor,
                         std::function<void(const eventstore::ConsumerState&)> on_failure) {
  impl_->follow(supervisor, std::move(on_failure));
}

bool IssueSearch::wait_for(const eventstore::LedgerId& ledger, std::uint64_t size,
                           std::chrono::steady_clock::time_point deadline) {
  auto* const index = impl_->find(ledger);
  return index != nullptr && index->wait_for(size, deadline);
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
