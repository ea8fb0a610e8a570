#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include <following/supervisor.hpp>
#include <ledger/memory_store.hpp>

#include "commit_builder.hpp"

namespace langnghe::test {

inline constexpr std::chrono::seconds kLongEnough{20};

/// Remembers what it is handed and does what the test tells it. What the test sets before it is
/// followed needs no lock.
class TestConsumer final : public eventstore::Consumer {
 public:
  /// Asked before each take with the number of takes so far; its answer is that of the take.
  std::function<eventstore::Outcome(std::size_t take)> before_take{};
  std::function<eventstore::NextCall()> next{};
  std::uint64_t first = 0;  ///< the checkpoint it begins with

  [[nodiscard]] std::string_view name() const override { return "test"; }
  [[nodiscard]] eventstore::Outcome begin(const std::stop_token& stop) override;
  [[nodiscard]] eventstore::Position checkpoint() const override;
  [[nodiscard]] eventstore::Outcome take(const eventstore::Records& records) override;
  [[nodiscard]] eventstore::NextCall next_call() const override;
  [[nodiscard]] eventstore::Outcome finish(const eventstore::Records& rest) override;

  struct Seen {
    std::vector<std::uint64_t> positions;
    std::vector<std::chrono::steady_clock::time_point> takes;
    std::size_t begins = 0;
    std::size_t finishes = 0;
    std::thread::id thread;  ///< of the last take
  };
  [[nodiscard]] Seen seen() const;
  /// Waits until what was seen is as wanted; false when it takes too long.
  [[nodiscard]] bool await(const std::function<bool(const Seen&)>& wanted) const;
  [[nodiscard]] bool await_positions(std::size_t count) const;

 private:
  [[nodiscard]] eventstore::Outcome read(const eventstore::Records& records);

  mutable std::mutex mutex_;  ///< guards seen_
  mutable std::condition_variable changed_;
  Seen seen_;
};

/// A consumer for each ledger that comes.
class TestConsumers {
 public:
  /// Called for each new one before it is followed.
  std::function<void(TestConsumer&)> prepare{};

  [[nodiscard]] eventstore::FollowingPlan plan();
  /// Waits until the ledger is followed.
  [[nodiscard]] TestConsumer& of(const eventstore::LedgerId& ledger);

 private:
  std::mutex mutex_;  ///< guards consumers_
  std::condition_variable came_;
  std::map<eventstore::LedgerId, std::unique_ptr<TestConsumer>> consumers_;
};

/// Appends commits of one record each, numbered from `first` on.
void append(eventstore::EventStore& store, const eventstore::LedgerId& ledger, std::uint64_t first,
            std::uint64_t count);

/// 0, 1, 2 … of so many records.
[[nodiscard]] std::vector<std::uint64_t> positions_up_to(std::uint64_t count);

/// Waits until the state of the only consumer is as wanted, and answers it.
[[nodiscard]] eventstore::ConsumerState await_state(
    const eventstore::Supervisor& supervisor,
    const std::function<bool(const eventstore::ConsumerState&)>& wanted);

}  // namespace langnghe::test
