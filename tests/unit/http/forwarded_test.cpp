#include "forwarded.hpp"

#include <map>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace langnghe::http::test {
namespace {

using Headers = std::map<std::string, std::string, std::less<>>;

const TrustedProxies& office() {
  static const TrustedProxies kProxies({"127.0.0.1", "10.0.0.0/8", "2001:db8:1::/48"});
  return kProxies;
}

api::Request taken(const Headers& headers, const std::string& peer = "127.0.0.1") {
  api::Request request;
  request.headers = headers;
  take_forwarded(request, peer, office());
  return request;
}

std::string client(const Headers& headers, const std::string& peer = "127.0.0.1") {
  return taken(headers, peer).peer;
}

TEST(Forwarded, IsTheLastHopThatIsNoTrustedProxy) {
  EXPECT_EQ(client({}), "127.0.0.1");
  EXPECT_EQ(client({{"x-forwarded-for", "192.0.2.7"}}), "192.0.2.7");
  EXPECT_EQ(client({{"x-forwarded-for", "192.0.2.7, 10.1.2.3"}}), "192.0.2.7");
  EXPECT_EQ(client({{"x-forwarded-for", "1.1.1.1, 192.0.2.7, 10.1.2.3"}}), "192.0.2.7");
  EXPECT_EQ(client({{"x-forwarded-for", "10.9.9.9, 10.1.2.3"}}), "10.9.9.9");
  EXPECT_EQ(client({{"forwarded", "for=192.0.2.7;proto=https, for=10.1.2.3"}}), "192.0.2.7");
  EXPECT_EQ(client({{"forwarded", R"(By=10.0.0.1; For="[2001:db8:2::7]:4711")"}}), "2001:db8:2::7");
  EXPECT_EQ(client({{"x-forwarded-for", "[2001:db8:2::7]:4711, 2001:db8:1::1"}}), "2001:db8:2::7");
  EXPECT_EQ(client({{"x-forwarded-for", "::ffff:192.0.2.7"}}), "192.0.2.7");
  EXPECT_EQ(client({{"x-forwarded-for", "192.0.2.7:1234"}}, "::1"), "::1");
}

TEST(Forwarded, WhatIsNoAddressIsNotWalkedPast) {
  for (const auto* hop : {"unknown", "_hidden", "", "192.0.2.300", "fe80::1%eth0", "1.2.3.4:99999x",
                          "[::1", "evil, "}) {
    EXPECT_EQ(client({{"x-forwarded-for", "1.1.1.1, " + std::string(hop) + ", 10.1.2.3"}}),
              "10.1.2.3")
        << hop;
  }
}

TEST(Forwarded, OfTwoHeadersThatDifferNeitherCounts) {
  EXPECT_EQ(client({{"x-forwarded-for", "192.0.2.7"}, {"forwarded", "for=192.0.2.7"}}),
            "192.0.2.7");
  EXPECT_EQ(client({{"x-forwarded-for", "192.0.2.7"}, {"forwarded", "for=198.51.100.1"}}),
            "127.0.0.1");
}

TEST(Forwarded, TheSchemeIsTheProxysWord) {
  const Headers secure{{"x-forwarded-for", "192.0.2.7"}, {"x-forwarded-proto", "https"}};
  EXPECT_EQ(taken(secure).header("x-forwarded-proto"), "https");
  EXPECT_EQ(taken(secure, "192.0.2.1").header("x-forwarded-proto"), "");
  EXPECT_EQ(taken({{"forwarded", "for=192.0.2.7;proto=HTTPS"}}).header("x-forwarded-proto"),
            "https");
  EXPECT_EQ(taken({{"x-forwarded-proto", "http"}}).header("x-forwarded-proto"), "");
}

/// Random headers from a stranger: as if none had been sent.
TEST(Forwarded, AStrangersHeadersChangeNothing) {
  constexpr std::string_view kLetters = "for=;,\" .:[]0123456789abcdefhtps\\_%";
  std::mt19937 random(20'261'129);
  for (int i = 0; i < 5'000; ++i) {
    Headers headers;
    for (const auto* name : {"forwarded", "x-forwarded-for", "x-forwarded-proto", "x-real-ip",
                             "x-forwarded-host", "x-forwarded-port"}) {
      std::string value;
      for (std::size_t n = random() % 40; n > 0; --n) {
        value += kLetters[random() % kLetters.size()];
      }
      headers.emplace(name, value);
    }
    const auto request = taken(headers, "192.0.2.66");
    EXPECT_EQ(request.peer, "192.0.2.66");
    EXPECT_TRUE(request.headers.empty());
    // Through a proxy the same is at worst the proxy's own address, and always an address.
    TrustedProxies any({"0.0.0.0/0", "::/0"});
    EXPECT_TRUE(any.contains(client(headers)));
  }
}

TEST(Forwarded, ANetworkIsAnAddressOrCidr) {
  EXPECT_TRUE(office().contains("10.255.0.1"));
  EXPECT_TRUE(office().contains("::ffff:10.0.0.1"));
  EXPECT_FALSE(office().contains("11.0.0.1"));
  EXPECT_FALSE(office().contains("not an address"));
  EXPECT_FALSE(TrustedProxies({}).contains("127.0.0.1"));
  for (const auto* wrong : {"", "proxy.example", "10.0.0.0/33", "10.0.0", "::/129", "10.0.0.0/"}) {
    EXPECT_THROW(TrustedProxies({wrong}), std::runtime_error) << wrong;
  }
}

}  // namespace
}  // namespace langnghe::http::test
