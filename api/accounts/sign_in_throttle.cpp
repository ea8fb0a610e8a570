#include "accounts/sign_in_throttle.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include <arpa/inet.h>

namespace langnghe::api {
namespace {

/// Reaching it refuses new names and addresses until old failures have left the window.
constexpr std::size_t kKeysMax = 20'000;
/// Looking through all keys again sooner would let a flood buy much work cheaply.
constexpr std::chrono::seconds kForgetEvery{1};

std::string network_of(std::string_view peer) {
  std::string text(peer);
  std::array<char, 16> address{};
  if (::inet_pton(AF_INET6, text.c_str(), address.data()) == 1) {
    return std::string(address.data(), 8);
  }
  return text;
}

}  // namespace

SignInThrottle::Attempt SignInThrottle::attempt(std::string_view ledger, std::string_view user,
                                                std::string_view peer, domain::Instant now) {
  std::string who = "user\n";
  who.append(ledger).append("\n").append(user);
  Attempt attempt;
  attempt.user = digest_of(who);
  attempt.address = digest_of("address\n" + network_of(peer));
  attempt.at = now;
  return attempt;
}

bool SignInThrottle::begin(const Attempt& attempt) {
  const std::lock_guard lock(mutex_);
  if (!has_room(attempt.user, attempt.at) || !has_room(attempt.address, attempt.at)) {
    return false;
  }
  failures_[attempt.user].push_back(attempt.at);
  failures_[attempt.address].push_back(attempt.at);
  return true;
}

void SignInThrottle::take_back(const Attempt& attempt) {
  const std::lock_guard lock(mutex_);
  take_back_one(attempt.user, attempt.at);
  take_back_one(attempt.address, attempt.at);
}

bool SignInThrottle::has_room(const Digest& key, domain::Instant now) {
  auto found = failures_.find(key);
  if (found == failures_.end()) {
    if (failures_.size() + 1 >= kKeysMax) {
      forget_old(now);
    }
    return failures_.size() + 1 < kKeysMax;
  }
  std::erase_if(found->second, [&](domain::Instant at) { return at + window_ <= now; });
  return found->second.size() < failures_max_;
}

void SignInThrottle::forget_old(domain::Instant now) {
  if (now < forgot_at_ + kForgetEvery) {
    return;
  }
  forgot_at_ = now;
  std::erase_if(failures_, [&](const auto& entry) {
    return std::ranges::all_of(entry.second,
                               [&](domain::Instant at) { return at + window_ <= now; });
  });
}

void SignInThrottle::take_back_one(const Digest& key, domain::Instant at) {
  const auto found = failures_.find(key);
  if (found == failures_.end()) {
    return;
  }
  auto& failures = found->second;
  if (const auto mine = std::ranges::find(failures, at); mine != failures.end()) {
    failures.erase(mine);
  }
  if (failures.empty()) {
    failures_.erase(found);
  }
}

}  // namespace langnghe::api
