#include <bit>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <gtest/gtest.h>

#include <ledger/canonical_json.hpp>

#include "json/number.hpp"

namespace langnghe::test {
namespace {

using namespace eventstore;

std::string content(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file) << path;
  return {std::istreambuf_iterator<char>(file), {}};
}

class Rfc8785 : public testing::TestWithParam<const char*> {};

TEST_P(Rfc8785, GivesTheBytesOfTheReferenceVectors) {
  const std::filesystem::path vectors = RFC8785_VECTORS;
  const auto canonical = canonicalize(content(vectors / "input" / GetParam()));
  ASSERT_TRUE(canonical) << canonical.error();
  EXPECT_EQ(*canonical, content(vectors / "output" / GetParam()));
}

INSTANTIATE_TEST_SUITE_P(Vectors, Rfc8785,
                         testing::Values("arrays.json", "french.json", "structures.json",
                                         "unicode.json", "values.json", "weird.json"),
                         [](const auto& each) {
                           return std::filesystem::path(each.param).stem().string();
                         });

// RFC 8785 appendix B: the double's bits and its text.
TEST(CanonicalNumber, PrintsTheSamplesOfAppendixB) {
  const std::pair<std::uint64_t, const char*> samples[] = {
      {0x0000000000000000, "0"},
      {0x8000000000000000, "0"},
      {0x0000000000000001, "5e-324"},
      {0x8000000000000001, "-5e-324"},
      {0x7fefffffffffffff, "1.7976931348623157e+308"},
      {0xffefffffffffffff, "-1.7976931348623157e+308"},
      {0x4340000000000000, "9007199254740992"},
      {0xc340000000000000, "-9007199254740992"},
      {0x4430000000000000, "295147905179352830000"},
      {0x44b52d02c7e14af5, "9.999999999999997e+22"},
      {0x44b52d02c7e14af6, "1e+23"},
      {0x44b52d02c7e14af7, "1.0000000000000001e+23"},
      {0x444b1ae4d6e2ef4e, "999999999999999700000"},
      {0x444b1ae4d6e2ef4f, "999999999999999900000"},
      {0x444b1ae4d6e2ef50, "1e+21"},
      {0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7"},
      {0x3eb0c6f7a0b5ed8d, "0.000001"},
      {0x41b3de4355555553, "333333333.3333332"},
      {0x41b3de4355555554, "333333333.33333325"},
      {0x41b3de4355555555, "333333333.3333333"},
      {0x41b3de4355555556, "333333333.3333334"},
      {0x41b3de4355555557, "333333333.33333343"},
      {0xbecbf647612f3696, "-0.0000033333333333333333"},
      {0x43143ff3c1cb0959, "1424953923781206.2"},
  };
  for (const auto& [bits, text] : samples) {
    std::string printed;
    append_json_number(printed, std::bit_cast<double>(bits));
    EXPECT_EQ(printed, text);
    EXPECT_EQ(canonicalize(text), printed);
  }
}

TEST(CanonicalJson, WritesNumbersInOneWay) {
  const std::pair<const char*, const char*> samples[] = {
      {"-0", "0"},       {"0.0", "0"},
      {"-0.0e5", "0"},   {"1.0", "1"},
      {"10e-1", "1"},    {"1E+2", "100"},
      {"1e21", "1e+21"}, {"123e-9", "1.23e-7"},
      {"0.1e1", "1"},    {"999999999999999", "999999999999999"},
      {"-15", "-15"},    {"12345678901234567890", "12345678901234567000"},
      {"0.5", "0.5"},
  };
  for (const auto& [text, canonical] : samples) {
    EXPECT_EQ(canonicalize(text), canonical) << text;
  }
}

TEST(CanonicalJson, SortsNamesByUtf16CodeUnits) {
  EXPECT_EQ(canonicalize("{\"\uFB33\":1,\"\U0001F602\":2,\"\uE000\":3,\"\uD7FF\":4,\"a\":5}"),
            "{\"a\":5,\"\uD7FF\":4,\"\U0001F602\":2,\"\uE000\":3,\"\uFB33\":1}");
  EXPECT_EQ(canonicalize(R"({"ab":1,"a":2,"":3,"b":4,"aa":5})"),
            R"({"":3,"a":2,"aa":5,"ab":1,"b":4})");
  EXPECT_EQ(canonicalize(R"({"\u000a":1,"\t":2})"), R"({"\t":2,"\n":1})");
}

TEST(CanonicalJson, EscapesOnlyWhatMustBe) {
  EXPECT_EQ(canonicalize(R"("\u0000\u001F\u007f\/\u0022\u005C\u00e9\ud83d\ude02\b\f\n\r\t")"),
            "\"\\u0000\\u001f\x7f/\\\"\\\\\u00e9\U0001F602\\b\\f\\n\\r\\t\"");
}

TEST(CanonicalJson, ReordersNestedObjects) {
  EXPECT_EQ(canonicalize(R"( { "b" : [ { "d" : 1 , "c" : { "f" : 2 , "e" : [ ] } } , { } ] ,
                              "a" : null } )"),
            R"({"a":null,"b":[{"c":{"e":[],"f":2},"d":1},{}]})");
}

TEST(CanonicalJson, RefusesWhatIsNotJson) {
  for (const char* text : {"",
                           " ",
                           "{",
                           "[",
                           "[1",
                           "[1,",
                           "[1,]",
                           "[,1]",
                           "{\"a\"",
                           "{\"a\":",
                           "{\"a\":1",
                           "{\"a\":1,",
                           "{\"a\":1,}",
                           "{a:1}",
                           "{\"a\" 1}",
                           "{1:2}",
                           "tru",
                           "nul",
                           "True",
                           "01",
                           "-",
                           "+1",
                           ".5",
                           "1.",
                           "1.e2",
                           "1e",
                           "1e+",
                           "0x1",
                           "NaN",
                           "Infinity",
                           "\"",
                           "\"a",
                           "\"\\",
                           "\"\\x\"",
                           "\"\\u12\"",
                           "\"\\u12g4\"",
                           "\"\n\"",
                           "'a'",
                           "1 2",
                           "{} {}",
                           "[1 2]",
                           "//",
                           "\xEF\xBB\xBF{}"}) {
    EXPECT_FALSE(canonicalize(text)) << text;
  }
}

TEST(CanonicalJson, RefusesWhatTheRfcForbids) {
  EXPECT_FALSE(canonicalize(R"({"a":1,"a":1})"));
  EXPECT_FALSE(canonicalize(R"({"a":1,"b":2,"\u0061":3})"));
  EXPECT_FALSE(canonicalize(R"("\ud83d")"));
  EXPECT_FALSE(canonicalize(R"("\ud83dx")"));
  EXPECT_FALSE(canonicalize(R"("\ud83d\u0041")"));
  EXPECT_FALSE(canonicalize(R"("\ude02\ud83d")"));
  EXPECT_FALSE(canonicalize("\"\xC3\""));
  EXPECT_FALSE(canonicalize("\"\xED\xA0\x80\""));  // a surrogate in UTF-8
  EXPECT_FALSE(canonicalize("1e309"));
  EXPECT_FALSE(canonicalize("-1e99999999999999999999"));
  EXPECT_FALSE(canonicalize("1e-400"));
}

TEST(CanonicalJson, NestsSixtyFourDeepAndNoDeeper) {
  const auto arrays = [](std::size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
  };
  const auto objects = [](std::size_t depth) {
    std::string text = "1";
    for (std::size_t level = 0; level < depth; ++level) {
      text = "{\"a\":" + text + "}";
    }
    return text;
  };
  EXPECT_EQ(canonicalize(arrays(64)), arrays(64));
  EXPECT_FALSE(canonicalize(arrays(65)));
  EXPECT_EQ(canonicalize(objects(64)), objects(64));
  EXPECT_FALSE(canonicalize(objects(65)));
  EXPECT_FALSE(canonicalize(std::string(1'000'000, '[')));
}

TEST(CanonicalJson, SaysWhereItStopped) {
  EXPECT_EQ(canonicalize(R"({"a":tru})").error(), "not a JSON value at byte 5");
}

TEST(Utf8, KnowsTheEdgesOfEveryLength) {
  for (const char* valid :
       {"", "a", "\x7f", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80",
        "\xEF\xBF\xBF", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF", "Nguyễn Huệ, đường số 7"}) {
    EXPECT_TRUE(is_valid_utf8(valid)) << valid;
  }
  for (const char* broken :
       {"\x80", "\xC0\x80", "\xC1\xBF", "\xC2", "\xC2 ", "\xE0\x9F\xBF", "\xE1\x80", "\xE1\x80 ",
        "\xED\xA0\x80", "\xED\xBF\xBF", "\xF0\x8F\xBF\xBF", "\xF1\x80\x80", "\xF4\x90\x80\x80",
        "\xF5\x80\x80\x80", "\xFF", "a\xFE"}) {
    EXPECT_FALSE(is_valid_utf8(broken)) << broken;
  }
}

}  // namespace
}  // namespace langnghe::test
