// Ways into an account: nobody opens one unseen, and no stranger closes one.
#include <algorithm>
#include <fstream>
#include <string>

#include <gtest/gtest.h>

#include <api/account_acts.hpp>
#include <api/file_accounts.hpp>

#include "accounts/account_book.hpp"
#include "api/world.hpp"

namespace langnghe::api::spec {
namespace {

constexpr std::string_view kChosen = "mat-khau-du-dai";
const domain::UserId kChair{"chair"};

/// The cookies a browser keeps.
struct Browser {
  std::string session;
  std::string csrf;
  std::string device;  ///< name and value
  Json answer;
  int status = 0;
};

class WaysIn : public testing::Test {
 protected:
  WaysIn() { world.found_ward(); }

  void set_password(const std::string& user, std::string_view password = kChosen) {
    EXPECT_EQ(
        world.post("users/" + user + "/set-password", {{"password", password}}, "admin").status(),
        204);
  }

  Browser sign_in(std::string_view user, std::string_view password = kChosen,
                  const std::string& device = {}) {
    const auto answer = world.post("session", {{"user", user}, {"password", password}}, "",
                                   device.empty() ? Headers{} : Headers{{"cookie", device}});
    Browser browser{{}, answer.body.value("csrf_token", ""), device, answer.body, answer.status()};
    for (const auto& [name, value] : answer.response.headers) {
      const auto pair = value.substr(0, value.find(';'));
      if (name == "Set-Cookie" && value.starts_with("langnghe_session=")) {
        browser.session = pair;
      } else if (name == "Set-Cookie") {
        EXPECT_TRUE(value.starts_with("langnghe_device_")) << value;
        EXPECT_NE(value.find("HttpOnly"), std::string::npos);
        EXPECT_NE(value.find("Path=/api/v1/wards/tan-quy-dong/session;"), std::string::npos);
        browser.device = pair;
      }
    }
    return browser;
  }

  [[nodiscard]] Json news(const Browser& browser) {
    return world.get("session", "", {{"cookie", browser.session}}).body["since_last_sign_in"];
  }

  /// The acts on an account that the ledger holds, by their record.
  Json recorded(std::string_view type) {
    auto found = Json::array();
    const auto items = world.get("events?limit=500", "supervisor").body["items"];
    for (const auto& item : items) {
      if (item["record"]["type"] == type) {
        found.push_back(item["record"]);
        found.back().update(item["record"]["actor"]);  // its user and role beside the rest
      }
    }
    return found;
  }

  World world;
};

TEST_F(WaysIn, APasswordSetForSomebodyIsRecordedAndShownToThem) {
  set_password("chair");
  const auto acts = recorded("user.password_set");
  ASSERT_EQ(acts.size(), 1u);
  EXPECT_EQ(acts[0]["stream"], "user-chair");
  EXPECT_EQ(acts[0]["user"], "admin");
  EXPECT_EQ(acts[0]["role"], "admin");
  EXPECT_EQ(acts[0]["data"], (Json{{"means", "administrator"}}));
  EXPECT_EQ(world.ledger_text().find(kChosen), std::string::npos);

  const auto first = sign_in("chair");
  ASSERT_EQ(first.status, 200);
  const auto& told = first.answer["since_last_sign_in"];
  EXPECT_TRUE(told["last_sign_in"].is_null());
  EXPECT_EQ(told["account_acts"][0]["act"], "user.password_set");
  EXPECT_EQ(told["account_acts"][0]["by"], "admin");
  EXPECT_EQ(told["account_acts"][0]["detail"], "administrator");
  EXPECT_EQ(news(first), told) << "as long as the session lives";

  world.set_clock("2021-01-06T08:00:00+07:00");
  const auto second = sign_in("chair", kChosen, first.device);
  EXPECT_EQ(second.answer["since_last_sign_in"]["account_acts"].size(), 0u);
  EXPECT_EQ(second.answer["since_last_sign_in"]["last_sign_in"], "2021-01-05T08:00:00+07:00");
  world.set_clock("2021-01-07T08:00:00+07:00");
  set_password("chair", "mat-khau-cua-ke-khac");
  const auto third = sign_in("chair", "mat-khau-cua-ke-khac", second.device);
  ASSERT_EQ(third.answer["since_last_sign_in"]["account_acts"].size(), 1u);
  EXPECT_EQ(third.answer["since_last_sign_in"]["account_acts"][0]["by"], "admin");
}

TEST_F(WaysIn, SupervisorsReadWhoOpenedWhichWay) {
  set_password("chair");
  ASSERT_EQ(world.post("users/clerk/make-sign-in-link", Json::object(), "admin").status(), 201);
  const auto acts = world.get("supervision/account-acts?limit=2", "supervisor").body["items"];
  ASSERT_EQ(acts.size(), 2u);
  EXPECT_EQ(acts[0]["act"], "user.sign_in_link_made");
  EXPECT_EQ(acts[0]["user"], "clerk");
  EXPECT_EQ(acts[0]["expires"], "2021-01-06T08:00:00+07:00");
  EXPECT_EQ(acts[1]["act"], "user.password_set");
  const auto own = world.get("supervision/account-acts?user=chair", "supervisor").body["items"];
  for (const auto& act : own) {
    EXPECT_EQ(act["user"], "chair");
  }
  EXPECT_EQ(own[0]["act"], "user.password_set");
}

TEST_F(WaysIn, ALinkTakesThePlaceOfAPasswordThatSomebodyElseKnows) {
  const auto made = world.post("users/chair/make-sign-in-link", Json::object(), "admin");
  ASSERT_EQ(made.status(), 201) << made.response.body;
  EXPECT_EQ(made.header("Cache-Control"), "no-store");
  const auto code = made.body["code"].get<std::string>();
  EXPECT_NE(made.body["path"].get<std::string>().find(code), std::string::npos);
  EXPECT_EQ(world.ledger_text().find(code), std::string::npos);
  const auto use = [&](std::string_view user, std::string_view given, std::string_view password) {
    return world.post("session/sign-in-link",
                      {{"user", user}, {"code", given}, {"password", password}}, "");
  };
  EXPECT_EQ(use("clerk", code, kChosen).code(), "wrong_credentials");
  EXPECT_EQ(use("nobody", code, kChosen).code(), "wrong_credentials");
  EXPECT_EQ(use("chair", code + "x", kChosen).code(), "wrong_credentials");
  EXPECT_EQ(use("chair", code, "ngan").status(), 422);
  const auto used = use("chair", code, kChosen);
  EXPECT_EQ(used.status(), 204) << used.response.body;
  EXPECT_EQ(use("chair", code, "mat-khau-lan-hai").code(), "wrong_credentials");
  const auto acts = recorded("user.password_set");
  ASSERT_EQ(acts.size(), 1u);
  EXPECT_EQ(acts[0]["user"], "chair");
  EXPECT_EQ(acts[0]["role"], "chair");
  EXPECT_EQ(acts[0]["data"]["means"], "sign_in_link");
  EXPECT_EQ(sign_in("chair").status, 200);
  for (const auto* user : {"chair", "cchc", "clerk", "supervisor", "head"}) {
    world.give_token(user);
    EXPECT_EQ(world.post("users/clerk/make-sign-in-link", Json::object(), user).code(),
              "role_not_permitted");
  }
  EXPECT_EQ(world.post("users/nobody/make-sign-in-link", Json::object(), "admin").status(), 404);
  EXPECT_EQ(world.post("users/clerk/make-sign-in-link", {{"x", 1}}, "admin").status(), 422);
}

TEST_F(WaysIn, ALinkIsOverAfterItsTimeAndOfNoUseToWhoMayNotComeIn) {
  const auto code = [&] {
    return world.post("users/clerk/make-sign-in-link", Json::object(), "admin")
        .body["code"]
        .get<std::string>();
  };
  const auto use = [&](const std::string& given) {
    return world
        .post("session/sign-in-link", {{"user", "clerk"}, {"code", given}, {"password", kChosen}},
              "")
        .status();
  };
  const auto late = code();
  world.set_clock("2021-01-06T08:00:01+07:00");
  EXPECT_EQ(use(late), 401);
  const auto barred = code();
  world.act("users/clerk/disable", {{"reason", "Nghỉ việc"}}, "admin");
  EXPECT_EQ(use(barred), 401);
  EXPECT_EQ(recorded("user.password_set").size(), 0u);
}

TEST_F(WaysIn, ANewPasswordEndsSessionsAndTokens) {
  set_password("chair");
  world.give_token("chair");
  const auto browser = sign_in("chair");
  ASSERT_EQ(world.get("issues", "chair").status(), 200);
  ASSERT_EQ(world.get("issues", "", {{"cookie", browser.session}}).status(), 200);
  EXPECT_EQ(world
                .post("users/chair/set-password",
                      {{"password", "mat-khau-cua-rieng-toi"}, {"old_password", kChosen}}, "chair")
                .status(),
            204);
  EXPECT_EQ(world.get("issues", "chair").status(), 401);
  EXPECT_EQ(world.get("issues", "", {{"cookie", browser.session}}).status(), 401);
  EXPECT_EQ(recorded("user.password_set").back()["data"]["means"], "own_password");
  EXPECT_EQ(recorded("user.password_set").back()["user"], "chair");
}

TEST_F(WaysIn, TokensAreListedAndTakenBack) {
  world.get("issues", "chair");
  const auto tokens = world.get("users/chair/tokens", "chair").body["items"];
  ASSERT_EQ(tokens.size(), 1u);
  EXPECT_EQ(tokens[0]["name"], "test");
  EXPECT_FALSE(tokens[0]["last_used"].is_null());
  const auto id = tokens[0]["id"].get<std::string>();
  EXPECT_EQ(world.send(Method::delete_, "users/chair/tokens/" + id, "clerk").status(), 403);
  EXPECT_EQ(world.send(Method::delete_, "users/chair/tokens/0000", "admin").status(), 404);
  EXPECT_EQ(world.send(Method::delete_, "users/chair/tokens/" + id, "admin").status(), 204);
  EXPECT_EQ(world.get("issues", "chair").status(), 401);
  world.give_token("chair");
  EXPECT_EQ(world.send(Method::delete_, "users/chair/tokens", "chair").status(), 204);
  EXPECT_EQ(world.get("issues", "chair").status(), 401);
}

TEST_F(WaysIn, SessionsAreListedAndEnded) {
  set_password("chair");
  const auto browser = sign_in("chair");
  EXPECT_EQ(world.get("users/chair/sessions", "admin").body["items"].size(), 1u);
  EXPECT_EQ(world.send(Method::delete_, "users/chair/sessions", "clerk").status(), 403);
  EXPECT_EQ(world.send(Method::delete_, "users/chair/sessions", "admin").status(), 204);
  EXPECT_EQ(world.get("session", "", {{"cookie", browser.session}}).status(), 401);
}

TEST_F(WaysIn, OneSessionIsEndedAndTheOthersGoOn) {
  set_password("chair");
  const auto here = sign_in("chair");
  world.set_clock("2021-01-04T09:30:00+07:00");
  const auto elsewhere = sign_in("chair");
  const auto list = world.get("users/chair/sessions", "", {{"cookie", here.session}}).body["items"];
  ASSERT_EQ(list.size(), 2u);
  const bool first_is_here = list[0]["is_this_one"];
  EXPECT_NE(list[1]["is_this_one"], first_is_here);
  const auto path = "users/chair/sessions/" + list[first_is_here ? 1 : 0]["id"].get<std::string>();
  world.give_token("chair");
  EXPECT_EQ(world.send(Method::delete_, path, "clerk").status(), 403);
  EXPECT_EQ(world.send(Method::delete_, path, "chair").status(), 204);
  EXPECT_EQ(world.send(Method::delete_, path, "chair").status(), 404);
  EXPECT_EQ(world.get("session", "", {{"cookie", elsewhere.session}}).status(), 401);
  EXPECT_EQ(world.get("session", "", {{"cookie", here.session}}).status(), 200);
}

TEST_F(WaysIn, FailedSignInsAreShownToTheirOwnerAndTheAdministrator) {
  set_password("chair");
  const auto browser = sign_in("chair");
  world.set_clock("2021-01-05T09:00:00+07:00");
  EXPECT_EQ(sign_in("chair", "sai-mat-khau-roi").status, 401);
  EXPECT_EQ(sign_in("mat-khau-go-nham", "x").status, 401);
  const auto own = sign_in("chair").answer["since_last_sign_in"]["failed_sign_ins"];
  ASSERT_EQ(own.size(), 1u);
  EXPECT_EQ(own[0]["times"], 1);
  EXPECT_EQ(own[0]["address"], "127.0.0.1");
  const auto all = world.get("failed-sign-ins", "admin");
  EXPECT_EQ(all.body["items"].size(), 2u);
  EXPECT_EQ(all.response.body.find("mat-khau-go-nham"), std::string::npos);
}

/// Field case: nine wrong passwords for nine names from one address, then a right one.
TEST_F(WaysIn, NineSlipsOfAnOfficeKeepNobodyOut) {
  set_password("chair");
  for (int i = 0; i < 9; ++i) {
    EXPECT_EQ(sign_in("can-bo-" + std::to_string(i), "sai-mat-khau-roi").status, 401);
  }
  EXPECT_EQ(sign_in("chair").status, 200);
}

TEST_F(WaysIn, AStrangerLocksNobodyOutWhoseDeviceIsKnown) {
  set_password("chair");
  set_password("clerk");
  const auto known = sign_in("chair");
  for (int i = 0; i < 30; ++i) {
    (void)sign_in("chair", "doan-mo-mat-khau");
  }
  EXPECT_EQ(sign_in("chair").status, 429) << "another browser at the same address";
  EXPECT_EQ(
      sign_in("chair", kChosen, "langnghe_device_0123456789abcdef=" + std::string(43, 'A')).status,
      429);
  EXPECT_EQ(sign_in("chair", kChosen, known.device).status, 200);
  EXPECT_EQ(sign_in("clerk").status, 200) << "a colleague at the same address";
  // A signed-in user can change the password whatever strangers tried.
  const auto browser = sign_in("chair", kChosen, known.device);
  EXPECT_EQ(world
                .post("users/chair/set-password",
                      {{"password", "mat-khau-cua-rieng-toi"}, {"old_password", kChosen}}, "",
                      {{"cookie", browser.session}, {"x-csrf-token", browser.csrf}})
                .status(),
            204);
}

/// A means to sign in that the operator sets beside the server is recorded before it works.
TEST_F(WaysIn, WhatIsOpenedAtTheMachineIsRecordedBeforeItIsUsed) {
  const AccountActor machine{{"system"}, domain::Role::system};
  ASSERT_TRUE(world.accounts().set_password(kWard, kChair, kChosen, machine,
                                            domain::PasswordMeans::command_line));
  const auto size = world.size();
  const auto browser = sign_in("chair");
  ASSERT_EQ(browser.status, 200);
  EXPECT_EQ(world.size(), size + 1);
  const auto acts = recorded("user.password_set");
  ASSERT_EQ(acts.size(), 1u);
  EXPECT_EQ(acts[0]["role"], "system");
  EXPECT_EQ(acts[0]["data"]["means"], "command_line");
  EXPECT_EQ(browser.answer["since_last_sign_in"]["account_acts"][0]["detail"], "command_line");
  // A token likewise, with its first request.
  const auto token =
      world.accounts().make_token(kWard, kChair, "bảng tin", std::chrono::hours(1), machine);
  EXPECT_EQ(world.get("issues", "", {{"authorization", "Bearer " + *token}}).status(), 200);
  ASSERT_EQ(recorded("user.token_made").size(), 1u);
  EXPECT_EQ(recorded("user.token_made")[0]["data"]["name"], "bảng tin");
  EXPECT_TRUE(world.accounts().untold(kWard).empty());
  EXPECT_EQ(world.ledger_text().find(*token), std::string::npos);
}

TEST_F(WaysIn, WhatCannotBeRecordedYetReadsAndIsRecordedBeforeItActs) {
  const AccountActor machine{{"system"}, domain::Role::system};
  ASSERT_TRUE(world.accounts().set_password(kWard, kChair, kChosen, machine,
                                            domain::PasswordMeans::command_line));
  world.watched().read_only = true;
  const auto browser = sign_in("chair");
  EXPECT_EQ(browser.status, 200) << "reads go on";
  EXPECT_EQ(world.get("issues", "", {{"cookie", browser.session}}).status(), 200);
  EXPECT_EQ(recorded("user.password_set").size(), 0u);
  EXPECT_EQ(world.post("users/officer/set-password", {{"password", kChosen}}, "admin").status(),
            503);
  world.watched().read_only = false;
  EXPECT_EQ(sign_in("officer").status, 401) << "nothing was set";
  EXPECT_EQ(world.get("issues", "", {{"cookie", browser.session}}).status(), 200);
  EXPECT_EQ(recorded("user.password_set").size(), 1u);
}

TEST_F(WaysIn, WhatCannotBeRecordedLetsNobodyIn) {
  const AccountActor machine{{"system"}, domain::Role::system};
  set_password("clerk");
  ASSERT_TRUE(world.accounts().set_password(kWard, kChair, kChosen, machine,
                                            domain::PasswordMeans::command_line));
  world.make_unreadable([](const auto& stream) { return stream.value == "user-chair"; });
  EXPECT_EQ(sign_in("chair").status, 503);
  EXPECT_EQ(sign_in("clerk").status, 200) << "others sign in";
  world.make_unreadable({});
  EXPECT_EQ(sign_in("chair").status, 200);
  EXPECT_EQ(recorded("user.password_set").size(), 2u);
}

TEST_F(WaysIn, AnActIsToldOnceHoweverManyTellIt) {
  const AccountActor machine{{"system"}, domain::Role::system};
  ASSERT_TRUE(world.accounts().set_password(kWard, kChair, kChosen, machine,
                                            domain::PasswordMeans::command_line));
  AccountBook killed;
  killed[{std::string(kWard), "chair"}].untold = world.accounts().untold(kWard);
  const auto now = domain::parse_instant("2021-01-05T08:00:00+07:00").value();
  ASSERT_TRUE(tell_ledger(world.store(), world.accounts(), kWard, now, "run").has_value());
  const auto size = world.size();
  // As the file is left by a process that was killed before it could strike it off.
  const auto file = world.files_folder().parent_path() / "killed.json";
  std::ofstream(file) << to_json(killed);
  FileAccounts file_of_again(file, {}, [now] { return now; });
  Accounts& again = file_of_again;
  ASSERT_EQ(again.untold(kWard).size(), 1u);
  ASSERT_TRUE(tell_ledger(world.store(), again, kWard, now, "run").has_value());
  EXPECT_EQ(world.size(), size);
  EXPECT_TRUE(again.untold(kWard).empty());
}

}  // namespace
}  // namespace langnghe::api::spec
