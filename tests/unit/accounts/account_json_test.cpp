#include <chrono>
#include <string>

#include <gtest/gtest.h>

#include "accounts/account_book.hpp"

namespace langnghe::api {
namespace {

using namespace std::chrono_literals;

AccountBook sample() {
  const domain::Instant made{std::chrono::sys_days{std::chrono::March / 12 / 2021} + 1500ms};
  AccountBook book;
  book[{"ward", "a"}].password_hash = "$argon2id$x";
  book[{"ward", "b"}].tokens = {{digest_of("one"), "máy của tôi", made, made + 24h},
                                {digest_of("two"), "", made, made + 48h}};
  return book;
}

TEST(AccountJson, ComesBackAsItWas) {
  const auto back = book_from_json(to_json(sample()));
  ASSERT_TRUE(back);
  EXPECT_EQ(to_json(*back), to_json(sample()));
  EXPECT_EQ(back->at({"ward", "a"}).password_hash, "$argon2id$x");
  const auto& token = back->at({"ward", "b"}).tokens.at(0);
  EXPECT_EQ(token.digest, digest_of("one"));
  EXPECT_EQ(token.label, "máy của tôi");
  EXPECT_EQ(token.expires - token.made, 24h);
}

TEST(AccountJson, HasTheFormThatReleasesHaveWritten) {
  constexpr std::string_view kGolden = R"({"version":1,"accounts":[
    {"ledger":"ward","user":"a","password":"$argon2id$x","tokens":[
      {"blake2b":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA","label":"x",
       "made":"2021-03-12T00:00:00.000Z","expires":"2021-06-12T00:00:00.000Z"}]}]})";
  const auto book = book_from_json(kGolden);
  ASSERT_TRUE(book);
  EXPECT_EQ(book->at({"ward", "a"}).tokens.at(0).digest, Digest{});
}

TEST(AccountJson, AnythingElseIsRefused) {
  for (const char* text : {
           "",
           "{}",
           "[]",
           R"({"version":2,"accounts":[]})",
           R"({"version":1})",
           R"({"version":1,"accounts":[{"ledger":"w","user":"a"}]})",
           R"({"version":1,"accounts":[{"ledger":"w","user":"a","password":7,"tokens":[]}]})",
           R"({"version":1,"accounts":[{"ledger":"w","user":"a","password":"","tokens":[]},
               {"ledger":"w","user":"a","password":"","tokens":[]}]})",
           R"({"version":1,"accounts":[{"ledger":"w","user":"a","password":"","tokens":[
               {"blake2b":"AAAA","label":"","made":"2021-03-12T00:00:00Z",
                "expires":"2021-03-12T00:00:00Z"}]}]})",
           R"({"version":1,"accounts":[{"ledger":"w","user":"a","password":"","tokens":[
               {"blake2b":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA","label":"",
                "made":"yesterday","expires":"2021-03-12T00:00:00Z"}]}]})",
       }) {
    EXPECT_FALSE(book_from_json(text)) << text;
  }
}

TEST(AccountJson, ALabelThatIsNotUtf8IsMended) {
  AccountBook book = sample();
  book[{"ward", "b"}].tokens[1].label = "\xff";
  const auto back = book_from_json(to_json(book));
  ASSERT_TRUE(back);
  EXPECT_EQ(back->at({"ward", "b"}).tokens[1].label, "\xef\xbf\xbd");
}

TEST(AccountBook, TokensAreFoundByTheirDigest) {
  const TokenIndex index = index_tokens(sample());
  EXPECT_EQ(index.size(), 2U);
  EXPECT_EQ(index.at(digest_of("two")).key.user, "b");
  EXPECT_FALSE(index.contains(digest_of("three")));
}

TEST(Secrets, ADigestIsBlake2bOf256Bits) {
  // Of the empty text: a published value.
  EXPECT_EQ(to_base64url(digest_of("")), "DldRwCblQ7Loqy6wYJnaodHl30d3j3eH-qtFzfEv46g");
}

TEST(Secrets, PasswordsAreArgon2idWithItsOwnSalt) {
  const std::string hash = hash_password("mật khẩu");
  EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=65536,t=2,p=1$")) << hash;
  EXPECT_NE(hash, hash_password("mật khẩu"));
  EXPECT_TRUE(verify_password(hash, "mật khẩu"));
  EXPECT_FALSE(verify_password(hash, "mật khẩy"));
  EXPECT_FALSE(verify_password("", ""));
  EXPECT_FALSE(verify_password(std::string(500, 'x'), ""));
}

}  // namespace
}  // namespace langnghe::api
