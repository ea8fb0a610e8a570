#include <string>

#include <gtest/gtest.h>

#include <ledger/record/form.hpp>

namespace langnghe::test {
namespace {

using namespace eventstore;

TEST(Form, HappenedIsADayOrAnInstantWithItsOffset) {
  for (const char* good :
       {"2021-03-12", "2024-02-29", "2021-03-12T19:30:00+07:00", "2021-03-12T00:00:00Z",
        "2021-03-12T23:59:60Z", "2021-03-12T12:00:00.5-11:30", "2021-03-12T12:00:00.123456789Z"}) {
    EXPECT_TRUE(is_happened(good)) << good;
  }
  for (const char* bad : {"",
                          "2021",
                          "2021-3-12",
                          "2021-02-29",
                          "2021-13-01",
                          "2021-00-10",
                          "2021-04-31",
                          "2021-03-12T",
                          "2021-03-12 19:30:00Z",
                          "2021-03-12T19:30Z",
                          "2021-03-12T19:30:00",
                          "2021-03-12T24:00:00Z",
                          "2021-03-12T19:60:00Z",
                          "2021-03-12T19:30:61Z",
                          "2021-03-12T19:30:00.Z",
                          "2021-03-12T19:30:00+7:00",
                          "2021-03-12T19:30:00+24:00",
                          "2021-03-12T19:30:00+07:60",
                          "2021-03-12T19:30:00z",
                          "2021-03-12T19:30:00ZZ",
                          "12/03/2021"}) {
    EXPECT_FALSE(is_happened(bad)) << bad;
  }
}

TEST(Form, RecordedHasOneWidth) {
  EXPECT_TRUE(is_recorded("2021-03-12T08:30:00.000Z"));
  for (const char* bad :
       {"2021-03-12T08:30:00Z", "2021-03-12T08:30:00.00Z", "2021-03-12T08:30:00.000+07:00",
        "2021-03-32T08:30:00.000Z", "2021-03-12T25:30:00.000Z", ""}) {
    EXPECT_FALSE(is_recorded(bad)) << bad;
  }
}

TEST(Form, NamesKeepToTheirAlphabet) {
  EXPECT_TRUE(is_ledger_id("tan-quy-dong"));
  EXPECT_TRUE(is_ledger_id("7"));
  EXPECT_TRUE(is_ledger_id(std::string(64, 'a')));
  EXPECT_TRUE(is_stream_name("report-calendar-2021-Q1"));
  EXPECT_TRUE(is_stream_name("._-"));
  EXPECT_TRUE(is_stream_name(std::string(128, 'a')));
  for (const std::string& bad : {std::string(), std::string("a/b"), std::string("ấp"),
                                 std::string("a\0b", 3), std::string(129, 'a')}) {
    EXPECT_FALSE(is_ledger_id(bad)) << bad;
    EXPECT_FALSE(is_stream_name(bad)) << bad;
  }
}

TEST(Form, AnEventIdIsAUuidOfVersionSeven) {
  EXPECT_TRUE(is_event_id("0190a1b2-c3d4-7000-8000-00000000000f"));
  for (const char* bad :
       {"", "0190a1b2-c3d4-4000-8000-00000000000f", "0190a1b2-c3d4-7000-c000-00000000000f",
        "0190A1B2-c3d4-7000-8000-00000000000f", "0190a1b2c3d470008000-00000000000f",
        "0190a1b2-c3d4-7000-8000-00000000000g", "0190a1b2-c3d4-7000-8000-00000000000f0"}) {
    EXPECT_FALSE(is_event_id(bad)) << bad;
  }
}

TEST(Form, PlainTextStandsInAStringAsItIs) {
  EXPECT_TRUE(is_plain_text(""));
  EXPECT_TRUE(is_plain_text("Nguyễn Thị Đào /\x7f"));
  for (const char* bad : {"\"", "\\", "\n", "\x1f", "\xC3"}) {
    EXPECT_FALSE(is_plain_text(bad)) << bad;
  }
}

}  // namespace
}  // namespace langnghe::test
