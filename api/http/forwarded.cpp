#include "forwarded.hpp"

#include <algorithm>
#include <concepts>
#include <optional>
#include <ranges>
#include <stdexcept>
#include <utility>

#include "text.hpp"

namespace langnghe::http {
namespace {

using asio::ip::address;

/// IPv4 in IPv6 clothes is the IPv4 address.
address plain(const address& given) {
  if (given.is_v6() && given.to_v6().is_v4_mapped()) {
    return asio::ip::make_address_v4(asio::ip::v4_mapped, given.to_v6());
  }
  return given;
}

std::optional<address> parse_address(std::string_view text) {
  beast::error_code wrong;
  const auto parsed = asio::ip::make_address(std::string(text), wrong);
  return wrong || text.find('%') != std::string_view::npos ? std::nullopt
                                                           : std::optional(plain(parsed));
}

bool is_port(std::string_view text) {
  return !text.empty() && text.size() <= 5 &&
         std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// `1.2.3.4`, `1.2.3.4:567`, `2001:db8::1`, `[2001:db8::1]`, `[2001:db8::1]:567`.
std::optional<address> parse_node(std::string_view text) {
  if (text.starts_with('[')) {
    const auto end = text.find(']');
    if (end == std::string_view::npos) {
      return std::nullopt;
    }
    const auto rest = text.substr(end + 1);
    const bool well_formed = rest.empty() || (rest.starts_with(':') && is_port(rest.substr(1)));
    return well_formed ? parse_address(text.substr(1, end - 1)) : std::nullopt;
  }
  const auto colon = text.find(':');
  const bool has_port = colon != std::string_view::npos &&
                        text.find(':', colon + 1) == std::string_view::npos &&
                        is_port(text.substr(colon + 1));
  return parse_address(has_port ? text.substr(0, colon) : text);
}

/// The elements of a list, where a separator within quotes is none.
std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  bool quoted = false;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (quoted && text[i] == '\\') {
      ++i;
    } else if (text[i] == '"') {
      quoted = !quoted;
    } else if (text[i] == separator && !quoted) {
      parts.push_back(trim(text.substr(begin, i - begin)));
      begin = i + 1;
    }
  }
  parts.push_back(trim(text.substr(begin)));
  return parts;
}

std::string_view unquoted(std::string_view text) {
  const bool quoted = text.size() >= 2 && text.starts_with('"') && text.ends_with('"');
  return quoted ? text.substr(1, text.size() - 2) : text;
}

/// One hop: who sent to the proxy that wrote it, and how.
struct Hop {
  std::string_view node;
  std::string_view scheme;
};

std::vector<Hop> hops_of_forwarded(std::string_view field) {
  std::vector<Hop> hops;
  for (const auto element : split(field, ',')) {
    Hop hop;
    for (const auto pair : split(element, ';')) {
      const auto equals = std::min(pair.find('='), pair.size());
      const auto name = trim(pair.substr(0, equals));
      const auto value = unquoted(trim(pair.substr(std::min(equals + 1, pair.size()))));
      if (equal_ignoring_case(name, "for")) {
        hop.node = value;
      } else if (equal_ignoring_case(name, "proto")) {
        hop.scheme = value;
      }
    }
    hops.push_back(hop);
  }
  return hops;
}

std::vector<Hop> hops_of_x_forwarded(std::string_view nodes, std::string_view schemes) {
  // Proxies write one scheme, of the client's connection to the first that knows it.
  const auto scheme = split(schemes, ',').back();
  std::vector<Hop> hops;
  for (const auto node : split(nodes, ',')) {
    hops.push_back({node, scheme});
  }
  return hops;
}

struct Client {
  std::string address;
  bool is_secure = false;
};

/// From the last hop backwards past the trusted ones. What is no address ends the walk: nothing
/// before it can be believed.
Client client_of(const std::vector<Hop>& hops, const std::string& peer,
                 const TrustedProxies& proxies) {
  Client client{peer, false};
  for (const auto& hop : hops | std::views::reverse) {
    client.is_secure = equal_ignoring_case(hop.scheme, "https");
    const auto node = parse_node(hop.node);
    if (!node) {
      break;
    }
    client.address = node->to_string();
    if (!proxies.contains(*node)) {
      break;
    }
  }
  return client;
}

Client client_of(const api::Request& request, const std::string& peer,
                 const TrustedProxies& proxies) {
  const auto forwarded = request.header("forwarded");
  const auto nodes = request.header("x-forwarded-for");
  const auto schemes = request.header("x-forwarded-proto");
  const bool by_rfc = request.headers.contains("forwarded");
  const bool by_custom = request.headers.contains("x-forwarded-for");
  if (!by_rfc && !by_custom) {
    return {peer, equal_ignoring_case(split(schemes, ',').back(), "https")};
  }
  const auto first = by_rfc ? client_of(hops_of_forwarded(forwarded), peer, proxies) : Client{};
  const auto second =
      by_custom ? client_of(hops_of_x_forwarded(nodes, schemes), peer, proxies) : Client{};
  if (by_rfc && by_custom) {
    const bool agree = first.address == second.address;
    return {agree ? first.address : peer, agree && (first.is_secure || second.is_secure)};
  }
  return by_rfc ? first : second;
}

template <class Network>
Network parse_network(const std::string& text, std::string_view whole) {
  const std::string cidr = text.contains('/') ? text : text + std::string(whole);
  if constexpr (std::same_as<Network, asio::ip::network_v4>) {
    return asio::ip::make_network_v4(cidr).canonical();
  } else {
    return asio::ip::make_network_v6(cidr).canonical();
  }
}

bool is_within(const address& host, const asio::ip::network_v4& network) {
  return host.is_v4() &&
         asio::ip::network_v4(host.to_v4(), network.prefix_length()).network() == network.network();
}

bool is_within(const address& host, const asio::ip::network_v6& network) {
  return host.is_v6() &&
         asio::ip::network_v6(host.to_v6(), network.prefix_length()).network() == network.network();
}

}  // namespace

TrustedProxies::TrustedProxies(const std::vector<std::string>& networks) {
  for (const auto& text : networks) {
    try {
      if (text.contains(':')) {
        v6_.push_back(parse_network<asio::ip::network_v6>(text, "/128"));
      } else {
        v4_.push_back(parse_network<asio::ip::network_v4>(text, "/32"));
      }
    } catch (const std::exception&) {
      throw std::runtime_error("no address and no network in CIDR form: " + text);
    }
  }
}

bool TrustedProxies::contains(const address& given) const {
  const auto host = plain(given);
  const auto holds = [&](const auto& network) { return is_within(host, network); };
  return std::ranges::any_of(v4_, holds) || std::ranges::any_of(v6_, holds);
}

bool TrustedProxies::contains(std::string_view text) const {
  const auto parsed = parse_address(text);
  return parsed && contains(*parsed);
}

void take_forwarded(api::Request& request, const std::string& peer, const TrustedProxies& proxies) {
  const auto client =
      proxies.contains(peer) ? client_of(request, peer, proxies) : Client{peer, false};
  std::erase_if(request.headers, [](const auto& header) {
    return header.first == "forwarded" || header.first == "x-real-ip" ||
           header.first.starts_with("x-forwarded-");
  });
  request.peer = client.address;
  if (client.is_secure) {
    request.headers["x-forwarded-proto"] = "https";
  }
}

}  // namespace langnghe::http
