#pragma once

#include <optional>
#include <string_view>

#include <api/file_accounts.hpp>

#include "accounts/account_file.hpp"
#include "accounts/failed_sign_ins.hpp"
#include "accounts/hash_gate.hpp"
#include "accounts/login_sessions.hpp"
#include "accounts/offers.hpp"
#include "accounts/sign_in_throttle.hpp"
#include "accounts/token_uses.hpp"

/// Private to this folder: what the public class is made of.
namespace langnghe::api {

inline constexpr int kHashesAtOnce = 2;
inline constexpr int kHashesWaiting = 8;
inline constexpr int kHashesOfKnownAtOnce = 1;

/// Of an account: with their lengths, what the file of accounts can grow by.
inline constexpr std::size_t kSavedViewsMax = 50;

[[nodiscard]] inline AccountKey key_of(std::string_view ledger, const domain::UserId& user) {
  return {std::string(ledger), user.value};
}

[[nodiscard]] inline const Account* find_account(const AccountFile::Snapshot& snapshot,
                                                 const AccountKey& key) {
  const auto found = snapshot->book.find(key);
  return found == snapshot->book.end() ? nullptr : &found->second;
}

inline constexpr std::size_t kSecretLength = 43;  ///< of `random_secret`

/// A browser with which the person came in: it is known from now on.
void remember_device(Account& account, std::string_view device, domain::Instant now,
                     std::chrono::seconds lifetime);

/// Is this a code of the device at `now`, or one for its loss? It is used up.
[[nodiscard]] bool use_code(StoredSecondFactor& factor, std::string_view typed,
                            domain::Instant now);

/// Tells the ledger later: written in the same rename as what it is about.
void leave_word(Account& account, AccountAct act);

struct FileAccounts::Parts {
  Parts(const std::filesystem::path& path, const Limits& given,
        std::function<domain::Instant()> clock, std::function<domain::Instant()> device_clock);

  const Limits limits;
  const std::function<domain::Instant()> now;
  const std::function<domain::Instant()> device_now;  ///< of the devices that make codes
  AccountFile file;
  SignInThrottle throttle;
  FailedSignIns failed;
  LoginSessions sessions;
  TokenUses uses;
  Offers offers;
  HashGate gate;
  /// A lane of its own, so that a flood of strangers does not stand before who is known.
  HashGate gate_of_known;
};

}  // namespace langnghe::api
