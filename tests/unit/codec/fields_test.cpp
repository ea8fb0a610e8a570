#include <array>
#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <codec/fields.hpp>
#include <codec/fields/plan.hpp>
#include <codec/fields/settings.hpp>

namespace langnghe::codec::test {

struct Inner {
  int number = 0;
  bool flag = false;
  bool operator==(const Inner&) const = default;
};
struct Body {
  domain::IssueId issue;  // comes from the path of a request, so it is not described
  std::string text;
  std::optional<Inner> inner;
  std::vector<Inner> list;
  std::array<int, 4> four{1, 1, 1, 1};
  domain::DayUnit unit{};
  domain::FieldCode code;
  domain::OfficialId official;
  bool accepted = true;
  int version = 7;
  bool operator==(const Body&) const = default;
};
struct Wrapper {
  Inner inner;
  std::uint64_t size = 0;
};

}  // namespace langnghe::codec::test

namespace langnghe::codec {

template <>
struct Fields<test::Inner> {
  using T = test::Inner;
  static constexpr auto list =
      std::tuple{field("number", &T::number, between(0, 9)), field("flag", &T::flag)};
};
template <>
struct Fields<test::Body> {
  using T = test::Body;
  static constexpr auto list =
      std::tuple{field("text", &T::text),         field("inner", &T::inner),
                 field("list", &T::list),         field("four", &T::four, between(0, 100)),
                 field("unit", &T::unit),         field("code", &T::code),
                 field("official", &T::official), field_or_default("accepted", &T::accepted),
                 assigned("version", &T::version)};
};
template <>
struct Fields<test::Wrapper> {
  using T = test::Wrapper;
  static constexpr auto list = std::tuple{flattened(&T::inner), field("size", &T::size)};
};

}  // namespace langnghe::codec

namespace langnghe::codec::test {
namespace {

using enum FieldErrorCode;

constexpr std::string_view kBody = R"({
  "text": "Hẻm 12", "list": [{"number": 1, "flag": true}], "four": [0, 1, 2, 100],
  "unit": "working_days", "code": "ROADS", "official": "official-3"})";

Json body() {
  return parse_json(kBody).value();
}

FieldErrors errors_of(const Json& json, Source source = Source::request) {
  Body out;
  const auto read = from_json(json, out, source);
  return read ? FieldErrors{} : read.error();
}

/// The one thing that is wrong with the body when this field is this value.
FieldError error_with(const std::string& pointer, Json value) {
  auto json = body();
  json[Json::json_pointer(pointer)] = std::move(value);
  const auto errors = errors_of(json);
  EXPECT_EQ(errors.size(), 1u) << pointer;
  return errors.empty() ? FieldError{} : errors.front();
}

TEST(Fields, ABodyIsReadFieldByField) {
  Body out;
  ASSERT_TRUE(from_json(body(), out));
  EXPECT_EQ(out.text, "Hẻm 12");
  EXPECT_EQ(out.inner, std::nullopt);
  EXPECT_EQ(out.list, (std::vector<Inner>{{1, true}}));
  EXPECT_EQ(out.four, (std::array<int, 4>{0, 1, 2, 100}));
  EXPECT_EQ(out.unit, domain::DayUnit::working_days);
  EXPECT_EQ(out.code.value, "ROADS");
  EXPECT_EQ(out.official.value, "official-3");
  EXPECT_TRUE(out.accepted);
}

TEST(Fields, AnAbsentFieldWithADefaultKeepsItAndAPresentOneReplacesIt) {
  auto json = body();
  json["accepted"] = false;
  Body out;
  ASSERT_TRUE(from_json(json, out));
  EXPECT_FALSE(out.accepted);
}

TEST(Fields, NullMeansNoneForAnOptionalAndNothingElse) {
  auto json = body();
  json["inner"] = nullptr;
  EXPECT_TRUE(errors_of(json).empty());
  EXPECT_EQ(error_with("/text", nullptr), (FieldError{"/text", wrong_type, "text"}));
  EXPECT_EQ(error_with("/accepted", nullptr), (FieldError{"/accepted", wrong_type, "boolean"}));
}

TEST(Fields, EverythingThatIsWrongIsSaidAtOnce) {
  auto json = body();
  json.erase("text");
  json["unit"] = "weeks";
  json["list"][0]["number"] = "1";
  json["list"][0]["extra"] = 1;
  json["four"] = {1, 2, 3};
  json["colour"] = "red";
  const FieldErrors expected{
      {"/text", missing_field, "text"},
      {"/list/0/number", wrong_type, "integer"},
      {"/list/0/extra", unknown_field, "number|flag"},
      {"/four", wrong_count, "4"},
      {"/unit", not_a_choice, "working_days|calendar_days"},
      {"/colour", unknown_field, "text|inner|list|four|unit|code|official|accepted"}};
  EXPECT_EQ(errors_of(json), expected);
}

TEST(Fields, ANumberIsAWholeNumberWithinItsBounds) {
  EXPECT_EQ(error_with("/list/0/number", 10), (FieldError{"/list/0/number", out_of_range, "0..9"}));
  EXPECT_EQ(error_with("/list/0/number", -1), (FieldError{"/list/0/number", out_of_range, "0..9"}));
  EXPECT_EQ(error_with("/list/0/number", 1.0).code, wrong_type);
  EXPECT_EQ(error_with("/list/0/number", true).code, wrong_type);
  EXPECT_EQ(error_with("/list/0/number", 3'000'000'000).code, out_of_range);
  EXPECT_EQ(error_with("/four", Json({1, 2, 3, 101})),
            (FieldError{"/four", out_of_range, "0..100"}));
}

TEST(Fields, ANumberOfSixtyFourBitsEndsWhereJsonStopsBeingExact) {
  Wrapper out;
  Json json = parse_json(R"({"number":1,"flag":true,"size":9007199254740991})").value();
  ASSERT_TRUE(from_json(json, out));
  EXPECT_EQ(out.size, 9'007'199'254'740'991u);
  EXPECT_EQ(out.inner, (Inner{1, true}));
  for (const auto* size : {"9007199254740992", "18446744073709551615", "-1"}) {
    json["size"] = parse_json(size).value();
    const auto read = from_json(json, out);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().front().where, "/size");
    EXPECT_EQ(read.error().front().code, out_of_range);
  }
}

TEST(Fields, AFlattenedMembersFieldsStandAmongTheOthers) {
  Wrapper out;
  const auto read = from_json(parse_json(R"({"size":1,"flag":"no","inner":{}})").value(), out);
  ASSERT_FALSE(read);
  const FieldErrors expected{{"/number", missing_field, "integer"},
                             {"/flag", wrong_type, "boolean"},
                             {"/inner", unknown_field, "number|flag|size"}};
  EXPECT_EQ(read.error(), expected);
  EXPECT_EQ(to_json_text(to_json(Wrapper{{1, true}, 2})), R"({"flag":true,"number":1,"size":2})");
}

TEST(Fields, IdentifiersOfARequestAreWellFormed) {
  EXPECT_EQ(error_with("/official", "Ông Ba"),
            (FieldError{"/official", not_well_formed_id, "[a-z0-9][a-z0-9_-]{0,63}"}));
  EXPECT_EQ(error_with("/official", "").code, not_well_formed_id);
  EXPECT_EQ(error_with("/code", "roads"),
            (FieldError{"/code", not_well_formed_id, "[A-Z0-9_]{1,64}"}));
}

TEST(Fields, TextAndListsOfARequestHaveLimits) {
  auto json = body();
  json["text"] = std::string(kTextCharactersMax, 'x');
  EXPECT_TRUE(errors_of(json).empty());
  EXPECT_EQ(error_with("/text", std::string(kTextCharactersMax + 1, 'x')),
            (FieldError{"/text", too_long, "16384"}));
  const Json item = {{"number", 1}, {"flag", true}};
  EXPECT_EQ(error_with("/list", Json::array_t(kItemsMax + 1, item)),
            (FieldError{"/list", too_many, "1000"}));
}

TEST(Fields, TextOfARequestIsKeptComposedAndARecordsAsItIs) {
  auto json = body();
  json["text"] = "He\u0309m\r\n12";
  Body out;
  ASSERT_TRUE(from_json(json, out));
  EXPECT_EQ(out.text, "Hẻm\n12");
  json["version"] = 2;
  ASSERT_TRUE(from_json(json, out, Source::record));
  EXPECT_EQ(out.text, "He\u0309m\r\n12");
}

TEST(Fields, TextOfARequestIsReadable) {
  EXPECT_EQ(error_with("/text", "a\u202Eb"),
            (FieldError{"/text", bidirectional_control, "U+202E"}));
  EXPECT_EQ(error_with("/text", std::string("a\0b", 3)),
            (FieldError{"/text", control_character, "U+0000"}));
  EXPECT_EQ(error_with("/text", "\u3000"), (FieldError{"/text", blank_text, ""}));
  auto json = body();
  json["text"] = "";
  EXPECT_TRUE(errors_of(json).empty()) << "whether it may be empty is for the rules to say";
}

TEST(Fields, WhatTheProgramAssignsIsNeededInARecordAndUnknownInARequest) {
  auto json = body();
  EXPECT_EQ(errors_of(json, Source::record), (FieldErrors{{"/version", missing_field, "integer"}}));
  json["version"] = 2;
  EXPECT_TRUE(errors_of(json, Source::record).empty());
  ASSERT_EQ(errors_of(json).size(), 1u);
  EXPECT_EQ(errors_of(json).front().where, "/version");
  EXPECT_EQ(errors_of(json).front().code, unknown_field);
}

TEST(Fields, ARecordIsAskedForItsFormOnly) {
  auto json = body();
  json["version"] = 2;
  json["text"] = std::string(kTextCharactersMax + 1, 'x');
  json["list"][0]["number"] = 1'000;
  json["official"] = "Ông Ba";
  EXPECT_TRUE(errors_of(json, Source::record).empty());
}

TEST(Fields, DatesOfARequestAreRealDaysOfOurTime) {
  const auto read = [](const char* date) {
    domain::PlanApproved out;
    const Json json = {{"number", 1}, {"symbol", "s"}, {"date", date}, {"signer", "o"}};
    const auto result = from_json(json, out);
    return result ? FieldError{} : result.error().front();
  };
  EXPECT_EQ(read("2021-03-12"), FieldError{});
  EXPECT_EQ(read("2021-02-30"), (FieldError{"/date", not_a_date, "YYYY-MM-DD"}));
  EXPECT_EQ(read("12/03/2021"), (FieldError{"/date", not_a_date, "YYYY-MM-DD"}));
  EXPECT_EQ(read("9999-12-31"), (FieldError{"/date", out_of_range, "1900..2199"}));
}

TEST(Fields, ErrorsAreListedUpToALimitAndNoneIsTakenForSuccess) {
  auto json = Json::object();
  for (int i = 0; i < 500; ++i) {
    json["unknown" + std::to_string(i)] = i;
  }
  EXPECT_EQ(errors_of(json).size(), kFieldErrorsMax);
}

TEST(Fields, ABodyIsAnObject) {
  EXPECT_EQ(errors_of(Json::array()), (FieldErrors{{"", not_an_object, "object"}}));
  EXPECT_EQ(error_with("/inner", 1), (FieldError{"/inner", not_an_object, "object"}));
}

}  // namespace
}  // namespace langnghe::codec::test
