#include "live/live_streams.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include <log/log.hpp>

#include "live/live_consumer.hpp"

namespace langnghe::api {

LiveStreams::LiveStreams() = default;
LiveStreams::~LiveStreams() = default;

LiveStreams::Place::~Place() {
  const std::lock_guard lock(streams_.mutex_);
  streams_.open_.erase(number_);
}

void LiveStreams::Place::when_more(std::function<void()> wake) {
  const std::lock_guard lock(streams_.mutex_);
  streams_.open_.at(number_).wake = std::move(wake);
}

std::unique_ptr<LiveStreams::Place> LiveStreams::enter(const eventstore::LedgerId& ledger,
                                                       const domain::UserId& user,
                                                       std::size_t most) {
  const std::lock_guard lock(mutex_);
  const auto present = std::ranges::count_if(open_, [&](const auto& one) {
    return one.second.user == user && one.second.ledger == ledger;
  });
  if (static_cast<std::size_t>(present) >= most) {
    ++counts_.turned_away;
    return nullptr;
  }
  ++counts_.opened;
  open_.emplace(++number_, Open{ledger, user, {}});
  return std::make_unique<Place>(*this, number_);
}

std::size_t LiveStreams::open() const {
  const std::lock_guard lock(mutex_);
  return open_.size();
}

void LiveStreams::wake(const eventstore::LedgerId& ledger) {
  const std::lock_guard lock(mutex_);
  for (const auto& [number, open] : open_) {
    if (open.wake && open.ledger == ledger) {
      open.wake();
    }
  }
}

void LiveStreams::wake(const eventstore::LedgerId& ledger, const domain::UserId& user) {
  const std::lock_guard lock(mutex_);
  for (const auto& [number, open] : open_) {
    if (open.wake && open.ledger == ledger && open.user == user) {
      open.wake();
    }
  }
}

std::unique_ptr<eventstore::Following> LiveStreams::follow(eventstore::Supervisor& supervisor,
                                                           projections::Views& views) {
  eventstore::FollowingPlan plan;
  plan.consumer_of = [this, &views](const eventstore::LedgerId& ledger) {
    auto& consumer = consumers_[ledger];
    consumer = std::make_unique<LiveConsumer>(views, ledger, [this, ledger] { wake(ledger); });
    return consumer.get();
  };
  plan.threads = eventstore::FollowingThreads::one_for_all;
  plan.records_max = std::numeric_limits<std::uint32_t>::max();  // it reads none of them
  plan.on_failure = [](const eventstore::ConsumerState& state) {
    log::error(state.consumer + ": " + state.failure, state.ledger.value);
  };
  return supervisor.follow(std::move(plan));
}

}  // namespace langnghe::api
