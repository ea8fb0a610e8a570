#include <map>
#include <mutex>
#include <system_error>
#include <utility>

#include <search/people_search.hpp>

#include "people_index.hpp"
#include "people_marks.hpp"

namespace langnghe::search {

class PeopleSearch::Impl {
 public:
  Impl(eventstore::LedgerReader& store, eventstore::Vault& vault, std::filesystem::path directory)
      : store_(store), vault_(vault), directory_(std::move(directory)) {}

  void follow(eventstore::Supervisor& supervisor,
              std::function<void(const eventstore::ConsumerState&)> on_failure) {
    eventstore::FollowingPlan plan;
    plan.consumer_of = [this](const eventstore::LedgerId& ledger) { return make(ledger); };
    plan.threads = eventstore::FollowingThreads::one_for_all;
    plan.on_failure = std::move(on_failure);
    following_ = supervisor.follow(std::move(plan));
  }

  /// Null where the ledger is not followed yet.
  [[nodiscard]] PeopleIndex* find(const eventstore::LedgerId& ledger) {
    const std::scoped_lock lock(mutex_);
    const auto found = indexes_.find(ledger);
    return found == indexes_.end() ? nullptr : found->second.get();
  }

  /// Wakes the consumer for a fault that a reader met, also where no record comes.
  void wake(const eventstore::LedgerId& ledger) {
    if (following_) {
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
      made = std::make_unique<PeopleIndex>(store_, vault_, ledger,
                                           directory_ / (ledger.value + ".people.sqlite"));
    }
    return made.get();
  }

  eventstore::LedgerReader& store_;
  eventstore::Vault& vault_;
  const std::filesystem::path directory_;
  std::mutex mutex_;  ///< guards indexes_
  std::map<eventstore::LedgerId, std::unique_ptr<PeopleIndex>> indexes_;
  std::unique_ptr<eventstore::Following> following_;  // last: its consumers are those
};

PeopleSearch::PeopleSearch(eventstore::LedgerReader& store, eventstore::Vault& vault,
                           std::filesystem::path directory)
    : impl_(std::make_unique<Impl>(store, vault, std::move(directory))) {}

PeopleSearch::~PeopleSearch() = default;

void PeopleSearch::follow(eventstore::Supervisor& supervisor,
                          std::function<void(const eventstore::ConsumerState&)> on_failure) {
  impl_->follow(supervisor, std::move(on_failure));
}

bool PeopleSearch::wait_for(const eventstore::LedgerId& ledger, std::uint64_t size,
                            std::chrono::steady_clock::time_point deadline) {
  auto* const index = impl_->find(ledger);
  return index != nullptr && index->wait_for(size, deadline);
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
