// Cases by their codes, and a khóm's page: what people learn without an account, and what nobody
// does.
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "api/world.hpp"
#include "cases/case_code.hpp"

namespace langnghe::api::spec {
namespace {

constexpr std::string_view kCases = "/api/v1/public/cases";
constexpr std::string_view kLastDigits = "4567";

/// Well formed, and of no case: made with a key that nobody has.
std::string code_of_nothing(int number) {
  const eventstore::SecretKey nobodys;
  return case_code(nobodys, {"nowhere"}, {"i-" + std::to_string(number)});
}

class PublicCases : public testing::Test {
 protected:
  PublicCases() {
    world.found_ward();
    world.open_dialogue();
    world.hear_opinions();
    world.take_away_i1();
  }
  std::string code_of(const std::string& issue) {
    const auto code = world.get("issues/" + issue, "clerk").body["case_code"];
    return code.is_string() ? code.get<std::string>() : std::string();
  }
  Answer ask(const Json& body, std::string_view tail = {}, Headers headers = {}) {
    return world.send(Method::post, std::string(kCases) + std::string(tail), "", body.dump(),
                      std::move(headers));
  }
  Answer look_up(const std::string& code, std::string_view digits = kLastDigits) {
    return ask({{"code", code}, {"phone_digits", digits}});
  }
  Answer act(std::string_view tail, Json body, const std::string& key) {
    body["code"] = code_of("i-1");
    body["phone_digits"] = kLastDigits;
    return ask(body, tail, {{"idempotency-key", key}});
  }
  World world;
};

TEST_F(PublicCases, AreShownToWhoHasTheCodeAndTheLastDigits) {
  const auto code = code_of("i-1");
  ASSERT_EQ(code.size(), kCaseCodeLength + 2);
  const auto answer = look_up(code);
  ASSERT_EQ(answer.status(), 200) << answer.response.body;
  EXPECT_EQ(answer.body["code"], code);
  EXPECT_EQ(answer.body["subject"], "Đèn đường hẻm 12");
  EXPECT_EQ(answer.body["khom_name"], "Tân Mỹ");
  EXPECT_EQ(answer.body["field_name"], "Giao thông");
  EXPECT_EQ(answer.body["unit"], "Địa chính");
  EXPECT_EQ(answer.body["phase"], "assigned");
  EXPECT_FALSE(answer.body["due"].is_null());
  EXPECT_EQ(answer.body["khom"], "tan-my");
  EXPECT_LT(answer.body["today"], answer.body["due"]);
  EXPECT_GT(answer.body["working_days_left"], 0);
  EXPECT_TRUE(answer.body["answer"].is_null());
  EXPECT_EQ(answer.body["acts"],
            (Json{{"feedback", false}, {"reopen", false}, {"withdraw", true}}));
  EXPECT_EQ(answer.header("Cache-Control"), "no-store");
  EXPECT_EQ(look_up(*read_case_code(code)).status(), 200);
  EXPECT_EQ(look_up(code, "0901 234 567").status(), 200) << "more digits than are asked for";
  world.answer_i1();
  const auto answered = look_up(code).body;
  EXPECT_EQ(answered["answer"]["text"], "Đã thay bóng đèn.");
  EXPECT_FALSE(answered["answer"]["notice"].is_null());
  EXPECT_EQ(answered["working_days_left"].is_null(), answered["phase"] == "closed");
  const auto on_the_spot = look_up(code_of("i-2")).body;
  EXPECT_EQ(on_the_spot["answer"]["text"], "Đã vá hôm qua.");
  EXPECT_TRUE(on_the_spot["answer"]["notice"].is_null());
}

TEST_F(PublicCases, HoldNothingPersonal) {
  world.answer_i1();
  for (const auto* issue : {"i-1", "i-2"}) {
    const auto text = look_up(code_of(issue)).response.body;
    for (const std::string_view secret :
         {kWords, kName, kPhone, kAddress, std::string_view("r-1"), std::string_view("officer"),
          std::string_view("of-chair"), std::string_view("i-1\"")}) {
      EXPECT_EQ(text.find(secret), std::string::npos) << secret;
    }
  }
}

TEST_F(PublicCases, WithoutAKnownPhoneNeedTheCodeAlone) {
  EXPECT_EQ(ask({{"code", code_of("i-3")}}).status(), 200);
  EXPECT_EQ(look_up(code_of("i-3"), "0000").status(), 200);
}

/// All that a stranger could tell two answers by.
std::string told(const Answer& answer) {
  std::string text = std::to_string(answer.status()) + '\n' + answer.response.body;
  for (const auto& [name, value] : answer.response.headers) {
    text += '\n' + name + ": " + (name == "X-Request-Id" ? "" : value);
  }
  return text;
}

TEST_F(PublicCases, AreNotToldFromNothingByWhoHasTheWrongDigits) {
  const auto code = code_of("i-1");
  const auto nothing = look_up(code_of_nothing(1));
  EXPECT_EQ(nothing.status(), 404);
  EXPECT_EQ(nothing.code(), "case_unknown");
  EXPECT_EQ(told(look_up(code, "0000")), told(nothing));
  EXPECT_EQ(told(ask({{"code", code}})), told(nothing));
  for (const auto* tail : {"/feedback", "/reopening", "/withdrawal"}) {
    const Json choice =
        std::string_view(tail) == "/feedback"
            ? Json{{"verdict", "satisfied"}}
            : Json{{"reason", std::string_view(tail) == "/reopening" ? "came_back" : "solved"}};
    auto wrong = choice;
    wrong["code"] = code_of_nothing(2);
    wrong["phone_digits"] = kLastDigits;
    auto digits = choice;
    digits["code"] = code;
    digits["phone_digits"] = "1111";
    EXPECT_EQ(told(ask(digits, tail, {{"idempotency-key", "k"}})),
              told(ask(wrong, tail, {{"idempotency-key", "k"}})));
  }
}

TEST_F(PublicCases, SaySoOfACodeThatIsNone) {
  for (const std::string& wrong :
       {std::string("x"), code_of("i-1") + "2", std::string("00000-00000-0")}) {
    const auto answer = look_up(wrong);
    EXPECT_EQ(answer.status(), 422) << wrong;
    EXPECT_EQ(answer.body["errors"][0]["pointer"], "/code");
    EXPECT_EQ(answer.body["errors"][0]["code"], "malformed_case_code");
  }
  EXPECT_EQ(ask(Json::object()).status(), 422);
  EXPECT_EQ(world.send(Method::post, kCases, "", "{}", {{"content-type", "text/plain"}}).status(),
            415);
}

/// The program of the test without a throttle, which is not what is measured.
class Unthrottled {
 public:
  explicit Unthrottled(World& world) {
    Limits limits;
    limits.case_failures_max = limits.case_address_failures_max = limits.case_all_failures_max =
        1'000'000;
    application_ = std::make_unique<Application>(Services{
        {world.vault(), world.views(), world.accounts(),
         [] { return domain::parse_instant("2021-01-15T09:00:00+07:00").value(); }, limits},
        world.store()});
  }
  std::chrono::nanoseconds took(const std::string& code, std::string_view digits) {
    Request request;
    request.method = Method::post;
    request.target = kCases;
    request.headers["content-type"] = "application/json";
    request.body = Json{{"code", code}, {"phone_digits", digits}}.dump();
    request.peer = "127.0.0.1";
    const auto began = std::chrono::steady_clock::now();
    const auto answer = application_->handle(request);
    const auto took = std::chrono::steady_clock::now() - began;
    EXPECT_EQ(answer.status, 404);
    return took;
  }

 private:
  std::unique_ptr<Application> application_;
};

std::chrono::nanoseconds quantile(std::vector<std::chrono::nanoseconds> times,
                                  std::size_t percent) {
  std::ranges::sort(times);
  return times[times.size() * percent / 100];
}

/// The quartiles of both, and whether they lie within a quarter of each other.
struct Compared {
  std::string text;
  bool alike = true;
};

Compared compared(Unthrottled& service, const std::string& code) {
  std::vector<std::chrono::nanoseconds> of_codes;
  std::vector<std::chrono::nanoseconds> of_digits;
  for (int i = 0; i < 600; ++i) {  // in turns, so that whatever else the machine does meets both
    of_codes.push_back(service.took(code_of_nothing(i), kLastDigits));
    of_digits.push_back(service.took(code, "0000"));
  }
  Compared result;
  for (const std::size_t percent : {25U, 50U, 75U}) {
    const auto a = static_cast<double>(quantile(of_codes, percent).count());
    const auto b = static_cast<double>(quantile(of_digits, percent).count());
    result.alike = result.alike && std::abs(a - b) < 0.25 * std::max(a, b);
    result.text +=
        std::to_string(percent) + " %: " + std::to_string(a) + ' ' + std::to_string(b) + '\n';
  }
  return result;
}

/// A busy machine may part them by chance, which a second and a third measure would not repeat.
TEST_F(PublicCases, TakeAsLongWhetherTheCodeOrTheDigitsAreWrong) {
  Unthrottled service(world);
  const auto code = code_of("i-1");
  std::string seen;
  bool alike = false;
  for (int round = 0; round < 3 && !alike; ++round) {
    const auto result = compared(service, code);
    alike = result.alike;
    seen += result.text;
  }
  EXPECT_TRUE(alike) << seen;
}

TEST_F(PublicCases, MakeWhoGuessesWait) {
  const auto code = code_of("i-1");
  for (std::size_t i = 0; i < Limits{}.case_failures_max; ++i) {
    ASSERT_EQ(look_up(code, "0000").status(), 404) << i;
  }
  const auto refused = look_up(code);
  EXPECT_EQ(refused.status(), 429) << "the right digits are not told any more";
  EXPECT_EQ(refused.code(), "case_throttled");
  EXPECT_NE(refused.header("Retry-After"), "");
  EXPECT_EQ(look_up(code_of("i-2")).status(), 200) << "of another case";
  world.set_clock("2021-01-15T08:20:00+07:00");
  EXPECT_EQ(look_up(code).status(), 200);
  for (int i = 0; i < 200; ++i) {
    if (const auto answer = look_up(code_of_nothing(i)); answer.status() == 429) {
      EXPECT_EQ(look_up(code_of("i-2")).status(), 429) << "of the address";
      return;
    }
  }
  FAIL() << "an address guesses as it likes";
}

TEST_F(PublicCases, AreActedOnByWhoHasTheCode) {
  world.answer_i1();
  const Json verdict{{"verdict", "partly"}, {"solved", false}};
  EXPECT_EQ(act("/feedback", verdict, "k-0").status(), 409) << "nobody asked yet";
  world.act("issues/i-1/ask-feedback", {{"channel", "trang tra cứu"}}, "cchc");
  EXPECT_EQ(look_up(code_of("i-1")).body["acts"]["feedback"], true);
  const auto first = act("/feedback", verdict, "k-1");
  ASSERT_EQ(first.status(), 200) << first.response.body;
  EXPECT_EQ(first.body["act"], "feedback");
  const auto size = world.size();
  const auto again = act("/feedback", verdict, "k-1");
  EXPECT_EQ(again.status(), 200);
  EXPECT_EQ(again.header("Idempotent-Replayed"), "true");
  EXPECT_EQ(world.size(), size);
  EXPECT_EQ(act("/feedback", {{"verdict", "satisfied"}}, "k-1").code(), "idempotency_key_reused");
  EXPECT_EQ(act("/feedback", {{"verdict", "no_answer"}}, "k-2").status(), 422);
  EXPECT_EQ(world.get("issues/i-1").body["verdict"], "partly");
  const auto reopening = act("/reopening", {{"reason", "not_solved"}}, "k-3");
  ASSERT_EQ(reopening.status(), 200) << reopening.response.body;
  EXPECT_EQ(world.get("issues/i-1").body["reopen_request"]["requester"], "resident");
  EXPECT_EQ(act("/reopening", {{"reason", "not_solved"}}, "k-4").status(), 409);
  EXPECT_EQ(act("/withdrawal", {{"reason", "solved"}}, "k-5").status(), 409) << "it is closed";
  const auto history = world.get("issues/i-1/history").body["items"];
  EXPECT_EQ(history.back()["role"], "case_holder");
  EXPECT_EQ(history.back()["type"], "issue.reopen_requested");
}

TEST_F(PublicCases, AreWithdrawnByWhoHasTheCode) {
  ASSERT_EQ(act("/withdrawal", {{"reason", "by_mistake"}}, "k").status(), 200);
  EXPECT_EQ(world.get("issues/i-1").body["phase"], "withdrawn");
  EXPECT_EQ(ask({{"code", code_of("i-1")}, {"phone_digits", kLastDigits}, {"reason", "solved"}},
                "/withdrawal")
                .code(),
            "idempotency_key_missing");
}

TEST_F(PublicCases, LeaveNoCodeAndNoDigitsInTheLedger) {
  const auto code = code_of("i-1");
  ASSERT_EQ(act("/withdrawal", {{"reason", "solved"}}, "k").status(), 200);
  const auto text = world.ledger_text();
  EXPECT_EQ(text.find(code), std::string::npos);
  EXPECT_EQ(text.find(*read_case_code(code)), std::string::npos);
}

TEST_F(PublicCases, HaveACodeThatIsShownToWhoHandsOutSlips) {
  for (const auto* user : {"cchc", "clerk", "head"}) {
    EXPECT_TRUE(world.get("issues/i-1", user).body["case_code"].is_string()) << user;
  }
  for (const auto* user : {"chair", "officer", "supervisor", "admin"}) {
    EXPECT_TRUE(world.get("issues/i-1", user).body["case_code"].is_null()) << user;
  }
  EXPECT_EQ(code_of("i-1"), code_of("i-1"));
  EXPECT_NE(code_of("i-1"), code_of("i-2"));
}

TEST_F(PublicCases, OfDenunciationsHaveNoCode) {
  World other;
  other.found_ward();
  other.open_dialogue();
  const auto made = other.post(
      "dialogues/d-1/redirect-denunciation",
      {{"counter", 2}, {"paper_register_number", "07/SNĐ"}, {"receiving_officer", "of-clerk"}},
      "cchc");
  ASSERT_EQ(made.status(), 201);
  EXPECT_TRUE(
      other.get("issues/" + made.body["id"].get<std::string>()).body["case_code"].is_null());
}

TEST_F(PublicCases, AreReadByNoOtherSite) {
  for (const auto& answer : {look_up(code_of("i-1")), look_up(code_of_nothing(1)),
                             world.get("/api/v1/public/wards/tan-quy-dong/khoms/tan-my", "",
                                       {{"origin", "https://example.org"}})}) {
    for (const auto& [name, value] : answer.response.headers) {
      EXPECT_FALSE(name.starts_with("Access-Control")) << name;
    }
  }
}

class PublicKhom : public testing::Test {
 protected:
  PublicKhom() {
    world.found_ward();
    world.open_dialogue();
  }
  Json page(const std::string& khom = "tan-my") {
    const auto answer = world.get("/api/v1/public/wards/tan-quy-dong/khoms/" + khom, "");
    EXPECT_EQ(answer.status(), 200) << answer.response.body;
    return answer.body;
  }
  void hear_and_answer(int count) {
    Json issues = Json::array();
    for (int i = 0; i < count; ++i) {
      issues.push_back({{"issue", "p-" + std::to_string(i)},
                        {"subject", "Việc số " + std::to_string(i)},
                        {"field", "ROADS"}});
    }
    world.act("dialogues/d-1/record-opinion",
              {{"opinion", "o-9"},
               {"words", kWords},
               {"speaker", {{"resident", "r-1"}, {"name", kName}, {"phone", kPhone}}},
               {"issues", issues}},
              "cchc");
    for (int i = 0; i < count; ++i) {
      world.act("issues/p-" + std::to_string(i) + "/answer-on-the-spot",
                {{"answer", "Trả lời số " + std::to_string(i)}, {"answered_by", "of-chair"}},
                "cchc");
    }
  }
  void publish() {
    auto policy = policy_2021();
    policy["valid_from"] = "2020-06-01";
    policy["publish_answers"] = true;
    world.act("policy/adopt-policy", policy, "admin");
  }
  World world;
};

TEST_F(PublicKhom, TellsTheNextDialogueOnceItIsAnnounced) {
  EXPECT_TRUE(page("sa-nhien")["next_dialogue"].is_null());
  ASSERT_EQ(world
                .post("dialogues",
                      {{"dialogue", "d-2"},
                       {"khom", "sa-nhien"},
                       {"date", "2021-02-20"},
                       {"start", "19:00"},
                       {"venue", {{"kind", "household"}, {"host_address", kAddress}}},
                       {"format", "dialogue"},
                       {"chair", "of-chair"}},
                      "cchc")
                .status(),
            201);
  EXPECT_TRUE(page("sa-nhien")["next_dialogue"].is_null()) << "it is not announced";
  world.act("dialogues/d-2/announce", {{"document", "12/GM"}, {"channels", {"loa"}}}, "cchc");
  const auto next = page("sa-nhien")["next_dialogue"];
  EXPECT_EQ(next["date"], "2021-02-20");
  EXPECT_EQ(next["start"], "19:00");
  EXPECT_TRUE(next["place"].is_null()) << "a household";
  EXPECT_EQ(world.get("/api/v1/public/wards/tan-quy-dong/khoms/nowhere", "").status(), 404);
  EXPECT_EQ(world.get("/api/v1/public/wards/nowhere/khoms/tan-my", "").status(), 404);
}

TEST_F(PublicKhom, LeavesSmallNumbersOut) {
  EXPECT_EQ(page()["numbers"], (Json{{"received", 0}, {"answered", 0}, {"late", 0}}));
  hear_and_answer(4);
  EXPECT_TRUE(page()["numbers"]["received"].is_null());
  EXPECT_TRUE(page()["numbers"]["answered"].is_null());
}

TEST_F(PublicKhom, TellsNumbersOfMany) {
  hear_and_answer(6);
  EXPECT_EQ(page()["numbers"], (Json{{"received", 6}, {"answered", 6}, {"late", 0}}));
  world.act("dialogues/d-1/record-opinion",
            {{"words", "x"}, {"issues", {{{"subject", "y"}, {"field", "ROADS"}}}}}, "cchc");
  const auto numbers = page()["numbers"];
  EXPECT_EQ(numbers["received"], 7);
  EXPECT_TRUE(numbers["answered"].is_null()) << "one of seven was not, and would be told by it";
}

TEST_F(PublicKhom, PublishesAnswersOnlyWhereThePolicySaysSo) {
  hear_and_answer(6);
  EXPECT_EQ(page()["publishes_answers"], false);
  EXPECT_TRUE(page()["answers"].empty());
  publish();
  const auto published = page();
  EXPECT_EQ(published["publishes_answers"], true);
  ASSERT_EQ(published["answers"].size(), 6u);
  EXPECT_TRUE(published["answers"][0]["answer"]["text"].get<std::string>().starts_with("Trả lời"));
  for (const std::string_view secret :
       {kWords, kName, kPhone, std::string_view("r-1"), std::string_view("p-0")}) {
    EXPECT_EQ(published.dump().find(secret), std::string::npos) << secret;
  }
}

TEST_F(PublicKhom, PublishesNothingOfAFewNorWhatWasTakenDown) {
  hear_and_answer(5);
  publish();
  ASSERT_EQ(page()["answers"].size(), 5u);
  world.act("supervision/register-takedown",
            {{"subject", "issue-p-0"},
             {"place", "Trang tin"},
             {"reason", "Lộ số điện thoại"},
             {"decision", "01/QĐ"}},
            "cchc");
  EXPECT_TRUE(page()["answers"].empty()) << "four are left, which are few";
}

TEST_F(PublicKhom, PublishesNothingOfWhoKeepsTheirNameBack) {
  hear_and_answer(6);
  publish();
  world.act("residents/r-1/withhold-identity", {{"reason", "Đề nghị giữ kín"}}, "cchc");
  EXPECT_TRUE(page()["answers"].empty());
}

}  // namespace
}  // namespace langnghe::api::spec
