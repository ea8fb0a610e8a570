// Every operation of the program × every role: let in or refused as the tables say.
#include <map>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include <domain/permissions.hpp>

#include "access/access.hpp"
#include "access/reading_rules.hpp"
#include "api/asked_paths.hpp"
#include "api/world.hpp"
#include "resources/act_subjects.hpp"
#include "routing/router.hpp"

namespace langnghe::api::spec {
namespace {

using domain::Role;

const std::map<std::string, domain::RoleGranted>& users() {
  static const std::map<std::string, domain::RoleGranted> users{
      {"chair", {Role::chair, {}}},        {"cchc", {Role::cchc_officer, {}}},
      {"officer", {Role::officer, {}}},    {"head", {Role::khom_head, {{"tan-my"}}}},
      {"clerk", {Role::clerk, {}}},        {"supervisor", {Role::supervisor, {}}},
      {"above", {Role::home_affairs, {}}}, {"admin", {Role::admin, {}}}};
  return users;
}

const domain::ActRule* act_of(const Route& route) {
  for (const auto& rule : domain::act_rules()) {
    if (route.method == Method::post && !domain::is_clock_act(rule) &&
        resources::route_of(rule.subject, rule.act) == route.pattern) {
      return &rule;
    }
  }
  return nullptr;
}

/// The roles that may upload: those that take in or handle what residents say.
bool may_attach(Role role) {
  return role != Role::supervisor && role != Role::home_affairs && role != Role::admin;
}

bool is_let_in(const Route& route, const std::string& user, const domain::RoleGranted& grant) {
  if (route.gate != Gate::member) {
    return true;
  }
  if (route.readers != nullptr) {
    Access access;
    access.user = {user};
    access.roles = {grant};
    return may_read(*route.readers, access, {});
  }
  if (const auto* rule = act_of(route)) {
    return domain::role_may(*rule, grant.role);
  }
  return !route.streams_body || may_attach(grant.role);
}

class EveryOperation : public testing::Test {
 protected:
  EveryOperation() {
    world.start_search();
    world.found_ward();
    world.open_dialogue();
    world.hear_opinions();
    world.take_away_i1();
  }

  /// Nothing comes of it: an act names a version that nothing has.
  Answer ask(const Route& route, const std::string& user) {
    const auto& ward = kWardBase;
    const auto read = route.pattern.starts_with(ward) ? route.pattern.substr(ward.size()) : "";
    const auto path = asked_path(route.pattern) + needed_query(read);
    if (route.streams_body) {
      return world.upload(read, "\xFF\xD8\xFF\xE0 a road", "text/html", user);
    }
    if (route.method == Method::get) {
      return world.get(path, user);
    }
    if (route.method == Method::delete_) {
      return world.send(route.method, path, user);
    }
    if (route.method == Method::put) {
      return world.send(route.method, path, user, "{}");
    }
    return world.post(path, Json::object(), user, {{"if-match", "\"999\""}});
  }

  World world;
};

const std::set<std::string>& refusals() {
  static const std::set<std::string> codes{"role_not_permitted", "reading_not_permitted",
                                           "attaching_not_permitted"};
  return codes;
}

/// Written apart from the program: the operations for which no table of rights says who may.
/// Signing out is everybody's; each act of a batch is asked for its own rule; a file is taken from
/// those who take in or handle what residents say.
constexpr std::string_view kForWhoSignedIn = R"(
DELETE session
POST acts
POST attachments
)";
/// Pages and the health of the service; what residents may see and do by the code of a case; hashes
/// and signatures by which anybody checks the ledger, never its entries; the ways to sign in.
constexpr std::string_view kForEverybody = R"(
GET /
GET /api/v1/public/wards
GET /api/v1/public/wards/{ward}/khoms/{khom}
GET /assets/{file}
GET /healthz
GET /manifest.webmanifest
GET /metrics
GET /openapi.yaml
GET /readyz
GET /sw.js
GET proofs/consistency
GET proofs/inclusion
GET tlog/checkpoint
GET tlog/key-changes
GET tlog/tile/{level}/{tile+}
GET tlog/vkey
GET tlog/vkeys
GET tlog/witnessed
POST /api/v1/public/cases
POST /api/v1/public/cases/feedback
POST /api/v1/public/cases/reopening
POST /api/v1/public/cases/withdrawal
POST session
POST session/sign-in-link
)";

std::string listed(const std::set<std::string>& operations) {
  std::string text = "\n";
  for (const auto& operation : operations) {
    text += operation + '\n';
  }
  return text;
}

/// A new operation that was forgotten in the tables would be for everybody who signed in.
TEST(OperationsWithoutATable, AreTheseAlone) {
  std::set<std::string> of_members;
  std::set<std::string> open;
  for (const auto& route : all_routes()) {
    const auto place = route.pattern.starts_with(kWardBase) ? route.pattern.substr(kWardBase.size())
                                                            : route.pattern;
    const auto name = std::string(name_of(route.method)) + ' ' + place;
    if (route.gate != Gate::member) {
      open.insert(name);
    } else if (route.readers == nullptr && act_of(route) == nullptr) {
      of_members.insert(name);
    }
  }
  EXPECT_EQ(listed(of_members), kForWhoSignedIn);
  EXPECT_EQ(listed(open), kForEverybody);
}

TEST_F(EveryOperation, LetsInThoseWhomTheTableNamesAndNobodyElse) {
  const auto size = world.size();
  int let_in = 0;
  int refused = 0;
  for (const auto& route : all_routes()) {
    for (const auto& [user, grant] : users()) {
      const auto answer = ask(route, user);
      const bool may = is_let_in(route, user, grant);
      const bool no = answer.status() == 403 && refusals().contains(answer.code());
      EXPECT_EQ(no, !may) << name_of(route.method) << ' ' << route.pattern << ' ' << user << ": "
                          << answer.status() << ' ' << answer.code();
      EXPECT_NE(answer.status(), 401) << route.pattern << ' ' << user;
      EXPECT_NE(answer.status(), 500) << route.pattern << ' ' << user;
      ++(no ? refused : let_in);
    }
  }
  EXPECT_GT(let_in, 600);
  EXPECT_GT(refused, 600);
  EXPECT_EQ(world.size(), size) << "a question alone did something";
  EXPECT_EQ(world.get("/healthz", "").status(), 200);
}

TEST_F(EveryOperation, AsksWhoEverybodyIsButForWhatIsPublic) {
  for (const auto& route : all_routes()) {
    const auto answer = ask(route, "");
    const bool asked = answer.code() == "sign_in_required";
    EXPECT_EQ(asked, route.gate == Gate::member)
        << name_of(route.method) << ' ' << route.pattern << ": " << answer.response.body;
    EXPECT_NE(answer.status(), 500) << route.pattern;
  }
}

/// The same acts, but several in one request: the batch itself is for everybody who signed in.
TEST_F(EveryOperation, InABatchIsLetInAsItIsAlone) {
  const auto size = world.size();
  int asked = 0;
  for (const auto& route : all_routes()) {
    const auto* rule = act_of(route);
    if (rule == nullptr) {
      continue;
    }
    for (const auto& [user, grant] : users()) {
      const auto path = asked_path(route.pattern.substr(kWardBase.size()));
      const Json act{{"id", "k"}, {"path", path}, {"if_match", "\"999\""}};
      const auto each = world.send(Method::post, "acts", user,
                                   Json{{"mode", "each"}, {"acts", Json::array({act})}}.dump());
      ASSERT_EQ(each.status(), 200) << each.response.body;
      const auto code = each.body["acts"][0]["problem"].value("code", "");
      const auto all = world.send(Method::post, "acts", user,
                                  Json{{"mode", "all"}, {"acts", Json::array({act})}}.dump());
      EXPECT_EQ(all.code(), code) << path << ' ' << user;
      if (code != "act_not_in_batch") {
        EXPECT_EQ(code == "role_not_permitted", !domain::role_may(*rule, grant.role))
            << path << ' ' << user << ' ' << code;
        ++asked;
      }
    }
  }
  EXPECT_GT(asked, 700);
  EXPECT_EQ(world.size(), size);
}

}  // namespace
}  // namespace langnghe::api::spec
