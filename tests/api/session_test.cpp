#include <gtest/gtest.h>

#include "api/world.hpp"

namespace langnghe::api::spec {
namespace {

constexpr std::string_view kPassword = "mat-khau-du-dai";

struct SignedIn {
  std::string cookie;
  std::string csrf;
};

class Session : public testing::Test {
 protected:
  Session() {
    world.found_ward();
    EXPECT_EQ(world.post("users/cchc/set-password", {{"password", kPassword}}, "admin").status(),
              204);
    world.give_token("cchc");  // a new password took the one it had
  }

  SignedIn sign_in() {
    const auto answer = world.post("session", {{"user", "cchc"}, {"password", kPassword}}, "");
    EXPECT_EQ(answer.status(), 200) << answer.response.body;
    const auto set = answer.header("Set-Cookie");
    return {set.substr(0, set.find(';')), answer.body.value("csrf_token", std::string{})};
  }

  World world;
};

TEST_F(Session, ACookieIsHiddenFromScriptsAndOtherSites) {
  const auto answer = world.post("session", {{"user", "cchc"}, {"password", kPassword}}, "",
                                 {{"x-forwarded-proto", "https"}});
  const auto set = answer.header("Set-Cookie");
  for (const auto* part :
       {"langnghe_session=", "HttpOnly", "SameSite=Strict", "Path=/", "Secure"}) {
    EXPECT_NE(set.find(part), std::string::npos) << set;
  }
  const auto plain = world.post("session", {{"user", "cchc"}, {"password", kPassword}}, "");
  EXPECT_EQ(plain.header("Set-Cookie").find("Secure"), std::string::npos);
}

TEST_F(Session, TheCookieReadsAndTheTokenOfThePageLetsItWrite) {
  const auto signed_in = sign_in();
  const auto session = world.get("session", "", {{"cookie", signed_in.cookie}});
  ASSERT_EQ(session.status(), 200);
  EXPECT_EQ(session.body["user"], "cchc");
  EXPECT_EQ(session.body["csrf_token"], signed_in.csrf);

  const Json body{{"dialogue", "d-9"},
                  {"khom", "tan-my"},
                  {"date", "2021-03-01"},
                  {"start", "08:00"},
                  {"venue", {{"kind", "khom_office"}, {"place", "VP"}}},
                  {"format", "dialogue"},
                  {"chair", "of-chair"}};
  const auto forged = world.post("dialogues", body, "", {{"cookie", signed_in.cookie}});
  EXPECT_EQ(forged.status(), 403);
  EXPECT_EQ(forged.code(), "csrf_token_missing");
  const auto own = world.post("dialogues", body, "",
                              {{"cookie", signed_in.cookie}, {"x-csrf-token", signed_in.csrf}});
  EXPECT_EQ(own.status(), 201) << own.response.body;
}

TEST_F(Session, SigningOutEndsTheCookie) {
  const auto signed_in = sign_in();
  const auto ended = world.send(Method::delete_, "session", "", {},
                                {{"cookie", signed_in.cookie}, {"x-csrf-token", signed_in.csrf}});
  EXPECT_EQ(ended.status(), 204);
  EXPECT_EQ(world.get("session", "", {{"cookie", signed_in.cookie}}).status(), 401);
}

TEST_F(Session, AWrongPasswordIsRefusedAndAtLastThrottled) {
  const Json wrong{{"user", "cchc"}, {"password", "khong-phai-mat-khau"}};
  const auto first = world.post("session", wrong, "");
  EXPECT_EQ(first.status(), 401);
  EXPECT_EQ(first.code(), "wrong_credentials");
  EXPECT_FALSE(first.header("WWW-Authenticate").empty());
  int status = 401;
  for (int i = 0; i < 20 && status == 401; ++i) {
    status = world.post("session", wrong, "").status();
  }
  EXPECT_EQ(status, 429);
}

TEST_F(Session, ADisabledAccountHasNoWayIn) {
  world.act("users/cchc/disable", {{"reason", "Nghỉ việc"}}, "admin");
  EXPECT_EQ(world.get("issues").code(), "account_disabled");
  const auto answer = world.post("session", {{"user", "cchc"}, {"password", kPassword}}, "");
  EXPECT_EQ(answer.status(), 403);
  EXPECT_TRUE(answer.header("Set-Cookie").empty());
}

TEST_F(Session, ARoleThatIsRevokedIsGoneWithTheNextRequest) {
  ASSERT_EQ(world.get("issues").status(), 200);
  world.act("users/cchc/revoke-role", {{"role", "cchc_officer"}}, "admin");
  const auto answer = world.get("issues");
  EXPECT_EQ(answer.status(), 403);
  EXPECT_EQ(answer.code(), "account_without_role");
}

TEST_F(Session, OnesOwnPasswordNeedsTheOldOne) {
  const Json fresh{{"password", "mat-khau-moi-hon"}};
  EXPECT_EQ(world.post("users/cchc/set-password", fresh, "cchc").code(),
            "password_change_not_permitted");
  auto with_old = fresh;
  with_old["old_password"] = kPassword;
  EXPECT_EQ(world.post("users/cchc/set-password", with_old, "cchc").status(), 204);
  world.give_token("cchc");
  EXPECT_EQ(world.post("users/chair/set-password", with_old, "cchc").status(), 403);
  EXPECT_EQ(world.post("users/cchc/set-password", {{"password", "ngan"}}, "admin").status(), 422);
  EXPECT_EQ(world.post("users/nobody/set-password", fresh, "admin").status(), 404);
  EXPECT_EQ(world.ledger_text().find("mat-khau"), std::string::npos);
}

TEST_F(Session, WhoIAm) {
  const auto me = world.get("me", "head");
  EXPECT_EQ(me.body["user"], "head");
  EXPECT_EQ(me.body["sees_all_khoms"], false);
  EXPECT_EQ(me.body["roles"][0]["khoms"][0], "tan-my");
  EXPECT_EQ(me.body["today"], "2021-01-05");
}

TEST_F(Session, OnlyAdministratorsListAccounts) {
  const auto users = world.get("users", "admin");
  ASSERT_EQ(users.status(), 200);
  EXPECT_EQ(users.body["items"].size(), 8u);
  EXPECT_EQ(world.get("users", "chair").status(), 403);
}

}  // namespace
}  // namespace langnghe::api::spec
