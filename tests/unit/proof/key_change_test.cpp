#include <filesystem>

#include <gtest/gtest.h>

#include <transparency/key_change.hpp>

#include "followed_ledger.hpp"

namespace langnghe::test {
namespace {

using namespace eventstore;

constexpr auto kKind = SignatureKind::ed25519;

KeyChange change(const SigningKey& before, const SigningKey& after) {
  return {before.verifier("langnghe/x", kKind), after.verifier("langnghe/x", kKind), 7, Hash{1}};
}

TEST(KeyChange, LeadsFromATrustedKeyToThoseAfterIt) {
  const auto a = SigningKey::from_seed({1});
  const auto b = SigningKey::from_seed({2});
  const auto c = SigningKey::from_seed({3});
  const std::string text =
      sign_key_change(change(a, b), a, b) + sign_key_change(change(b, c), b, c);
  const auto changes = open_key_changes(text);
  ASSERT_TRUE(changes) << changes.error().context;
  EXPECT_EQ((std::vector{change(a, b), change(b, c)}), *changes);
  const auto key = [](const SigningKey& of) { return of.verifier("langnghe/x", kKind); };
  EXPECT_EQ((std::vector{key(c), key(b), key(a)}), keys_through(key(a), *changes));
  EXPECT_EQ((std::vector{key(c), key(b)}), keys_through(key(b), *changes));
  EXPECT_EQ((std::vector{key(b), key(a)}), former_keys(text, key(c)).value());
  EXPECT_FALSE(former_keys(text, key(b))) << "they do not end at the present key";
}

TEST(KeyChange, IsRefusedUnlessBothKeysSignedIt) {
  const auto a = SigningKey::from_seed({1});
  const auto b = SigningKey::from_seed({2});
  const auto thief = SigningKey::from_seed({4});
  EXPECT_TRUE(open_key_changes(sign_key_change(change(a, b), a, b)));
  EXPECT_FALSE(open_key_changes(sign_key_change(change(a, b), thief, b)));
  EXPECT_FALSE(open_key_changes(sign_key_change(change(a, b), a, thief)));
  const std::string good = sign_key_change(change(a, b), a, b);
  for (std::size_t i = 0; i < good.size(); ++i) {
    std::string changed = good;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    EXPECT_FALSE(open_key_changes(changed)) << i;
  }
  EXPECT_FALSE(open_key_changes(good + sign_key_change(change(a, thief), a, thief))) << "a gap";
}

TEST(KeyRotation, SignsAnewFromAnAnchorOfTheKeyBefore) {
  const LogFolders folders;
  const auto keys = folders.directory.path() / "keys";
  const KeyRotation where{.keys = keys, .anchor = folders.anchor()};
  FixedLedger store(synthetic_records(30));
  const auto start = [&] {
    auto key = SigningKey::load(where.current(), true);
    EXPECT_TRUE(key);
    TransparencyOptions options;
    options.proof = folders.proof();
    options.anchor = folders.anchor();
    options.keys = keys;
    auto log = Transparency::start(store, std::move(*key), options);
    EXPECT_TRUE(log && (*log)->wait_for(kWard, 30, within(kLongEnough)) == 30u);
    return std::move(*log);
  };
  const auto first = start()->verifier(kWard);
  ASSERT_TRUE(rotate_signing_key(where));
  EXPECT_FALSE(std::filesystem::exists(where.next()));
  const auto log = start();
  EXPECT_NE(first, log->verifier(kWard));
  EXPECT_EQ((std::vector{log->verifier(kWard), first}), log->verifiers(kWard));
  EXPECT_TRUE(open_checkpoint(log->checkpoint(kWard).value(), log->verifier(kWard)));
  const auto changes = open_key_changes(log->key_changes(kWard).value());
  ASSERT_TRUE(changes);
  EXPECT_EQ(30u, changes->front().size);
}

}  // namespace
}  // namespace langnghe::test
