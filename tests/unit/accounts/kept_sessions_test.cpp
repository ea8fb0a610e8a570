#include <chrono>
#include <memory>
#include <string>

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <api/file_accounts.hpp>

#include "accounts/session_book.hpp"
#include "scratch.hpp"

namespace langnghe::api::test {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view kLedger = "tan-quy-dong";
constexpr std::string_view kPassword = "lắng nghe dân nói";
const domain::UserId kUser{"can-bo-1"};

/// A serving process that is started again on the same files.
class KeptSessions : public testing::Test {
 protected:
  void SetUp() override {
    start();
    ASSERT_TRUE(accounts().set_password(kLedger, kUser, kPassword));
  }

  void start() {
    serving_ = std::make_unique<FileAccounts>(scratch.file(), limits, [this] { return now; });
  }
  Accounts& accounts() { return *serving_; }

  /// As a browser does it: the password, then the session is let in.
  std::string sign_in() {
    const auto session = accounts().sign_in(kLedger, kUser, kPassword, "10.0.0.1");
    static_cast<void>(accounts().welcome(session->cookie, "", 7));
    return session->cookie;
  }
  bool is_in(const std::string& cookie) { return accounts().by_cookie(cookie).has_value(); }
  std::filesystem::path file() const { return scratch.directory() / "sessions.json"; }
  std::string text() const {
    std::ifstream in(file(), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  /// A disk on which nothing can be put in the place of the file.
  void block_writing() const { std::filesystem::create_directory(file().string() + ".new"); }
  void unblock_writing() const { std::filesystem::remove(file().string() + ".new"); }

  Scratch scratch;
  domain::Instant now{std::chrono::sys_days{std::chrono::January / 4 / 2021}};
  Limits limits;

 private:
  std::unique_ptr<FileAccounts> serving_;
};

TEST_F(KeptSessions, ARestartSignsNobodyOut) {
  now += 1h;
  sign_in();
  now += 1h;
  const auto cookie = sign_in();
  const auto before = accounts().by_cookie(cookie);
  start();
  const auto after = accounts().by_cookie(cookie);
  ASSERT_TRUE(after);
  EXPECT_EQ(after->user, kUser);
  EXPECT_EQ(after->ledger, kLedger);
  EXPECT_EQ(after->csrf_token, before->csrf_token);
  EXPECT_EQ(after->session, before->session);
  EXPECT_EQ(after->news_from, 7U);
  EXPECT_EQ(after->news_since, before->news_since);
  EXPECT_EQ(accounts().sessions(kLedger, kUser).size(), 2U);
}

TEST_F(KeptSessions, NoSecretIsInTheFileAndOnlyItsOwnerReadsIt) {
  const auto cookie = sign_in();
  const auto csrf = accounts().by_cookie(cookie)->csrf_token;
  EXPECT_NE(text().find("can-bo-1"), std::string::npos);
  EXPECT_EQ(text().find(cookie), std::string::npos);
  EXPECT_EQ(text().find(csrf), std::string::npos);
  EXPECT_EQ(text().find("$argon2id$"), std::string::npos);
  struct stat found{};
  ASSERT_EQ(::stat(file().c_str(), &found), 0);
  EXPECT_EQ(found.st_mode & 0777U, 0600U);
}

TEST_F(KeptSessions, TheirEndsComeWhenTheyWouldHaveCome) {
  const auto idle = sign_in();
  now += limits.login_session_idle - 1ms;
  start();
  EXPECT_TRUE(is_in(idle));
  const auto end = now + limits.login_session_max;
  const auto used = sign_in();
  while (now + 1h < end) {
    now += 1h;
    start();
    EXPECT_TRUE(is_in(used));
  }
  now = end;
  start();
  EXPECT_FALSE(is_in(used));
}

TEST_F(KeptSessions, AUseIsKeptToFiveMinutes) {
  const auto cookie = sign_in();
  now += limits.login_session_idle - 1ms;
  EXPECT_TRUE(is_in(cookie));
  now += limits.login_session_idle - 1ms;
  start();
  EXPECT_TRUE(is_in(cookie)) << "the last use was written down";
  const auto before = text();
  now += 4min;
  EXPECT_TRUE(is_in(cookie));
  EXPECT_EQ(text(), before) << "no file is replaced for each request";
}

TEST_F(KeptSessions, WhatEndedNeverComesBack) {
  const auto signed_out = sign_in();
  const auto ended = sign_in();
  ASSERT_TRUE(accounts().sign_out(signed_out));
  const auto row = accounts().by_cookie(ended)->session;
  EXPECT_EQ(accounts().end_session(kLedger, kUser, "made-up"), false);
  EXPECT_EQ(accounts().end_session(kLedger, kUser, row), true);
  const auto among_all = sign_in();
  start();
  EXPECT_FALSE(is_in(signed_out));
  EXPECT_FALSE(is_in(ended));
  EXPECT_TRUE(is_in(among_all));
  ASSERT_TRUE(accounts().end_sessions(kLedger, kUser));
  const auto of_old_password = sign_in();
  start();
  EXPECT_FALSE(is_in(among_all));
  ASSERT_TRUE(accounts().set_password(kLedger, kUser, "mật khẩu mới"));
  start();
  EXPECT_FALSE(is_in(of_old_password));
}

TEST_F(KeptSessions, AnEndThatCannotBeWrittenIsSaidAndWrittenWithTheNext) {
  const auto cookie = sign_in();
  const auto other = sign_in();
  block_writing();
  EXPECT_EQ(accounts().sign_out(cookie).error(), AccountError::unavailable);
  EXPECT_FALSE(is_in(cookie)) << "it is over all the same";
  unblock_writing();
  now += 5min;
  EXPECT_TRUE(is_in(other));  // a use that is written down
  start();
  EXPECT_FALSE(is_in(cookie));
  EXPECT_TRUE(is_in(other));
}

TEST_F(KeptSessions, WhoCannotBeWrittenDownIsSignedInAllTheSame) {
  block_writing();
  const auto cookie = sign_in();
  EXPECT_TRUE(is_in(cookie));
  start();
  EXPECT_FALSE(is_in(cookie));
}

TEST_F(KeptSessions, ASessionThatWasNotLetInIsNotKept) {
  const auto session = accounts().sign_in(kLedger, kUser, kPassword, "10.0.0.1");
  sign_in();
  start();
  EXPECT_FALSE(is_in(session->cookie));
}

TEST_F(KeptSessions, OfADamagedFileNothingIsTaken) {
  const auto cookie = sign_in();
  const auto whole = text();
  for (const auto& damaged : {std::string(), whole.substr(0, whole.size() / 2), std::string("{}"),
                              std::string(R"({"version":2,"sessions":[]})"),
                              std::string(R"({"version":1,"sessions":[{"blake2b":"x"}]})")}) {
    std::ofstream(file(), std::ios::binary | std::ios::trunc) << damaged;
    testing::internal::CaptureStderr();
    start();
    EXPECT_NE(testing::internal::GetCapturedStderr().find("sessions.json is damaged"),
              std::string::npos);
    EXPECT_FALSE(is_in(cookie)) << damaged;
  }
  const auto next = sign_in();
  start();
  EXPECT_TRUE(is_in(next)) << "the next sign-in mends it";
}

TEST_F(KeptSessions, AClockThatWasSetBackLengthensNothing) {
  const auto cookie = sign_in();
  now -= 24h;
  start();
  EXPECT_FALSE(is_in(cookie));
}

}  // namespace
}  // namespace langnghe::api::test
