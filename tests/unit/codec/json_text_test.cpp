#include <string>

#include <gtest/gtest.h>

#include <codec/json_text.hpp>

namespace langnghe::codec::test {
namespace {

using enum FieldErrorCode;

FieldError error_of(std::string_view text) {
  const auto parsed = parse_json(text);
  EXPECT_FALSE(parsed) << text;
  return parsed ? FieldError{} : parsed.error();
}

TEST(JsonText, EveryKindOfValueIsRead) {
  constexpr std::string_view kText =
      R"({"a":[1,-2,2.5,true,false,null,"é\u00e9",[],{}],"b":{"c":{"d":[{"e":1},{"f":2}]}},)"
      R"("g":18446744073709551615})";
  const auto json = parse_json(kText);
  ASSERT_TRUE(json);
  EXPECT_EQ(*json, Json::parse(kText));
  EXPECT_EQ(parse_json("7").value(), Json(7));
}

TEST(JsonText, WhatIsNotOneTextIsRefused) {
  for (const auto* text : {"", " ", "{", "[1,]", "{\"a\":1,}", "{a:1}", "1 2", "{} x", "NaN",
                           "\"\xff\"", "\"\xed\xa0\x80\"", "// c\n1", "1e999"}) {
    EXPECT_EQ(error_of(text).code, not_json) << text;
  }
}

TEST(JsonText, ANameStandsOnlyOnceInAnObject) {
  EXPECT_EQ(error_of(R"({"a":1,"a":1})"), (FieldError{"/a", duplicate_field, ""}));
  EXPECT_EQ(error_of(R"({"x":[{},{"y":[1,{"a":1,"a":2}]}]})"),
            (FieldError{"/x/1/y/1/a", duplicate_field, ""}));
  EXPECT_EQ(error_of(R"({"a":1,"\u0061":1})").code, duplicate_field);
  EXPECT_TRUE(parse_json(R"({"a":{"a":1},"b":{"a":1}})"));
}

TEST(JsonText, NestingHasALimit) {
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
  };
  EXPECT_TRUE(parse_json(nested(kJsonDepthMax)));
  EXPECT_EQ(error_of(nested(kJsonDepthMax + 1)).code, too_deep);
  EXPECT_EQ(error_of(std::string(1'000'000, '[')).code, too_deep);
}

TEST(JsonText, IsWrittenWithSortedNamesAndNoSpace) {
  EXPECT_EQ(to_json_text(parse_json(R"( { "b" : 1 , "a" : [ 1 , "x" ] } )").value()),
            R"({"a":[1,"x"],"b":1})");
}

}  // namespace
}  // namespace langnghe::codec::test
