#include <string>
#include <tuple>
#include <variant>

#include <gtest/gtest.h>

#include <codec/event_codec.hpp>
#include <codec/json_text.hpp>
#include <ledger/canonical_json.hpp>

#include "records.hpp"
#include "samples.hpp"

namespace langnghe::codec::test {
namespace {

using namespace domain;

constexpr std::string_view kNotice =
    R"({"capacity":"KT","date":"2021-05-20","number":12,"signer":"o","symbol":"12/TB-UBND"})";

CodecError error_of(const eventstore::RecordView& record) {
  const auto read = decode(record);
  EXPECT_FALSE(read) << record.data;
  return read ? CodecError{} : read.error();
}

EncodedEvent encoded_sample(std::string_view type) {
  for (const auto& sample : samples()) {
    auto encoded = encode(sample.event);
    if (encoded.type == type) {
      return encoded;
    }
  }
  ADD_FAILURE() << "no sample of " << type;
  return {};
}

TEST(Encode, NamesSchemaAndFieldsAreTheOnesOnTheWire) {
  const auto encoded = encode(Event(IssueEvent(
      IssueAssigned{UserId{"an"}, "Địa chính",
                    Date(std::chrono::year(2021), std::chrono::April, std::chrono::day(1))})));
  EXPECT_EQ(encoded.type, "issue.assigned");
  EXPECT_EQ(encoded.schema, 1);
  EXPECT_EQ(encoded.data, R"({"assignee":"an","internal_due":"2021-04-01","unit":"Địa chính"})");
}

TEST(Encode, AnOptionalThatIsNotThereIsNotWritten) {
  EXPECT_EQ(encode(Event(IssueEvent(IssueAssigned{UserId{"an"}, "u", std::nullopt}))).data,
            R"({"assignee":"an","unit":"u"})");
}

TEST(Encode, AMemberThatCameLaterIsNotWrittenWhileItSaysNothing) {
  const auto encoded = encode(Event(IssueEvent(ProgressNoted{"t", NoteVisibility::public_, {}})));
  EXPECT_EQ(encoded.data, R"({"text":"t","visibility":"public"})");
}

TEST(Encode, AnEventWithoutMembersIsAnEmptyObject) {
  const auto encoded = encode(Event(IssueEvent(AssignmentAccepted{})));
  EXPECT_EQ(encoded.type, "issue.assignment_accepted");
  EXPECT_EQ(encoded.data, "{}");
}

TEST(Encode, TextOfEveryKindIsWrittenCanonically) {
  std::string text = "Đường \"hẻm\" \\ / \x7f\u2028\u00e9 \U0001F600";
  for (char c = 1; c < 0x20; ++c) {
    text += c;
  }
  text += '\0';
  const Event event(IssueEvent(Noted{text}));
  const auto encoded = encode(event);
  EXPECT_EQ(encoded.data, eventstore::canonicalize(encoded.data).value());
  EXPECT_EQ(decode(record_of("issue-1", encoded.type, encoded.data))->event, event);
}

TEST(Encode, WhatCouldNotBeReadAgainIsNotWritten) {
  const auto no_date = try_encode(Event(WardEvent(OfficialLeft{OfficialId{"o"}, Date{}})));
  ASSERT_FALSE(no_date);
  EXPECT_EQ(no_date.error().where, "/last_day");

  const auto bad_text = try_encode(Event(IssueEvent(Noted{"\xff"})));
  ASSERT_FALSE(bad_text);
  EXPECT_EQ(bad_text.error().what, "does not read back as it was");

  FiguresFrozen huge;
  huge.ledger_size = std::uint64_t{1} << 53;
  const auto beyond = try_encode(Event(ReportEvent(huge)));
  ASSERT_FALSE(beyond);
  EXPECT_EQ(beyond.error().where, "/ledger_size");

  const auto next_day =
      try_encode(Event(DialogueEvent(DialogueClosed{std::chrono::minutes(24 * 60), 1, 1, 1})));
  ASSERT_FALSE(next_day);
  EXPECT_EQ(next_day.error().where, "/end");
}

TEST(EncodeDeathTest, SuchAnEventIsABugOfWhoEncodesIt) {
  EXPECT_DEATH(std::ignore = encode(Event(WardEvent(OfficialLeft{OfficialId{"o"}, Date{}}))),
               "encoded");
}

TEST(Decode, TheEnvelopeComesWithTheEvent) {
  const auto event = decode(record_of("issue-1", "issue.notice_issued", kNotice));
  ASSERT_TRUE(event);
  EXPECT_EQ(event->stream.value, "issue-1");
  EXPECT_EQ(event->by.value, "cchc_officer");
  EXPECT_EQ(event->role, Role::cchc_officer);
  EXPECT_EQ(to_text(event->happened), "2021-03-12T19:30:00+07:00");
  EXPECT_EQ(to_utc_text(event->recorded), "2021-03-13T01:02:03.004Z");
}

TEST(Decode, ATypeThatIsNotRegisteredIsAnError) {
  for (const auto* type : {"issue.forgotten", "issue", "", "zzz", "a"}) {
    EXPECT_EQ(error_of(record_of("issue-1", type, "{}")).where, "type");
  }
}

TEST(Decode, ASchemaThatIsNotRegisteredIsAnError) {
  for (const int schema : {-1, 0, 2, 99}) {
    EXPECT_EQ(error_of(record_of("issue-1", "issue.notice_issued", kNotice, schema)).where, "v");
  }
}

TEST(Decode, AnEventOnAStreamOfAnotherKindIsAnError) {
  for (const auto* stream : {"ward", "dialogue-1", "resident-1", "nothing", ""}) {
    EXPECT_EQ(error_of(record_of(stream, "issue.notice_issued", kNotice)).where, "stream");
  }
}

TEST(Decode, DataMustBeOneJsonObject) {
  for (const auto* data : {"", "{", "{} {}", "{\"symbol\":\"\xff\"}"}) {
    EXPECT_EQ(error_of(record_of("issue-1", "issue.notice_issued", data)).what, "not_json: JSON");
  }
  for (const auto* data : {"[]", "1", "null"}) {
    EXPECT_EQ(error_of(record_of("issue-1", "issue.notice_issued", data)).what,
              "not_an_object: object");
  }
}

TEST(Decode, EveryMissingFieldOfEveryTypeIsAnErrorThatPointsAtIt) {
  int removed = 0;
  for (const auto& [stream, event, happened] : samples()) {
    const auto encoded = encode(event);
    const auto whole = parse_json(encoded.data).value();
    for (const auto& [name, value] : whole.items()) {
      auto part = whole;
      part.erase(name);
      const auto text = to_json_text(part);
      const auto read = decode(record_of(stream.value, encoded.type, text, encoded.schema));
      if (read) {  // it was optional: then what it said is gone, and nothing else
        EXPECT_NE(read->event, event) << encoded.type << " " << name;
        EXPECT_EQ(encode(read->event).data, text);
      } else {
        EXPECT_EQ(read.error().where, "/" + name) << encoded.type;
        ++removed;
      }
    }
  }
  EXPECT_GT(removed, 150);
}

TEST(Decode, AnUnknownFieldOfAnyTypeIsAnErrorThatPointsAtIt) {
  for (const auto& [stream, event, happened] : samples()) {
    const auto encoded = encode(event);
    auto more = parse_json(encoded.data).value();
    more["a/b~c"] = 1;
    const auto text = to_json_text(more);
    EXPECT_EQ(error_of(record_of(stream.value, encoded.type, text, encoded.schema)).where,
              "/a~1b~0c");
  }
}

TEST(Decode, AValueOfTheWrongKindInAnyFieldIsAnErrorThatPointsAtIt) {
  for (const auto& [stream, event, happened] : samples()) {
    const auto encoded = encode(event);
    const auto whole = parse_json(encoded.data).value();
    for (const auto& [name, value] : whole.items()) {
      auto part = whole;
      part[name] = 1.5;  // no event holds a fraction
      const auto text = to_json_text(part);
      EXPECT_EQ(error_of(record_of(stream.value, encoded.type, text, encoded.schema)).where,
                "/" + name)
          << encoded.type;
    }
  }
}

TEST(Decode, TheDepthsOfADocumentArePointedAtToo) {
  const auto policy = encoded_sample("policy.adopted");
  auto json = parse_json(policy.data).value();
  json["office_hours"][1]["end"] = "25:00";
  const auto text = to_json_text(json);
  const auto error = error_of(record_of("policy", "policy.adopted", text, policy.schema));
  EXPECT_EQ(error.where, "/office_hours/1/end");
  EXPECT_EQ(error.what, "not_a_time: HH:MM");
}

TEST(Decode, AnEnvelopeThatDoesNotReadIsAnError) {
  auto record = record_of("issue-1", "issue.notice_issued", kNotice);
  record.role = "king";
  EXPECT_EQ(error_of(record).where, "actor/role");
  record = record_of("issue-1", "issue.notice_issued", kNotice);
  record.happened = "2021-02-30";
  EXPECT_EQ(error_of(record).where, "happened");
  record = record_of("issue-1", "issue.notice_issued", kNotice);
  record.recorded = "yesterday";
  EXPECT_EQ(error_of(record).where, "recorded");
}

TEST(Decode, ARecordIsNotHeldToTheLimitsOfARequest) {
  const std::string text(kTextCharactersMax + 1, 'x');
  const auto data = "{\"reason\":\"" + text + "\"}";
  EXPECT_TRUE(decode(record_of("issue-1", "issue.noted", data)));
}

}  // namespace
}  // namespace langnghe::codec::test
