#pragma once

#include <cstddef>
#include <deque>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include <api/accounts.hpp>

#include "accounts/account_book.hpp"

namespace langnghe::api {

/// The failed sign-ins of each account, for its owner and the administrator. Kept in memory, and
/// bounded however much fails: a few rows for each account there is, and for all names there is
/// none of together; a flood at one account takes the place of its own rows alone. Thread-safe.
class FailedSignIns {
 public:
  /// `account` has an empty user where there is no such account: what was typed as a name may be a
  /// password, and is not kept.
  void add(const AccountKey& account, std::string_view peer, domain::Instant now, bool refused);
  /// Newest first; of one account, or with an empty user of the whole ledger.
  [[nodiscard]] std::vector<FailedSignIn> of(const AccountKey& account) const;

 private:
  static constexpr std::size_t kRowsOfAccountMax = 32;

  mutable std::mutex mutex_;  ///< guards rows_
  std::map<AccountKey, std::deque<FailedSignIn>> rows_;
};

}  // namespace langnghe::api
