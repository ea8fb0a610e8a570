// How far each consumer of a ledger is, as a monitor sees it.
#include <chrono>
#include <string>
#include <thread>

#include <gtest/gtest.h>

#include <following/supervisor.hpp>

#include "api/world.hpp"

namespace langnghe::api::spec {
namespace {

/// Takes two records and then no more.
class StuckConsumer final : public eventstore::Consumer {
 public:
  [[nodiscard]] std::string_view name() const override { return "stuck"; }
  [[nodiscard]] eventstore::Position checkpoint() const override { return {taken_}; }
  [[nodiscard]] eventstore::Outcome take(const eventstore::Records&) override {
    if (taken_ == 2) {
      return std::unexpected(eventstore::Failure{.what = "said by the test"});
    }
    ++taken_;
    return {};
  }

 private:
  std::uint64_t taken_ = 0;
};

std::string metrics_text_of(World& world, const eventstore::Supervisor& supervisor,
                            bool name_wards) {
  Limits limits;
  limits.metrics_name_wards = name_wards;
  Services services{
      {world.vault(), world.views(), world.accounts(), [] { return domain::Instant{}; }, limits},
      world.store()};
  services.following = &supervisor;
  Application application(std::move(services));
  Request request;
  request.target = "/metrics";
  request.peer = "127.0.0.1";
  return application.handle(request).body;
}

TEST(ConsumerMetrics, TellPositionLagAndFailuresOfEachConsumerOfEachLedger) {
  World world;
  world.found_ward();
  StuckConsumer consumer;
  eventstore::Supervisor supervisor(world.store());
  eventstore::FollowingPlan plan;
  plan.consumer_of = [&consumer](const eventstore::LedgerId&) { return &consumer; };
  plan.retry = {std::chrono::hours(1), std::chrono::hours(1)};
  const auto following = supervisor.follow(std::move(plan));
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  while (!supervisor.states().front().is_failing && std::chrono::steady_clock::now() < deadline) {
    std::this_thread::yield();
  }
  const auto size = world.store().known_size({std::string(kWard)});
  const auto named = metrics_text_of(world, supervisor, true);
  const auto numbered = metrics_text_of(world, supervisor, false);
  for (const auto& [text, ward] : {std::pair(named, std::string(kWard)), {numbered, "1"}}) {
    const auto labels = "{consumer=\"stuck\",ledger=\"" + ward + "\"} ";
    for (const auto& line :
         {"langnghe_consumer_position" + labels + "2\n",
          "langnghe_consumer_lag_records" + labels + std::to_string(size - 2) + "\n",
          "langnghe_consumer_failures_total" + labels + "1\n",
          "langnghe_consumer_failing" + labels + "1\n"}) {
      EXPECT_NE(text.find(line), std::string::npos) << line << text;
    }
  }
  EXPECT_EQ(numbered.find(kWard), std::string::npos);
  EXPECT_EQ(named.find("said by the test"), std::string::npos) << "words are for the log";
}

}  // namespace
}  // namespace langnghe::api::spec
