// Live streams as a monitor sees them.
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "api/world.hpp"

namespace langnghe::api::spec {
namespace {

class LiveCounted : public testing::Test {
 protected:
  LiveCounted() { world.found_ward(); }

  int told(const std::string& name) {
    const auto text = world.get("/metrics", "").response.body;
    const auto at = text.find('\n' + name + ' ');
    return at == std::string::npos ? -1 : std::stoi(text.substr(at + name.size() + 2));
  }
  /// Everything that has come on the stream.
  std::string read(EventSource& source) {
    static_cast<void>(world.views());
    std::string text;
    for (bool more = true; more;) {
      const auto batch = source.take();
      more = batch && batch->has_more;
      text += batch ? batch->text : "";
    }
    return text;
  }

  World world;
};

TEST_F(LiveCounted, OpenAndWhatTheyWereTold) {
  EXPECT_EQ(told("langnghe_live_streams"), 0);
  {
    const auto stream = world.get("live", "cchc");
    auto& source = *stream.response.events;
    EXPECT_NE(read(source).find("begin"), std::string::npos);
    EXPECT_EQ(told("langnghe_live_streams"), 1);
    EXPECT_EQ(told("langnghe_live_records_sent_total"), 0);
    const auto before = world.size();
    world.act("users/u-1/register", {{"display_name", "Người dùng"}}, "admin");
    EXPECT_NE(read(source).find("user.registered"), std::string::npos);
    EXPECT_EQ(told("langnghe_live_records_sent_total"), static_cast<int>(world.size() - before));
  }
  EXPECT_EQ(told("langnghe_live_streams"), 0);
  EXPECT_EQ(told("langnghe_live_streams_opened_total"), 1);
}

TEST_F(LiveCounted, EndedByTheServerAndWhy) {
  const auto stream = world.get("live", "cchc");
  static_cast<void>(read(*stream.response.events));
  world.act("users/cchc/grant-role", {{"role", "clerk"}, {"khoms", Json::array()}}, "admin");
  EXPECT_NE(read(*stream.response.events).find("rights_changed"), std::string::npos);
  EXPECT_EQ(told("langnghe_live_streams_ended_total{reason=\"rights_changed\"}"), 1);
  EXPECT_EQ(told("langnghe_live_streams_ended_total{reason=\"behind\"}"), 0);
}

TEST_F(LiveCounted, TurnedAway) {
  std::vector<Answer> open;
  for (std::size_t i = 0; i <= Limits{}.event_streams_per_user_max; ++i) {
    open.push_back(world.get("live", "chair"));
  }
  EXPECT_EQ(open.back().code(), "too_many_streams");
  EXPECT_EQ(told("langnghe_live_streams_turned_away_total"), 1);
  EXPECT_EQ(told("langnghe_live_streams"), static_cast<int>(Limits{}.event_streams_per_user_max));
}

}  // namespace
}  // namespace langnghe::api::spec
