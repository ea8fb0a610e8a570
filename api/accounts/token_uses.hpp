#pragma once

#include <chrono>
#include <mutex>
#include <optional>
#include <unordered_map>

#include <domain/time.hpp>

#include "accounts/secrets.hpp"

namespace langnghe::api {

/// When uses of tokens were last handed on to be written down, also where that failed: a disk that
/// is full is not asked again with every request. Thread-safe.
class TokenUses {
 public:
  /// True once for each `every`: then the caller writes it down.
  [[nodiscard]] bool is_news(const Digest& token, const std::optional<domain::Instant>& written,
                             domain::Instant now, std::chrono::seconds every) {
    if (written && now < *written + every) {
      return false;
    }
    const std::lock_guard lock(mutex_);
    const auto [found, fresh] = handed_on_.try_emplace(token, now);
    if (!fresh && now < found->second + every) {
      return false;
    }
    found->second = now;
    return true;
  }

 private:
  std::mutex mutex_;  ///< guards handed_on_, which holds tokens that exist and no others
  std::unordered_map<Digest, domain::Instant, DigestHash> handed_on_;
};

}  // namespace langnghe::api
