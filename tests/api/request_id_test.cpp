#include <set>
#include <string>

#include <gtest/gtest.h>

#include <api/request_id.hpp>
#include <ledger/record.hpp>

#include "api/world.hpp"

namespace langnghe::api::spec {
namespace {

constexpr std::string_view kUuid = "018f2a4e-7d1c-7cc3-98c4-dc0c0c07398f";
constexpr std::string_view kTrace = "0af7651916cd43dd8448eb211c80319c";
const std::string kParent = "00-" + std::string(kTrace) + "-b7ad6b7169203331-01";

std::string id_for(const Headers& headers) {
  Request request;
  request.headers = headers;
  return request_id_of(request);
}

TEST(RequestId, IsTakenFromTheClientInAFormThatHoldsNoWords) {
  EXPECT_EQ(id_for({{"x-request-id", std::string(kUuid)}}), kUuid);
  EXPECT_EQ(id_for({{"x-request-id", std::string(kTrace)}}), kTrace);
  EXPECT_EQ(id_for({{"x-request-id", "0AF7651916CD43DD8448EB211C80319C"}}),
            "0AF7651916CD43DD8448EB211C80319C");
  EXPECT_EQ(id_for({{"traceparent", kParent}}), kTrace);
  EXPECT_EQ(id_for({{"traceparent", "01" + kParent.substr(2) + "-more"}}), kTrace);
  EXPECT_EQ(id_for({{"x-request-id", std::string(kUuid)}, {"traceparent", kParent}}), kUuid);
  EXPECT_EQ(id_for({{"x-request-id", "nonsense"}, {"traceparent", kParent}}), kTrace);
}

TEST(RequestId, OfAnyOtherFormIsMadeAnew) {
  const std::string trace(kTrace);
  for (const auto& sent :
       {std::string(), std::string("1"), std::string("nguyen-thi-kin"), trace + "0",
        trace.substr(1), trace + ", " + trace, std::string(32, '0'), std::string(32, 'g'),
        std::string("018f2a4e-7d1c-7cc3-98c4dc0c0c07398f-"), trace + "\n",
        std::string("00000000-0000-0000-0000-000000000000")}) {
    const auto made = id_for({{"x-request-id", sent}});
    EXPECT_NE(made, sent);
    EXPECT_TRUE(is_request_id(made)) << made;
  }
  for (const auto& sent : {std::string("00-") + trace, "ff" + kParent.substr(2), kParent + "-more",
                           kParent + "0", "00-" + std::string(32, '0') + "-b7ad6b7169203331-01",
                           "00-" + trace + "-0000000000000000-01", "0g" + kParent.substr(2),
                           std::string("00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01"),
                           "00_" + trace + "_b7ad6b7169203331_01"}) {
    EXPECT_NE(id_for({{"traceparent", sent}}), trace) << sent;
  }
}

TEST(RequestId, IsAnotherEachTime) {
  std::set<std::string> ids;
  for (int i = 0; i < 1'000; ++i) {
    ids.insert(make_request_id());
  }
  EXPECT_EQ(ids.size(), 1'000U);
}

struct IdentifiedRequest : testing::Test {
  /// The `correlation` of every record from this position on.
  std::set<std::string> correlations(std::uint64_t from) {
    std::set<std::string> found;
    const auto records = world.store().read_ledger({std::string(kWard)}, {from}, 1'000).value();
    for (const auto& record : records) {
      found.emplace(eventstore::parse(record.bytes).value().correlation);
    }
    return found;
  }

  World world;
};

TEST_F(IdentifiedRequest, EveryAnswerNamesIt) {
  world.found_ward();
  for (const auto* const path : {"users", "nothing/here", "issues?year=x"}) {
    const auto answer = world.get(path, "cchc");
    EXPECT_TRUE(is_request_id(answer.header("X-Request-Id"))) << path;
    const auto given = world.get(path, "cchc", {{"x-request-id", std::string(kUuid)}});
    EXPECT_EQ(given.header("X-Request-Id"), kUuid) << path;
  }
  EXPECT_EQ(world.get("users", "", {{"x-request-id", std::string(kUuid)}}).header("X-Request-Id"),
            kUuid);
}

TEST_F(IdentifiedRequest, ItsRecordsCarryIt) {
  world.found_ward();
  const auto before = world.size();
  const auto version = world.version_tag("ward");
  const Json body{{"khom", "tan-hoa"}, {"name", "Khóm Tân Hòa"}, {"valid_from", "2021-01-01"}};
  const auto done = world.post(
      "ward/add-khom", body, "admin",
      {{"idempotency-key", "k-1"}, {"if-match", version}, {"x-request-id", std::string(kUuid)}});
  ASSERT_EQ(done.status(), 200) << done.response.body;
  EXPECT_EQ(correlations(before), std::set<std::string>{std::string(kUuid)});

  // A repeat is another request for the same records.
  const auto again = world.post("ward/add-khom", body, "admin",
                                {{"idempotency-key", "k-1"}, {"if-match", version}});
  EXPECT_EQ(again.header("Idempotent-Replayed"), "true");
  EXPECT_NE(again.header("X-Request-Id"), kUuid);
  EXPECT_EQ(again.response.body, done.response.body);
  EXPECT_EQ(correlations(before), std::set<std::string>{std::string(kUuid)});
}

TEST_F(IdentifiedRequest, AFaultOfTheServerNamesItInTheProblemToo) {
  world.found_ward();
  world.open_dialogue();
  world.hear_opinions();
  world.make_unreadable([](const auto& stream) { return stream.value == "issue-i-1"; });
  const auto fault =
      world.post("issues/i-1/note-progress", {{"text", "x"}, {"visibility", "public"}}, "head",
                 {{"if-match", "\"1\""}});
  ASSERT_GE(fault.status(), 500) << fault.response.body;
  EXPECT_EQ(fault.body.value("request_id", ""), fault.header("X-Request-Id"));
  world.make_unreadable({});

  const auto refused = world.get("nothing/here", "cchc");
  EXPECT_EQ(refused.status(), 404);
  EXPECT_FALSE(refused.body.contains("request_id"));
}

TEST_F(IdentifiedRequest, TheLogLearnsTheRouteAndAWardThatIsThere) {
  world.found_ward();
  const auto answer = world.get("issues/kin-nguyen", "cchc").response;
  EXPECT_EQ(answer.route, "/api/v1/wards/{ward}/issues/{id}");
  EXPECT_EQ(answer.ward, kWard);
  Request request;
  request.method = Method::get;
  request.target = "/api/v1/wards/kin-nguyen/issues";
  const auto elsewhere = world.application().handle(request);
  EXPECT_EQ(elsewhere.route, "/api/v1/wards/{ward}/issues");
  EXPECT_EQ(elsewhere.ward, "");
  request.target = "/kin-nguyen";
  EXPECT_EQ(world.application().handle(request).route, "");
}

}  // namespace
}  // namespace langnghe::api::spec
