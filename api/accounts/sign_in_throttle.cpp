#include "accounts/sign_in_throttle.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include <arpa/inet.h>

namespace langnghe::api {
namespace {

Digest counter_of(std::string_view kind, std::initializer_list<std::string_view> parts) {
  std::string text(kind);
  for (const auto part : parts) {
    text.append("\n").append(part);
  }
  return digest_of(text);
}

/// `::ffff:a.b.c.d`: how a socket for both families names an IPv4 address (RFC 4291, 2.5.5.2).
bool is_mapped(const std::array<unsigned char, 16>& address) {
  constexpr std::array<unsigned char, 12> kMapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
  return std::equal(kMapped.begin(), kMapped.end(), address.begin());
}

}  // namespace

std::string network_of(std::string_view peer) {
  std::string text(peer);
  std::array<unsigned char, 16> address{};
  if (::inet_pton(AF_INET6, text.c_str(), address.data()) != 1) {
    return text;
  }
  std::array<char, INET6_ADDRSTRLEN> written{};
  if (is_mapped(address)) {
    ::inet_ntop(AF_INET, address.data() + 12, written.data(), written.size());
    return written.data();
  }
  std::fill(address.begin() + 8, address.end(), static_cast<unsigned char>(0));
  ::inet_ntop(AF_INET6, address.data(), written.data(), written.size());
  return std::string(written.data()) + "/64";
}

SignInThrottle::SignInThrottle(const Limits& limits)
    : most_{static_cast<std::size_t>(limits.sign_in_failures_max),
            static_cast<std::size_t>(limits.sign_in_account_failures_max),
            static_cast<std::size_t>(limits.sign_in_address_failures_max)},
      of_all_{counter_of("all", {}), static_cast<std::size_t>(limits.sign_in_all_failures_max)},
      failures_(limits.sign_in_window) {}

SignInThrottle::Attempt SignInThrottle::by_stranger(std::string_view ledger, std::string_view user,
                                                    std::string_view peer, domain::Instant now) {
  const auto network = network_of(peer);
  Attempt attempt;
  attempt.counters = {counter_of("both", {ledger, user, network}),
                      counter_of("account", {ledger, user}), counter_of("address", {network})};
  attempt.at = now;
  return attempt;
}

SignInThrottle::Attempt SignInThrottle::by_device(const Digest& device, domain::Instant now) {
  Attempt attempt;
  attempt.counters = {device};
  attempt.by_known_device = true;
  attempt.at = now;
  return attempt;
}

bool SignInThrottle::begin(Attempt& attempt) {
  std::vector<FailureWindow::Counter> counters;
  for (std::size_t i = 0; i < attempt.counters.size(); ++i) {
    counters.push_back({attempt.counters[i], most_[i]});
  }
  if (!attempt.by_known_device) {
    counters.push_back(of_all_);
  }
  const auto number = failures_.begin(counters, attempt.at);
  attempt.number = number.value_or(0);
  return number.has_value();
}

void SignInThrottle::take_back(const Attempt& attempt) {
  failures_.take_back(attempt.number);
}

}  // namespace langnghe::api
