#include <chrono>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <log/line.hpp>

namespace langnghe::log::test {
namespace {

using std::chrono::milliseconds;

constexpr std::string_view kId = "0af7651916cd43dd8448eb211c80319c";
const std::chrono::system_clock::time_point kThen{milliseconds{1'615'536'000'042}};

Line a_warning(std::string_view what) {
  return {kThen, Level::warning, what, "tan-quy-dong", kId, {}};
}

Line a_request() {
  return {
      kThen,     Level::info,
      "request", "tan-quy-dong",
      kId,       RequestFacts{"POST", "/api/v1/wards/{ward}/issues", 201, 412, milliseconds{7}}};
}

TEST(LogLine, ForAPersonAtATerminalIsTheMessageAlone) {
  EXPECT_EQ(written(a_warning("sổ cái không đọc được"), Form::message),
            "langnghe: tan-quy-dong: sổ cái không đọc được\n");
  EXPECT_EQ(written({kThen, Level::error, "one\ntwo", {}, {}, {}}, Form::message),
            "langnghe: one\ntwo\n");
}

TEST(LogLine, AsTextSaysWhenAndWhichRequest) {
  EXPECT_EQ(written(a_warning("the vault is shut"), Form::text),
            "2021-03-12T08:00:00.042Z warning langnghe: tan-quy-dong: the vault is shut (request "
            "0af7651916cd43dd8448eb211c80319c)\n");
  EXPECT_EQ(written({kThen, Level::info, "ready", {}, {}, {}}, Form::text),
            "2021-03-12T08:00:00.042Z info langnghe: ready\n");
}

TEST(LogLine, AsJsonIsOneObject) {
  EXPECT_EQ(written(a_warning("the vault is shut"), Form::json),
            R"({"time":"2021-03-12T08:00:00.042Z","level":"warning","message":"the vault is shut",)"
            R"("ward":"tan-quy-dong","request_id":"0af7651916cd43dd8448eb211c80319c"})"
            "\n");
}

TEST(LogLine, OfARequestSaysTheRouteAndNotThePath) {
  EXPECT_EQ(written(a_request(), Form::text),
            "2021-03-12T08:00:00.042Z info langnghe: tan-quy-dong: POST "
            "/api/v1/wards/{ward}/issues 201, 412 bytes, 7 ms (request "
            "0af7651916cd43dd8448eb211c80319c)\n");
  const auto json = nlohmann::json::parse(written(a_request(), Form::json));
  EXPECT_EQ(json["method"], "POST");
  EXPECT_EQ(json["route"], "/api/v1/wards/{ward}/issues");
  EXPECT_EQ(json["status"], 201);
  EXPECT_EQ(json["bytes"], 412);
  EXPECT_EQ(json["ms"], 7);
}

TEST(LogLine, NobodyForgesASecondLine) {
  const std::string forged =
      "well\n2021-03-12T08:00:00.042Z error langnghe: all is lost\r\x1b[2J\xc2\x9b"
      "2J\x7f";
  for (const auto form : {Form::text, Form::json}) {
    const auto line = written(a_warning(forged), form);
    EXPECT_EQ(line.find('\n'), line.size() - 1) << line;
    EXPECT_EQ(line.find_first_of("\r\x1b\x7f"), std::string::npos) << line;
    EXPECT_EQ(line.find("\xc2\x9b"), std::string::npos) << line;
  }
}

TEST(LogLine, BytesThatAreNoTextAreReplaced) {
  for (const std::string wrong :
       {"\xff", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe1\xbb"}) {
    const auto line = written(a_warning("a" + wrong + "\"\\z"), Form::json);
    const auto json = nlohmann::json::parse(line, nullptr, false);
    ASSERT_FALSE(json.is_discarded()) << line;
    const auto message = json["message"].get<std::string>();
    EXPECT_TRUE(message.starts_with("a\xef\xbf\xbd")) << line;
    EXPECT_TRUE(message.ends_with("\"\\z")) << line;
  }
}

}  // namespace
}  // namespace langnghe::log::test
