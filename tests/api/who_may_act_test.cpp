// Bodies by those who may not act, and names that no stream has.
#include <string>

#include <gtest/gtest.h>

#include <domain/permissions.hpp>

#include "api/asked_paths.hpp"
#include "api/world.hpp"
#include "resources/act_subjects.hpp"

namespace langnghe::api::spec {
namespace {

class WhoMayAct : public testing::Test {
 protected:
  WhoMayAct() {
    world.found_ward();
    world.open_dialogue();
    world.hear_opinions();
  }
  World world;
};

std::string path_of(const domain::ActRule& rule) {
  return asked_path(resources::route_of(rule.subject, rule.act));
}

/// Role first: a body that is no body, or that names things by nothing, is never looked at.
TEST_F(WhoMayAct, IsAskedBeforeTheBodyIsReadOrAStreamNamed) {
  const std::pair<std::string_view, domain::Role> readers[] = {
      {"cchc", domain::Role::cchc_officer},     {"chair", domain::Role::chair},
      {"officer", domain::Role::officer},       {"head", domain::Role::khom_head},
      {"clerk", domain::Role::clerk},           {"admin", domain::Role::admin},
      {"supervisor", domain::Role::supervisor}, {"above", domain::Role::home_affairs}};
  const auto size = world.size();
  int refused = 0;
  for (const auto& rule : domain::act_rules()) {
    for (const auto& [user, role] : readers) {
      if (domain::is_clock_act(rule) || domain::role_may(rule, role)) {
        continue;
      }
      for (const auto* body : {"", "{", "{}", "[]", R"({"issues":[{"issue":""},{}]})"}) {
        const auto answer = world.send(Method::post, path_of(rule), user, body,
                                       {{"idempotency-key", "k" + std::to_string(refused)},
                                        {"content-type", "application/json"},
                                        {"if-match", "\"1\""}});
        EXPECT_EQ(answer.code(), "role_not_permitted")
            << path_of(rule) << ' ' << user << ' ' << body;
        EXPECT_EQ(answer.status(), 403);
        ++refused;
      }
    }
  }
  EXPECT_GT(refused, 2'000);
  EXPECT_EQ(world.size(), size);
}

/// The rows of the contract's example have no ids: they are made for who may import.
TEST_F(WhoMayAct, ImportsRowsWithoutIdsOnlyWhereTheRoleMay) {
  const Json body{{"source", "so-2020"},
                  {"file_hash", std::string(64, 'a')},
                  {"issues",
                   {{{"external_id", "1"},
                     {"row", 1},
                     {"khom", "tan-my"},
                     {"received", "2020-12-01"},
                     {"subject", "Nội dung cũ"},
                     {"field", "ROADS"}}}}};
  for (const auto* user : {"chair", "officer", "head", "clerk"}) {
    const auto answer = world.post("ward/import-issues", body, user, {{"if-match", "*"}});
    EXPECT_EQ(answer.code(), "role_not_permitted") << user;
    EXPECT_NE(answer.body["detail"].get<std::string>().find("quản trị viên"), std::string::npos)
        << answer.body["detail"];
  }
  EXPECT_LT(world.post("ward/import-issues", body, "cchc", {{"if-match", "*"}}).status(), 300);
}

}  // namespace
}  // namespace langnghe::api::spec
