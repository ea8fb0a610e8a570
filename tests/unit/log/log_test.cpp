#include <cstdio>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <log/log.hpp>

namespace langnghe::log::test {
namespace {

using nlohmann::json;

/// The log goes to a file as long as the test lasts.
struct LogTest : testing::Test {
  LogTest() { write_as(Form::json); }
  ~LogTest() override {
    configure({});
    std::fclose(file);
  }
  LogTest(const LogTest&) = delete;
  LogTest& operator=(const LogTest&) = delete;

  void write_as(Form form, bool requests = false) const {
    configure({.form = form, .requests = requests, .descriptor = ::fileno(file)});
  }
  [[nodiscard]] std::vector<json> lines() const {
    std::vector<json> lines;
    std::rewind(file);
    std::string line;
    for (int c = std::fgetc(file); c != EOF; c = std::fgetc(file)) {
      if (c == '\n') {
        lines.push_back(json::parse(line));
        line.clear();
      } else {
        line += static_cast<char>(c);
      }
    }
    EXPECT_EQ(line, "") << "a line without its end";
    return lines;
  }

  std::FILE* file = std::tmpfile();
};

TEST_F(LogTest, ALineHasTimeLevelAndMessage) {
  info("a");
  warning("b", "sa-dec");
  error("c");
  const auto said = lines();
  ASSERT_EQ(said.size(), 3U);
  EXPECT_EQ(said[0]["level"], "info");
  EXPECT_EQ(said[1]["level"], "warning");
  EXPECT_EQ(said[1]["ward"], "sa-dec");
  EXPECT_EQ(said[2]["message"], "c");
  EXPECT_EQ(said[2]["time"].get<std::string>().size(), 24U);
  EXPECT_FALSE(said[2].contains("ward"));
  EXPECT_FALSE(said[2].contains("request_id"));
}

TEST_F(LogTest, LinesBelongToTheInnermostScopeOfTheirThread) {
  {
    const Scope outer("r-1");
    info("without a ward");
    {
      const Scope inner("r-1", "tan-quy-dong");
      info("with one");
      info("of another", "sa-dec");
      std::thread([] { info("elsewhere"); }).join();
    }
    info("without again");
  }
  info("outside");
  const auto said = lines();
  ASSERT_EQ(said.size(), 6U);
  EXPECT_EQ(said[0]["request_id"], "r-1");
  EXPECT_FALSE(said[0].contains("ward"));
  EXPECT_EQ(said[1]["ward"], "tan-quy-dong");
  EXPECT_EQ(said[2]["ward"], "sa-dec");
  EXPECT_FALSE(said[3].contains("request_id"));
  EXPECT_FALSE(said[4].contains("ward"));
  EXPECT_FALSE(said[5].contains("request_id"));
}

TEST_F(LogTest, RequestsAreWrittenWhereTheyAreAskedFor) {
  const RequestFacts facts{"GET", "/healthz", 200, 2, std::chrono::milliseconds{1}};
  request(facts, "r-1", "");
  EXPECT_TRUE(lines().empty());
  write_as(Form::json, true);
  request(facts, "r-1", "");
  ASSERT_EQ(lines().size(), 1U);
  EXPECT_EQ(lines()[0]["request_id"], "r-1");
  EXPECT_EQ(lines()[0]["level"], "info");
}

TEST_F(LogTest, ARequestThatFailedIsAWarning) {
  write_as(Form::json, true);
  request({"GET", "", 503, 0, {}}, "r-1", "");
  ASSERT_EQ(lines().size(), 1U);
  EXPECT_EQ(lines()[0]["level"], "warning");
  EXPECT_FALSE(lines()[0].contains("route"));
}

TEST_F(LogTest, OfAnExceptionTheTypeIsSaidAndNotTheText) {
  try {
    throw std::runtime_error("Nguyễn Thị Kín");
  } catch (...) {
    exception("api");
  }
  ASSERT_EQ(lines().size(), 1U);
  EXPECT_EQ(lines()[0]["message"], "api: std::runtime_error");
}

TEST_F(LogTest, LinesOfManyThreadsDoNotMix) {
  constexpr int kThreads = 8;
  constexpr int kEach = 200;
  std::vector<std::jthread> threads;
  for (int i = 0; i < kThreads; ++i) {
    threads.emplace_back([i] {
      const std::string text(static_cast<std::size_t>(1'000 + i), static_cast<char>('a' + i));
      for (int line = 0; line < kEach; ++line) {
        info(text);
      }
    });
  }
  threads.clear();
  const auto said = lines();
  ASSERT_EQ(said.size(), static_cast<std::size_t>(kThreads * kEach));
  for (const auto& line : said) {
    const auto text = line["message"].get<std::string>();
    EXPECT_EQ(text.size(), 1'000U + static_cast<std::size_t>(text[0] - 'a'));
  }
}

TEST_F(LogTest, ALineThatCannotBeWrittenIsLost) {
  configure({.form = Form::text, .requests = false, .descriptor = -1});
  EXPECT_NO_FATAL_FAILURE(error("nobody hears it"));
}

}  // namespace
}  // namespace langnghe::log::test
