#include <gtest/gtest.h>

#include <codec/event_codec.hpp>
#include <codec/json_text.hpp>

#include "records.hpp"
#include "sample_values.hpp"
#include "samples.hpp"

namespace langnghe::codec::test {
namespace {

using namespace domain;

/// The ward's own upcasters, on data of the schemas they lift.

constexpr std::string_view kRecorded1 =
    R"({"dialogue":"d","field":"ROADS","khom":"k","opinion":"o","pressing":true,)"
    R"("received":"2021-03-12","resident":"r","subject":"s"})";

TEST(Upcasters, AnIssueOfTheFirstSchemaWasRaisedAtADialogue) {
  const auto read = decode(record_of("issue-1", "issue.recorded", kRecorded1, 1));
  ASSERT_TRUE(read) << read.error().where;
  const Event expected(IssueEvent(IssueRecorded{
      IntakeChannel::dialogue, DialogueId{"d"}, OpinionId{"o"}, KhomId{"k"}, ResidentId{"r"},
      day(2021, 3, 12), "s", FieldCode{"ROADS"}, true, std::nullopt, std::nullopt, std::nullopt}));
  EXPECT_EQ(read->event, expected);
}

TEST(Upcasters, TheSecondSchemaSaysItsChannelItself) {
  const auto read = decode(record_of("issue-1", "issue.recorded", kRecorded1, 2));
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().where, "/channel");
}

/// The policy sample as the first schema knew it.
Json first_policy() {
  for (const auto& sample : samples()) {
    const auto encoded = encode(sample.event);
    if (encoded.type == "policy.adopted") {
      auto json = parse_json(encoded.data).value();
      for (const auto* later : {"approaching_days", "pause_days_max", "missed_grace_hours",
                                "recommendation_answer", "refusal_notice", "retention_years"}) {
        EXPECT_EQ(json.erase(later), 1u) << later;
      }
      return json;
    }
  }
  ADD_FAILURE() << "no policy among the samples";
  return {};
}

TEST(Upcasters, APolicyOfTheFirstSchemaGetsTheShippedProposals) {
  const auto text = to_json_text(first_policy());
  const auto read = decode(record_of("policy", "policy.adopted", text, 1));
  ASSERT_TRUE(read) << read.error().where;
  const auto& policy = std::get<PolicyAdopted>(std::get<PolicyEvent>(read->event)).policy;
  EXPECT_EQ(policy.approaching_days, 3);
  EXPECT_EQ(policy.pause_days_max, 30);
  EXPECT_EQ(policy.missed_grace_hours, 24);
  EXPECT_EQ(policy.recommendation_answer, (Term{15, DayUnit::working_days}));
  EXPECT_EQ(policy.refusal_notice, (Term{3, DayUnit::working_days}));
  EXPECT_EQ(policy.retention_years, 20);
  EXPECT_EQ(policy.late_entry_days, 3) << "what it said itself stays";
}

TEST(Upcasters, ASecondSchemaPolicyIsNotCompletedForIt) {
  const auto text = to_json_text(first_policy());
  EXPECT_FALSE(decode(record_of("policy", "policy.adopted", text, 2)));
}

TEST(Upcasters, WhatTheyLiftIsStillReadStrictly) {
  auto json = first_policy();
  json["retention_years"] = "long";
  auto text = to_json_text(json);
  EXPECT_EQ(decode(record_of("policy", "policy.adopted", text, 1)).error().where,
            "/retention_years");
  EXPECT_EQ(decode(record_of("policy", "policy.adopted", "[]", 1)).error().what,
            "not_an_object: object");
  EXPECT_EQ(decode(record_of("issue-1", "issue.recorded", "null", 1)).error().what,
            "not_an_object: object");
}

TEST(Upcasters, AnIssueClassifiedBeforeItsStartWasKeptHasNone) {
  const auto read = decode(record_of(
      "issue-1", "issue.classified",
      R"({"calendar_version":1,"complexity":"simple","field":"ROADS",)"
      R"("first_reply_due":"2021-03-26","original_due":"2021-04-12","policy_version":1,)"
      R"("provisional":false,"term":{"days":15,"unit":"working_days"},"type":"PETITION"})",
      1));
  ASSERT_TRUE(read) << read.error().where;
  const auto& classified = std::get<IssueClassified>(std::get<IssueEvent>(read->event));
  EXPECT_FALSE(classified.start.ok());
  EXPECT_FALSE(classified.group);
}

}  // namespace
}  // namespace langnghe::codec::test
