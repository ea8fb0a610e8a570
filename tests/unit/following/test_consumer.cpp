#include "test_consumer.hpp"

#include <numeric>
#include <utility>

#include <gtest/gtest.h>

namespace langnghe::test {

using namespace eventstore;
using std::chrono::steady_clock;

Outcome TestConsumer::begin(const std::stop_token& /*stop*/) {
  const std::scoped_lock lock(mutex_);
  ++seen_.begins;
  changed_.notify_all();
  return {};
}

Position TestConsumer::checkpoint() const {
  const std::scoped_lock lock(mutex_);
  return {first + seen_.positions.size()};
}

Outcome TestConsumer::take(const Records& records) {
  std::size_t take = 0;
  {
    const std::scoped_lock lock(mutex_);
    take = seen_.takes.size();
    seen_.takes.push_back(steady_clock::now());
    seen_.thread = std::this_thread::get_id();
    changed_.notify_all();
  }
  if (before_take) {
    if (auto outcome = before_take(take); !outcome) {
      return outcome;
    }
  }
  return read(records);
}

NextCall TestConsumer::next_call() const {
  return next ? next() : NextCall{};
}

Outcome TestConsumer::finish(const Records& rest) {
  {
    const std::scoped_lock lock(mutex_);
    ++seen_.finishes;
  }
  return read(rest);
}

Outcome TestConsumer::read(const Records& records) {
  const auto visited = records.visit([&](Position position, std::string_view) {
    const std::scoped_lock lock(mutex_);
    seen_.positions.push_back(position.value);
    changed_.notify_all();
    return true;
  });
  return visited ? Outcome{} : std::unexpected(Failure{visited.error().context});
}

TestConsumer::Seen TestConsumer::seen() const {
  const std::scoped_lock lock(mutex_);
  return seen_;
}

bool TestConsumer::await(const std::function<bool(const Seen&)>& wanted) const {
  std::unique_lock lock(mutex_);
  return changed_.wait_for(lock, kLongEnough, [&] { return wanted(seen_); });
}

bool TestConsumer::await_positions(std::size_t count) const {
  return await([count](const Seen& seen) { return seen.positions.size() >= count; });
}

FollowingPlan TestConsumers::plan() {
  FollowingPlan plan;
  plan.consumer_of = [this](const LedgerId& ledger) {
    const std::scoped_lock lock(mutex_);
    auto& consumer = consumers_[ledger];
    consumer = std::make_unique<TestConsumer>();
    if (prepare) {
      prepare(*consumer);
    }
    came_.notify_all();
    return consumer.get();
  };
  plan.retry = {std::chrono::milliseconds(1), std::chrono::milliseconds(4)};
  return plan;
}

TestConsumer& TestConsumers::of(const LedgerId& ledger) {
  std::unique_lock lock(mutex_);
  EXPECT_TRUE(came_.wait_for(lock, kLongEnough, [&] { return consumers_.contains(ledger); }));
  return *consumers_.at(ledger);
}

void append(EventStore& store, const LedgerId& ledger, std::uint64_t first, std::uint64_t count) {
  for (std::uint64_t number = first; number < first + count; ++number) {
    auto made = commit("key-" + std::to_string(number), {event("stream", number)});
    made.ledger = ledger;
    const auto done = store.append(std::move(made));
    ASSERT_TRUE(done) << done.error().context;
  }
}

std::vector<std::uint64_t> positions_up_to(std::uint64_t count) {
  std::vector<std::uint64_t> positions(count);
  std::iota(positions.begin(), positions.end(), std::uint64_t{0});
  return positions;
}

ConsumerState await_state(const Supervisor& supervisor,
                          const std::function<bool(const ConsumerState&)>& wanted) {
  const auto deadline = steady_clock::now() + kLongEnough;
  while (steady_clock::now() < deadline) {
    const auto states = supervisor.states();
    if (states.size() == 1 && wanted(states.front())) {
      return states.front();
    }
    std::this_thread::yield();
  }
  ADD_FAILURE() << "no consumer came to the state that was waited for";
  return {};
}

}  // namespace langnghe::test
