#include <chrono>
#include <ctime>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include <api/file_accounts.hpp>

#include "accounts/account_file.hpp"
#include "accounts/secrets.hpp"
#include "scratch.hpp"

namespace langnghe::api::test {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view kLedger = "tan-quy-dong";
constexpr std::string_view kPassword = "lắng nghe dân nói";
const domain::UserId kUser{"can-bo-1"};

class AccountsTest : public testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(accounts.set_password(kLedger, kUser, kPassword)); }

  std::expected<Accounts::LoginSession, AccountError> sign_in(std::string_view password,
                                                              std::string_view peer = "10.0.0.1") {
    return accounts.sign_in(kLedger, kUser, password, peer);
  }

  Scratch scratch;
  domain::Instant now{std::chrono::sys_days{std::chrono::January / 4 / 2021}};
  Limits limits;
  FileAccounts file_accounts{scratch.file(), limits, [this] { return now; }};
  Accounts& accounts = file_accounts;
};

TEST_F(AccountsTest, TheRightPasswordOpensASessionOfThatUser) {
  const auto session = sign_in(kPassword);
  ASSERT_TRUE(session);
  EXPECT_EQ(session->cookie.size(), 43U);
  EXPECT_EQ(session->csrf_token.size(), 43U);
  EXPECT_NE(session->cookie, session->csrf_token);
  EXPECT_EQ(session->max_age, limits.login_session_max);
  const auto identity = accounts.by_cookie(session->cookie);
  ASSERT_TRUE(identity);
  EXPECT_EQ(identity->ledger, kLedger);
  EXPECT_EQ(identity->user, kUser);
  EXPECT_TRUE(identity->by_cookie);
  EXPECT_EQ(identity->csrf_token, session->csrf_token);
}

TEST_F(AccountsTest, AWrongPasswordAndAnUnknownUserAreTheSameAnswer) {
  EXPECT_EQ(sign_in("lắng nghe dân nó").error(), AccountError::bad_credentials);
  EXPECT_EQ(accounts.sign_in(kLedger, domain::UserId{"nobody"}, kPassword, "10.0.0.1").error(),
            AccountError::bad_credentials);
  EXPECT_EQ(accounts.sign_in("another-ward", kUser, kPassword, "10.0.0.1").error(),
            AccountError::bad_credentials);
}

TEST_F(AccountsTest, AnUnknownUserCostsTheTimeOfAHash) {
  const auto processor_time = [](const auto& act) {
    const std::clock_t began = std::clock();
    act();
    return static_cast<double>(std::clock() - began);
  };
  const double known = processor_time([&] { EXPECT_FALSE(sign_in("wrong password")); });
  const double unknown = processor_time([&] {
    EXPECT_FALSE(accounts.sign_in(kLedger, domain::UserId{"nobody"}, "wrong password", "10.0.0.1"));
  });
  EXPECT_GT(unknown, known * 0.4);
  EXPECT_LT(unknown, known * 2.5);
}

TEST_F(AccountsTest, ThePasswordIsTheSameHoweverItsMarksAreTyped) {
  EXPECT_TRUE(sign_in("lắng nghe dân nói"));
  EXPECT_TRUE(sign_in("la\u0306\u0301ng nghe da\u0302n no\u0301i"));
  EXPECT_TRUE(sign_in("lắng\u00A0nghe\u3000dân nói"));
  EXPECT_FALSE(sign_in("lang nghe dan noi"));
}

TEST_F(AccountsTest, APasswordHashedAsItWasTypedStillOpens) {
  const std::string apart = "ma\u0323\u0302t kha\u0302\u0309u cu\u0303";
  const auto hash = hash_password(apart);
  {
    AccountFile file(scratch.file());
    ASSERT_TRUE(file.update([&](AccountBook& book) -> std::expected<void, AccountError> {
      book[{std::string(kLedger), kUser.value}].password_hash = hash;
      return {};
    }));
  }
  EXPECT_TRUE(sign_in(apart));
}

TEST_F(AccountsTest, WhatCannotBeTypedIsNoPassword) {
  EXPECT_FALSE(accounts.set_password(kLedger, kUser, "mat-khau\u200B-du-dai"));
  EXPECT_FALSE(accounts.set_password(kLedger, kUser, "mat-khau\n-du-dai"));
  EXPECT_TRUE(sign_in(kPassword));
}

TEST_F(AccountsTest, APasswordNeedsTenCharacters) {
  EXPECT_EQ(accounts.set_password(kLedger, kUser, "chín ký t").error(), AccountError::weak_secret);
  EXPECT_EQ(accounts.set_password(kLedger, kUser, "ấấấấấấấấấ").error(), AccountError::weak_secret);
  EXPECT_TRUE(accounts.set_password(kLedger, kUser, "ấấấấấấấấấấ"));
}

TEST_F(AccountsTest, TheEighthFailureFromOneAddressClosesThatDoorForTheWindow) {
  for (int i = 0; i < limits.sign_in_failures_max; ++i) {
    EXPECT_EQ(sign_in("wrong password").error(), AccountError::bad_credentials);
  }
  EXPECT_EQ(sign_in(kPassword).error(), AccountError::throttled);
  EXPECT_TRUE(sign_in(kPassword, "10.0.0.2")) << "the owner is elsewhere";
  now += limits.sign_in_window;
  EXPECT_TRUE(sign_in(kPassword));
}

TEST_F(AccountsTest, ADeviceThatSignedInBeforePassesWhatStrangersLocked) {
  const auto first = sign_in(kPassword);
  const auto device = accounts.welcome(first->cookie, "", 7).device;
  ASSERT_EQ(device.size(), 43U);
  for (int i = 0; i < limits.sign_in_account_failures_max; ++i) {
    EXPECT_EQ(sign_in("wrong password", "10.1.0." + std::to_string(i)).error(),
              AccountError::bad_credentials);
  }
  EXPECT_EQ(sign_in(kPassword, "10.2.0.1").error(), AccountError::throttled);
  const auto with = [&](std::string_view cookie, const domain::UserId& user) {
    return accounts.sign_in(kLedger, user, kPassword, "10.2.0.1", cookie);
  };
  EXPECT_EQ(with(std::string(43, 'A'), kUser).error(), AccountError::throttled) << "made up";
  const auto again = with(device, kUser);
  ASSERT_TRUE(again);
  const auto welcome = accounts.welcome(again->cookie, device, 9);
  EXPECT_EQ(welcome.device, device) << "the same device";
  EXPECT_EQ(welcome.identity.news_from, 7U);
  EXPECT_EQ(accounts.by_cookie(again->cookie)->news_from, 7U);
  EXPECT_EQ(scratch.text().find(device), std::string::npos);
  // It is known for its own account, for a time, and no longer than the password it came with.
  const domain::UserId other{"can-bo-2"};
  ASSERT_TRUE(accounts.set_password(kLedger, other, kPassword));
  for (int i = 0; i < limits.sign_in_account_failures_max; ++i) {
    (void)accounts.sign_in(kLedger, other, "wrong password", "10.3.0." + std::to_string(i));
  }
  EXPECT_EQ(with(device, other).error(), AccountError::throttled);
  ASSERT_TRUE(accounts.set_password(kLedger, kUser, kPassword));
  EXPECT_EQ(with(device, kUser).error(), AccountError::throttled);
}

TEST_F(AccountsTest, ADeviceGuessesNoMoreThanAnAddress) {
  const auto device = accounts.welcome(sign_in(kPassword)->cookie, "", 0).device;
  int tried = 0;
  for (int i = 0; i < 50; ++i) {
    tried += accounts.sign_in(kLedger, kUser, "wrong password", "10.0.0.1", device).error() ==
                     AccountError::bad_credentials
                 ? 1
                 : 0;
  }
  EXPECT_EQ(tried, limits.sign_in_failures_max);
}

TEST_F(AccountsTest, ALinkLetsThePersonSetAPasswordOnceAndInTime) {
  const AccountActor admin{{"admin"}, domain::Role::admin};
  const AccountActor person{kUser, domain::Role::clerk};
  const auto use = [&](std::string_view code, std::string_view password) {
    return accounts.use_sign_in_link(kLedger, kUser, code, password, "10.0.0.1", person);
  };
  const auto stale = accounts.make_sign_in_link(kLedger, kUser, admin).value();
  const auto late = accounts.make_sign_in_link(kLedger, kUser, admin).value();
  EXPECT_EQ(use(stale.code, "mật khẩu của tôi").error(), AccountError::bad_credentials)
      << "another took its place";
  now = late.expires;
  EXPECT_EQ(use(late.code, "mật khẩu của tôi").error(), AccountError::bad_credentials);
  const auto link = accounts.make_sign_in_link(kLedger, kUser, admin).value();
  EXPECT_EQ(link.expires, now + limits.sign_in_link_lifetime);
  EXPECT_EQ(scratch.text().find(link.code), std::string::npos);
  EXPECT_TRUE(sign_in(kPassword)) << "until it is used the old password stands";
  EXPECT_EQ(use(link.code, "ngắn").error(), AccountError::weak_secret);
  EXPECT_EQ(use("", "mật khẩu của tôi").error(), AccountError::bad_credentials);
  ASSERT_TRUE(use(link.code, "mật khẩu của tôi"));
  EXPECT_EQ(use(link.code, "mật khẩu của ai").error(), AccountError::bad_credentials);
  EXPECT_TRUE(sign_in("mật khẩu của tôi"));
  EXPECT_FALSE(sign_in(kPassword));
}

TEST_F(AccountsTest, ANewPasswordEndsTokensAndTheLink) {
  const AccountActor admin{{"admin"}, domain::Role::admin};
  const auto token = accounts.make_token(kLedger, kUser, "bảng tin", 24h).value();
  const auto link = accounts.make_sign_in_link(kLedger, kUser, admin).value();
  ASSERT_TRUE(accounts.set_password(kLedger, kUser, "mật khẩu mới hơn"));
  EXPECT_FALSE(accounts.by_token(token));
  EXPECT_TRUE(accounts.tokens(kLedger, kUser).empty());
  EXPECT_FALSE(accounts.use_sign_in_link(kLedger, kUser, link.code, "mật khẩu của tôi", "x",
                                         {kUser, domain::Role::clerk}));
}

TEST_F(AccountsTest, TokensAreListedWithTheirLastUseAndRevokedOneByOne) {
  const auto token = accounts.make_token(kLedger, kUser, "bảng tin", 24h).value();
  const auto other = accounts.make_token(kLedger, kUser, "máy quét", 48h).value();
  ASSERT_EQ(accounts.tokens(kLedger, kUser).size(), 2U);
  EXPECT_FALSE(accounts.tokens(kLedger, kUser)[0].last_used);
  now += 1min;
  EXPECT_TRUE(accounts.by_token(token));
  const auto listed = accounts.tokens(kLedger, kUser);
  EXPECT_EQ(listed[0].name, "bảng tin");
  EXPECT_EQ(listed[0].last_used, now);
  EXPECT_FALSE(listed[1].last_used);
  EXPECT_EQ(token.find(listed[0].id), std::string::npos);
  EXPECT_EQ(accounts.revoke_token(kLedger, kUser, "0000000000000000"), false);
  EXPECT_EQ(accounts.revoke_token(kLedger, kUser, listed[0].id), true);
  EXPECT_FALSE(accounts.by_token(token));
  EXPECT_TRUE(accounts.by_token(other));
}

TEST_F(AccountsTest, WhatFailsAtADoorIsShownAndBounded) {
  (void)sign_in("wrong password", "10.9.9.9");
  for (int i = 0; i < 500; ++i) {
    (void)accounts.sign_in(kLedger, domain::UserId{"mat-khau-go-nham"}, "x",
                           "10.0." + std::to_string(i / 250) + '.' + std::to_string(i % 250));
  }
  const auto own = accounts.failed_sign_ins(kLedger, kUser);
  ASSERT_EQ(own.size(), 1U);
  EXPECT_EQ(own[0].address, "10.9.9.9");
  EXPECT_EQ(own[0].times, 1U);
  const auto all = accounts.failed_sign_ins(kLedger, {});
  EXPECT_LE(all.size(), 1U + 32U);
  for (const auto& row : all) {
    EXPECT_NE(row.user.value, "mat-khau-go-nham") << "what was typed as a name may be a password";
  }
}

TEST_F(AccountsTest, AWayInIsWrittenDownWithItsSecretUntilTheLedgerHasIt) {
  const AccountActor machine{{"system"}, domain::Role::system};
  EXPECT_TRUE(accounts.untold(kLedger).empty());
  FileAccounts file_of_command_line(scratch.file(), limits, [this] { return now; });
  Accounts& command_line = file_of_command_line;
  ASSERT_TRUE(command_line.set_password(kLedger, kUser, "mật khẩu của máy", machine,
                                        domain::PasswordMeans::command_line));
  ASSERT_TRUE(command_line.make_token(kLedger, kUser, "cli", 24h, machine));
  const auto untold = accounts.untold(kLedger);
  ASSERT_EQ(untold.size(), 2U);
  EXPECT_EQ(untold[0].means, domain::PasswordMeans::command_line);
  EXPECT_EQ(untold[1].name, "cli");
  EXPECT_EQ(untold[1].token, accounts.tokens(kLedger, kUser)[0].id);
  EXPECT_EQ(accounts.ledgers_untold(), std::vector<std::string>{std::string(kLedger)});
  ASSERT_TRUE(accounts.told(kLedger, {untold[0].id}));
  EXPECT_EQ(command_line.untold(kLedger).size(), 1U);
  EXPECT_TRUE(accounts.untold("another-ward").empty());
}

TEST_F(AccountsTest, AnIdleSessionEnds) {
  const auto session = sign_in(kPassword);
  now += limits.login_session_idle - 1ms;
  EXPECT_TRUE(accounts.by_cookie(session->cookie));
  now += limits.login_session_idle - 1ms;
  EXPECT_TRUE(accounts.by_cookie(session->cookie));
  now += limits.login_session_idle;
  EXPECT_FALSE(accounts.by_cookie(session->cookie));
}

TEST_F(AccountsTest, ASessionInUseEndsToo) {
  const auto session = sign_in(kPassword);
  const auto end = now + limits.login_session_max;
  while (now + 1h < end) {
    now += 1h;
    EXPECT_TRUE(accounts.by_cookie(session->cookie));
  }
  now = end;
  EXPECT_FALSE(accounts.by_cookie(session->cookie));
}

TEST_F(AccountsTest, SigningOutEndsThatSessionOnly) {
  const auto here = sign_in(kPassword);
  const auto there = sign_in(kPassword);
  ASSERT_TRUE(accounts.sign_out(here->cookie));
  EXPECT_FALSE(accounts.by_cookie(here->cookie));
  EXPECT_TRUE(accounts.by_cookie(there->cookie));
  EXPECT_FALSE(accounts.by_cookie("made-up"));
}

TEST_F(AccountsTest, ANewPasswordEndsOldSessionsAlsoWhenAnotherProcessSetIt) {
  const auto session = sign_in(kPassword);
  FileAccounts file_of_command_line(scratch.file(), limits, [this] { return now; });
  Accounts& command_line = file_of_command_line;
  ASSERT_TRUE(command_line.set_password(kLedger, kUser, "mật khẩu mới"));
  EXPECT_FALSE(accounts.by_cookie(session->cookie));
  EXPECT_EQ(sign_in(kPassword).error(), AccountError::bad_credentials);
  EXPECT_TRUE(sign_in("mật khẩu mới"));
}

TEST_F(AccountsTest, TheSeventeenthSessionOfAUserEndsTheOneNotUsedForLongest) {
  const auto first = sign_in(kPassword);
  now += 1s;
  const auto second = sign_in(kPassword);
  now += 1s;
  EXPECT_TRUE(accounts.by_cookie(first->cookie));  // now the second is the staler one
  for (int i = 0; i < 15; ++i) {
    now += 1s;
    EXPECT_TRUE(sign_in(kPassword));
  }
  EXPECT_TRUE(accounts.by_cookie(first->cookie));
  EXPECT_FALSE(accounts.by_cookie(second->cookie));
}

TEST_F(AccountsTest, ATokenStandsForItsUserUntilItsTimeIsOver) {
  const auto token = accounts.make_token(kLedger, kUser, "bảng tin", 24h);
  ASSERT_TRUE(token);
  EXPECT_EQ(token->size(), 46U);
  EXPECT_TRUE(token->starts_with("ln_"));
  const auto identity = accounts.by_token(*token);
  ASSERT_TRUE(identity);
  EXPECT_EQ(identity->ledger, kLedger);
  EXPECT_EQ(identity->user, kUser);
  EXPECT_FALSE(identity->by_cookie);
  now += 24h - 1ms;
  EXPECT_TRUE(accounts.by_token(*token));
  now += 1ms;
  EXPECT_FALSE(accounts.by_token(*token));
}

TEST_F(AccountsTest, NoSecretIsInTheFile) {
  const auto token = accounts.make_token(kLedger, kUser, "label", 24h);
  const std::string file = scratch.text();
  EXPECT_NE(file.find("$argon2id$"), std::string::npos);
  EXPECT_EQ(file.find(kPassword), std::string::npos);
  EXPECT_EQ(file.find(token->substr(3)), std::string::npos);
}

TEST_F(AccountsTest, ATokenMadeOrRevokedByAnotherProcessCountsAtOnce) {
  FileAccounts file_of_command_line(scratch.file(), limits, [this] { return now; });
  Accounts& command_line = file_of_command_line;
  const auto token = command_line.make_token(kLedger, kUser, "cli", 24h);
  ASSERT_TRUE(token);
  EXPECT_TRUE(accounts.by_token(*token));
  ASSERT_TRUE(command_line.revoke_tokens(kLedger, kUser));
  EXPECT_FALSE(accounts.by_token(*token));
}

TEST_F(AccountsTest, WritersBesideEachOtherLoseNothing) {
  constexpr int kTokensEach = 15;
  FileAccounts file_of_other(scratch.file(), limits, [this] { return now; });
  Accounts& other = file_of_other;
  std::vector<std::string> tokens[2];
  const auto make = [](Accounts& of, std::vector<std::string>& into) {
    for (int i = 0; i < kTokensEach; ++i) {
      into.push_back(of.make_token(kLedger, kUser, "t", 24h).value());
    }
  };
  {
    const std::jthread one([&] { make(accounts, tokens[0]); });
    const std::jthread two([&] { make(other, tokens[1]); });
  }
  for (const auto& list : tokens) {
    for (const auto& token : list) {
      EXPECT_TRUE(accounts.by_token(token));
      EXPECT_TRUE(other.by_token(token));
    }
  }
}

TEST_F(AccountsTest, WhoHasNoAccountGetsNoToken) {
  const domain::UserId nobody{"nobody"};
  EXPECT_EQ(accounts.make_token(kLedger, nobody, "", 1h).error(), AccountError::unknown_user);
  EXPECT_EQ(accounts.revoke_tokens(kLedger, nobody).error(), AccountError::unknown_user);
  EXPECT_FALSE(accounts.has_account(kLedger, nobody));
  EXPECT_TRUE(accounts.has_account(kLedger, kUser));
  EXPECT_FALSE(accounts.has_account("another-ward", kUser));
}

TEST_F(AccountsTest, TextThatIsNoTokenIsNobody) {
  const std::string token = accounts.make_token(kLedger, kUser, "", 1h).value();
  EXPECT_FALSE(accounts.by_token(""));
  EXPECT_FALSE(accounts.by_token(token.substr(1)));
  EXPECT_FALSE(accounts.by_token(token + "x"));
  std::string other = token;
  other.back() = other.back() == 'A' ? 'B' : 'A';
  EXPECT_FALSE(accounts.by_token(other));
}

TEST(AccountsWithoutReadableFile, NobodyIsLetInAndNothingIsOverwritten) {
  const Scratch scratch;
  scratch.write("not what was written here");
  FileAccounts file_of_accounts(scratch.file(), {}, [] { return domain::Instant{}; });
  Accounts& accounts = file_of_accounts;
  EXPECT_EQ(accounts.sign_in(kLedger, kUser, kPassword, "a").error(), AccountError::unavailable);
  EXPECT_EQ(accounts.set_password(kLedger, kUser, kPassword).error(), AccountError::unavailable);
  EXPECT_FALSE(accounts.has_account(kLedger, kUser));
  EXPECT_FALSE(accounts.by_token("ln_" + std::string(43, 'A')));
  EXPECT_EQ(scratch.text(), "not what was written here");
}

}  // namespace
}  // namespace langnghe::api::test
