#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include <domain/time.hpp>

#include "accounts/account_book.hpp"

namespace langnghe::api {

/// Shared secrets that were shown to their people and that no code confirmed yet: in memory, one
/// for an account, for a short time. Thread-safe.
class Offers {
 public:
  void put(const AccountKey& account, std::string secret, domain::Instant now) {
    const std::lock_guard lock(mutex_);
    std::erase_if(offers_, [&](const auto& each) { return is_over(each.second, now); });
    offers_.insert_or_assign(account, Offer{std::move(secret), now});
  }
  /// Nothing where there is none, or it is over.
  [[nodiscard]] std::optional<std::string> of(const AccountKey& account,
                                              domain::Instant now) const {
    const std::lock_guard lock(mutex_);
    const auto found = offers_.find(account);
    return found == offers_.end() || is_over(found->second, now)
               ? std::nullopt
               : std::optional(found->second.secret);
  }
  void take_back(const AccountKey& account) {
    const std::lock_guard lock(mutex_);
    offers_.erase(account);
  }

 private:
  static constexpr std::chrono::minutes kLifetime{15};
  struct Offer {
    std::string secret;
    domain::Instant made{};
  };

  [[nodiscard]] static bool is_over(const Offer& offer, domain::Instant now) {
    return now >= offer.made + kLifetime;
  }

  mutable std::mutex mutex_;  ///< guards offers_
  std::map<AccountKey, Offer> offers_;
};

}  // namespace langnghe::api
