#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>
#include <tuple>
#include <utility>

#include <following/supervisor.hpp>

#include "course.hpp"
#include "worker.hpp"

namespace langnghe::eventstore {
namespace {

/// The store does not announce new ledgers; a ledger comes into being once.
constexpr std::chrono::milliseconds kLookForLedgersEvery{200};

/// All consumers of one plan.
class Kind {
 public:
  Kind(LedgerReader& store, FollowingPlan plan) : store_(store), plan_(std::move(plan)) {}

  void look_for_ledgers() {
    const std::scoped_lock looking(looking_);
    if (!is_stopped_) {
      look();
    }
  }

  void stop() {
    const std::scoped_lock looking(looking_);
    if (!std::exchange(is_stopped_, true)) {
      look();  // a ledger that came into being since the last look is finished too
      for (const auto& worker : workers_) {
        worker->request_stop();
      }
      for (const auto& worker : workers_) {
        worker->join();
      }
    }
  }

  void wake(const LedgerId& ledger) {
    const std::scoped_lock lock(mutex_);
    for (const auto& worker : workers_) {
      worker->wake(ledger);
    }
  }

  void add_states(std::vector<ConsumerState>& states) const {
    const std::scoped_lock lock(mutex_);
    for (const auto& [ledger, course] : courses_) {
      states.push_back(course->state());
    }
  }

 private:
  void look() {
    for (const auto& ledger : store_.known_ledgers()) {
      if (courses_.contains(ledger)) {
        continue;
      }
      Consumer* const consumer = plan_.consumer_of(ledger);
      if (consumer == nullptr) {
        continue;
      }
      auto course = std::make_shared<Course>(store_, ledger, *consumer, plan_);
      const std::scoped_lock lock(mutex_);
      courses_.emplace(ledger, course);
      if (workers_.empty() || plan_.threads == FollowingThreads::one_per_ledger) {
        workers_.push_back(std::make_unique<Worker>(store_, plan_));
      }
      workers_.back()->add(std::move(course));
    }
  }

  LedgerReader& store_;
  const FollowingPlan plan_;
  std::mutex looking_;  ///< held while ledgers are looked for; taken before mutex_
  bool is_stopped_ = false;
  mutable std::mutex mutex_;  ///< guards what follows; only looking adds to it
  std::map<LedgerId, std::shared_ptr<Course>> courses_;  // shared with the workers
  std::vector<std::unique_ptr<Worker>> workers_;
};

}  // namespace

class Supervisor::Impl {
 public:
  explicit Impl(LedgerReader& store) : store_(store) {}

  [[nodiscard]] std::shared_ptr<Kind> add(FollowingPlan plan) {
    auto kind = std::make_shared<Kind>(store_, std::move(plan));
    kind->look_for_ledgers();
    const std::scoped_lock lock(mutex_);
    kinds_.push_back(kind);
    if (!lookout_.joinable()) {
      lookout_ = std::jthread([this](const std::stop_token& stop) { look_out(stop); });
    }
    return kind;
  }

  void remove(const std::shared_ptr<Kind>& kind) {
    const std::scoped_lock lock(mutex_);
    std::erase(kinds_, kind);
  }

  [[nodiscard]] std::vector<std::shared_ptr<Kind>> kinds() const {
    const std::scoped_lock lock(mutex_);
    return kinds_;
  }

 private:
  void look_out(const std::stop_token& stop) {
    std::mutex own;
    std::condition_variable_any never;
    std::unique_lock lock(own);
    while (!never.wait_for(lock, stop, kLookForLedgersEvery, [] { return false; }) &&
           !stop.stop_requested()) {
      for (const auto& kind : kinds()) {
        kind->look_for_ledgers();
      }
    }
  }

  LedgerReader& store_;
  mutable std::mutex mutex_;                  ///< guards kinds_
  std::vector<std::shared_ptr<Kind>> kinds_;  // shared with the lookout while it looks
  std::jthread lookout_;                      // last: uses all of the above
};

namespace {

/// `Remove` takes the kind out of its supervisor.
template <class Remove>
class RunningKind final : public Following {
 public:
  RunningKind(std::shared_ptr<Kind> kind, Remove remove)
      : kind_(std::move(kind)), remove_(std::move(remove)) {}
  ~RunningKind() override {
    kind_->stop();
    remove_(kind_);
  }

  void stop() override { kind_->stop(); }
  void wake(const LedgerId& ledger) override { kind_->wake(ledger); }

 private:
  std::shared_ptr<Kind> kind_;
  Remove remove_;
};

}  // namespace

Supervisor::Supervisor(LedgerReader& store) : impl_(std::make_unique<Impl>(store)) {}

Supervisor::~Supervisor() = default;

std::unique_ptr<Following> Supervisor::follow(FollowingPlan plan) {
  auto remove = [impl = impl_.get()](const std::shared_ptr<Kind>& kind) { impl->remove(kind); };
  return std::make_unique<RunningKind<decltype(remove)>>(impl_->add(std::move(plan)), remove);
}

std::vector<ConsumerState> Supervisor::states() const {
  std::vector<ConsumerState> states;
  for (const auto& kind : impl_->kinds()) {
    kind->add_states(states);
  }
  std::ranges::sort(states, {}, [](const ConsumerState& state) {
    return std::tie(state.consumer, state.ledger.value);
  });
  return states;
}

}  // namespace langnghe::eventstore
