// The second factor over HTTP: begun, turned on, asked for, turned off; nobody else's.
#include <string>

#include <gtest/gtest.h>

#include "accounts/one_time_codes.hpp"
#include "api/world.hpp"

namespace langnghe::api::spec {
namespace {

constexpr std::string_view kChosen = "mat-khau-du-dai";

class SecondFactor : public testing::Test {
 protected:
  SecondFactor() {
    world.found_ward();
    EXPECT_EQ(world.post("users/clerk/set-password", {{"password", kChosen}}, "admin").status(),
              204);
    world.give_token("clerk");
  }

  Answer sign_in(const Json& more = Json::object()) {
    Json body{{"user", "clerk"}, {"password", kChosen}};
    body.update(more);
    return world.post("session", body, "");
  }
  std::string code() {
    const domain::Instant moment = *domain::parse_instant(now);
    return hotp(*from_base32(secret), time_step_of(moment));
  }
  /// The clock goes on, so that the next code is another one.
  void go_on(const std::string& moment) {
    now = moment;
    world.set_clock(moment);
  }
  Json turn_on() {
    go_on("2021-01-05T08:00:00+07:00");
    const auto offer = world.post("session/second-factor", {{"password", kChosen}}, "clerk");
    EXPECT_EQ(offer.status(), 200) << offer.response.body;
    EXPECT_EQ(offer.header("Cache-Control"), "no-store");
    secret = offer.body["secret"].get<std::string>();
    EXPECT_NE(offer.body["uri"].get<std::string>().find("secret=" + secret), std::string::npos);
    const auto on = world.post("users/clerk/turn-on-second-factor", {{"code", code()}}, "clerk");
    EXPECT_EQ(on.status(), 200) << on.response.body;
    go_on("2021-01-05T08:01:00+07:00");
    return on.body["recovery_codes"];
  }

  World world;
  std::string now;
  std::string secret;
};

TEST_F(SecondFactor, IsASecondStepOfTheSignIn) {
  const auto recovery = turn_on();
  EXPECT_EQ(recovery.size(), 10u);
  const auto asked = sign_in();
  EXPECT_EQ(asked.status(), 401);
  EXPECT_EQ(asked.code(), "second_factor_required");
  EXPECT_EQ(asked.header("Set-Cookie"), "");
  EXPECT_EQ(sign_in({{"code", "000000"}}).code(), "wrong_second_factor");
  const auto good = code();
  EXPECT_EQ(sign_in({{"code", good}}).status(), 200);
  EXPECT_EQ(sign_in({{"code", good}}).code(), "wrong_second_factor");
  EXPECT_EQ(sign_in({{"code", recovery[0]}}).status(), 200);
  EXPECT_EQ(sign_in({{"code", recovery[0]}}).code(), "wrong_second_factor");
  const auto shown = world.get("users/clerk", "clerk").body["second_factor"];
  EXPECT_EQ(shown["recovery_codes_left"], 9);
  EXPECT_TRUE(world.get("users/chair", "admin").body["second_factor"].is_null());
}

TEST_F(SecondFactor, ItsOwnerTurnsItOffWithPasswordAndCode) {
  turn_on();
  const auto off = [&](const Json& body) {
    return world.post("users/clerk/turn-off-second-factor", body, "clerk");
  };
  EXPECT_EQ(off(Json::object()).code(), "second_factor_not_permitted");
  EXPECT_EQ(off({{"password", kChosen}}).code(), "second_factor_not_permitted");
  EXPECT_EQ(off({{"password", "sai-mat-khau-roi"}, {"code", code()}}).status(), 422);
  const auto wrong = off({{"password", kChosen}, {"code", "000000"}});
  EXPECT_EQ(wrong.status(), 422);
  EXPECT_EQ(wrong.body["errors"][0]["pointer"], "/code");
  EXPECT_EQ(off({{"password", kChosen}, {"code", code()}}).status(), 204);
  EXPECT_EQ(sign_in().status(), 200);
}

TEST_F(SecondFactor, AnAdministratorTurnsItOffForWhoLostTheDeviceAndThatIsSeen) {
  turn_on();
  EXPECT_EQ(world.post("users/clerk/turn-off-second-factor", Json::object(), "chair").code(),
            "second_factor_not_permitted");
  EXPECT_EQ(world.post("users/clerk/turn-off-second-factor", Json::object(), "admin").status(),
            204);
  const auto signed_in = sign_in();
  ASSERT_EQ(signed_in.status(), 200);
  const auto acts = world.get("supervision/account-acts?user=clerk", "supervisor").body["items"];
  EXPECT_EQ(acts[0]["act"], "user.second_factor_turned_off");
  EXPECT_EQ(acts[0]["by"], "admin");
  EXPECT_EQ(acts[1]["act"], "user.second_factor_turned_on");
  EXPECT_EQ(acts[1]["by"], "clerk");
}

TEST_F(SecondFactor, NobodyTurnsItOnForSomebodyElseOrWithoutThePassword) {
  EXPECT_EQ(
      world.post("session/second-factor", {{"password", "sai-mat-khau-roi"}}, "clerk").status(),
      422);
  EXPECT_EQ(world.post("session/second-factor", Json::object(), "clerk").status(), 422);
  EXPECT_EQ(world.post("session/second-factor", {{"password", kChosen}}, "").status(), 401);
  EXPECT_EQ(world.post("users/clerk/turn-on-second-factor", {{"code", "000000"}}, "admin").code(),
            "second_factor_not_permitted");
  const auto early = world.post("users/clerk/turn-on-second-factor", {{"code", "000000"}}, "clerk");
  EXPECT_EQ(early.status(), 422);
  turn_on();
  EXPECT_EQ(world.post("session/second-factor", {{"password", kChosen}}, "clerk").status(), 422);
}

TEST_F(SecondFactor, NoSecretIsInTheLedger) {
  const auto recovery = turn_on();
  EXPECT_NE(world.ledger_text().find("user.second_factor_turned_on"), std::string::npos);
  EXPECT_EQ(world.ledger_text().find(secret), std::string::npos);
  EXPECT_EQ(world.ledger_text().find(recovery[0].get<std::string>()), std::string::npos);
}

}  // namespace
}  // namespace langnghe::api::spec
