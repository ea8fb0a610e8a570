#include <array>
#include <chrono>
#include <set>
#include <string>
#include <utility>

#include <gtest/gtest.h>

#include <api/file_accounts.hpp>

#include "accounts/one_time_codes.hpp"
#include "scratch.hpp"

namespace langnghe::api::test {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view kRfcSecret = "12345678901234567890";

TEST(OneTimeCodes, AreThoseOfRfc4226AppendixD) {
  constexpr auto kCodes = std::to_array({"755224", "287082", "359152", "969429", "338314", "254676",
                                         "287922", "162583", "399871", "520489"});
  for (std::size_t counter = 0; counter < kCodes.size(); ++counter) {
    EXPECT_EQ(hotp(kRfcSecret, counter), kCodes[counter]);
  }
}

TEST(OneTimeCodes, AreThoseOfRfc6238AppendixB) {
  // Six digits are the last six of the eight that the RFC prints.
  constexpr auto kCodes =
      std::to_array<std::pair<long long, const char*>>({{59, "287082"},
                                                        {1111111109, "081804"},
                                                        {1111111111, "050471"},
                                                        {1234567890, "005924"},
                                                        {2000000000, "279037"},
                                                        {20000000000, "353130"}});
  for (const auto& [seconds, code] : kCodes) {
    const domain::Instant moment{std::chrono::seconds(seconds)};
    EXPECT_EQ(hotp(kRfcSecret, time_step_of(moment)), code) << seconds;
    EXPECT_EQ(matching_step(kRfcSecret, code, moment, 0), time_step_of(moment)) << seconds;
  }
}

TEST(OneTimeCodes, Base32IsThatOfRfc4648) {
  constexpr auto kPairs =
      std::to_array<std::pair<const char*, const char*>>({{"", ""},
                                                          {"f", "MY"},
                                                          {"fo", "MZXQ"},
                                                          {"foo", "MZXW6"},
                                                          {"foob", "MZXW6YQ"},
                                                          {"fooba", "MZXW6YTB"},
                                                          {"foobar", "MZXW6YTBOI"}});
  for (const auto& [bytes, text] : kPairs) {
    EXPECT_EQ(to_base32(bytes), text);
    EXPECT_EQ(from_base32(text), bytes);
  }
  EXPECT_EQ(from_base32("mzxw 6yt-boi"), "foobar");
  EXPECT_FALSE(from_base32("MZXW1"));
}

TEST(OneTimeCodes, ACodeIsGoodForOneStepToEitherSideAndOnce) {
  const domain::Instant now{std::chrono::seconds(1111111111)};
  const auto step = time_step_of(now);
  EXPECT_EQ(matching_step(kRfcSecret, hotp(kRfcSecret, step - 1), now, 0), step - 1);
  EXPECT_EQ(matching_step(kRfcSecret, hotp(kRfcSecret, step + 1), now, 0), step + 1);
  EXPECT_FALSE(matching_step(kRfcSecret, hotp(kRfcSecret, step - 2), now, 0));
  EXPECT_FALSE(matching_step(kRfcSecret, hotp(kRfcSecret, step + 2), now, 0));
  EXPECT_FALSE(matching_step(kRfcSecret, hotp(kRfcSecret, step), now, step));
  EXPECT_FALSE(matching_step(kRfcSecret, hotp(kRfcSecret, step - 1), now, step));
  EXPECT_FALSE(matching_step(kRfcSecret, "", now, 0));
}

TEST(OneTimeCodes, TheAddressNamesWardAndPersonForThePhone) {
  EXPECT_EQ(otpauth_uri("sa-dec", "chu_tich", "foobar"),
            "otpauth://totp/L%E1%BA%AFng%20Nghe%20sa-dec:chu_tich?secret=MZXW6YTBOI&issuer="
            "L%E1%BA%AFng%20Nghe%20sa-dec&algorithm=SHA1&digits=6&period=30");
}

class SecondFactor : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(accounts.set_password(kLedger, kUser, kPassword));
    ASSERT_TRUE(accounts.set_password(kLedger, {"other"}, kPassword));
  }

  std::string code(int steps_away = 0) {
    return hotp(*from_base32(secret), time_step_of(now + steps_away * 30s));
  }
  std::vector<std::string> turn_on() {
    secret = accounts.offer_second_factor(kLedger, kUser)->secret;
    auto codes = accounts.turn_on_second_factor(kLedger, kUser, code(), by);
    EXPECT_TRUE(codes);
    now += 30s;
    return codes.value_or(std::vector<std::string>());
  }
  std::expected<Accounts::LoginSession, AccountError> sign_in(const std::string& typed,
                                                              std::string_view password = kPassword,
                                                              std::string_view peer = "10.0.0.1") {
    return accounts.sign_in(kLedger, kUser, password, peer, {}, typed);
  }

  static constexpr std::string_view kLedger = "tan-quy-dong";
  static constexpr std::string_view kPassword = "lắng nghe dân nói";
  const domain::UserId kUser{"can-bo-1"};
  const AccountActor by{kUser, domain::Role::officer};

  Scratch scratch;
  domain::Instant now{std::chrono::sys_days{std::chrono::January / 4 / 2021}};
  Limits limits;
  FileAccounts file_accounts{scratch.file(), limits, [this] { return now; }};
  Accounts& accounts = file_accounts;
  std::string secret;
};

TEST_F(SecondFactor, IsAskedForOnceItIsOn) {
  EXPECT_TRUE(sign_in(""));
  EXPECT_FALSE(accounts.second_factor(kLedger, kUser));
  const auto recovery = turn_on();
  EXPECT_EQ(accounts.second_factor(kLedger, kUser)->recovery_codes_left, 10U);
  EXPECT_EQ(sign_in("").error(), AccountError::second_factor_asked);
  EXPECT_EQ(sign_in("", "sai mật khẩu").error(), AccountError::bad_credentials);
  EXPECT_EQ(sign_in(code(), "sai mật khẩu").error(), AccountError::bad_credentials);
  EXPECT_TRUE(sign_in(code()));
  EXPECT_TRUE(accounts.sign_in(kLedger, {"other"}, kPassword, "10.0.0.1"));
}

TEST_F(SecondFactor, ACodeOpensOnceAlsoAfterARestart) {
  turn_on();
  const auto used = code();
  EXPECT_TRUE(sign_in(used));
  EXPECT_EQ(sign_in(used).error(), AccountError::wrong_code);
  FileAccounts after(scratch.file(), limits, [this] { return now; });
  EXPECT_EQ(
      static_cast<Accounts&>(after).sign_in(kLedger, kUser, kPassword, "::1", {}, used).error(),
      AccountError::wrong_code);
  now += 30s;
  EXPECT_TRUE(sign_in(code().substr(0, 3) + ' ' + code().substr(3)));
}

TEST_F(SecondFactor, TheCodeThatTurnedItOnIsUsedUp) {
  secret = accounts.offer_second_factor(kLedger, kUser)->secret;
  ASSERT_TRUE(accounts.turn_on_second_factor(kLedger, kUser, code(), by));
  EXPECT_EQ(sign_in(code()).error(), AccountError::wrong_code);
}

TEST_F(SecondFactor, EachRecoveryCodeOpensOnce) {
  const auto recovery = turn_on();
  ASSERT_EQ(recovery.size(), 10U);
  EXPECT_EQ(std::set(recovery.begin(), recovery.end()).size(), 10U);
  EXPECT_EQ(recovery[0].size(), 19U);
  EXPECT_TRUE(sign_in(recovery[0]));
  EXPECT_EQ(sign_in(recovery[0]).error(), AccountError::wrong_code);
  std::string typed = recovery[1];
  for (auto& c : typed) {
    c = c == '-' ? ' ' : static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  }
  EXPECT_TRUE(sign_in(typed)) << "as people type it";
  EXPECT_EQ(accounts.second_factor(kLedger, kUser)->recovery_codes_left, 8U);
}

TEST_F(SecondFactor, WrongCodesCountAsWrongPasswords) {
  turn_on();
  for (int i = 0; i < limits.sign_in_failures_max; ++i) {
    EXPECT_EQ(sign_in("000000").error(), AccountError::wrong_code);
  }
  EXPECT_EQ(sign_in(code()).error(), AccountError::throttled);
  EXPECT_TRUE(sign_in(code(), kPassword, "10.0.0.2")) << "the owner is elsewhere";
  const auto failed = accounts.failed_sign_ins(kLedger, kUser);
  ASSERT_EQ(failed.size(), 1U);
  EXPECT_EQ(failed[0].refused, 1U);
}

TEST_F(SecondFactor, NothingIsOnBeforeACodeOfTheOfferIsGiven) {
  EXPECT_EQ(accounts.turn_on_second_factor(kLedger, kUser, "000000", by).error(),
            AccountError::no_offer);
  secret = accounts.offer_second_factor(kLedger, kUser)->secret;
  EXPECT_EQ(accounts.turn_on_second_factor(kLedger, kUser, "000000", by).error(),
            AccountError::wrong_code);
  EXPECT_TRUE(sign_in(""));
  now += 15min;
  EXPECT_EQ(accounts.turn_on_second_factor(kLedger, kUser, code(), by).error(),
            AccountError::no_offer);
  turn_on();
  EXPECT_EQ(accounts.offer_second_factor(kLedger, kUser).error(),
            AccountError::second_factor_is_on);
}

TEST_F(SecondFactor, OffItIsNotAskedFor) {
  turn_on();
  EXPECT_EQ(accounts.prove(kLedger, kUser, kPassword, "::1", "000000").error(),
            AccountError::wrong_code);
  EXPECT_TRUE(accounts.prove(kLedger, kUser, kPassword, "::1", code()));
  EXPECT_EQ(accounts.turn_off_second_factor(kLedger, kUser, by), true);
  EXPECT_EQ(accounts.turn_off_second_factor(kLedger, kUser, by), false);
  EXPECT_TRUE(sign_in(""));
}

TEST_F(SecondFactor, TheLedgerIsToldWithoutASecret) {
  const auto recovery = turn_on();
  EXPECT_TRUE(accounts.turn_off_second_factor(kLedger, kUser, {{"quan-tri"}, domain::Role::admin}));
  const auto acts = accounts.untold(kLedger);
  ASSERT_EQ(acts.size(), 2U);
  EXPECT_EQ(acts[0].what, AccountAct::What::second_factor_on);
  EXPECT_EQ(acts[1].what, AccountAct::What::second_factor_off);
  EXPECT_EQ(acts[1].by.user.value, "quan-tri");
}

TEST_F(SecondFactor, RecoveryCodesAreInNoFileAndASecretThatEndedIsGone) {
  const auto recovery = turn_on();
  const auto bare = bare_code(recovery[3]);
  EXPECT_EQ(scratch.text().find(bare), std::string::npos);
  EXPECT_EQ(scratch.text().find(recovery[3]), std::string::npos);
  EXPECT_NE(scratch.text().find(secret), std::string::npos)
      << "at rest, as the file's mode keeps it";
  ASSERT_TRUE(accounts.turn_off_second_factor(kLedger, kUser, by));
  EXPECT_EQ(scratch.text().find(secret), std::string::npos);
}

TEST_F(SecondFactor, APhoneGoesByTheRealTimeWhereTheClockWasSet) {
  FileAccounts set_ahead(
      scratch.file(), limits, [this] { return now + 24h * 300; }, [this] { return now; });
  Accounts& demonstration = set_ahead;
  secret = demonstration.offer_second_factor(kLedger, kUser)->secret;
  EXPECT_TRUE(demonstration.turn_on_second_factor(kLedger, kUser, code(), by));
}

}  // namespace
}  // namespace langnghe::api::test
