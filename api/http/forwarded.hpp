#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <api/http_types.hpp>

#include "net.hpp"

namespace langnghe::http {

/// The proxies whose word on where a request came from counts: addresses, or networks in CIDR form.
class TrustedProxies {
 public:
  /// Throws std::runtime_error with a plain reason where a text is neither.
  explicit TrustedProxies(const std::vector<std::string>& networks);

  [[nodiscard]] bool contains(const asio::ip::address& address) const;
  [[nodiscard]] bool contains(std::string_view address) const;

 private:
  std::vector<asio::ip::network_v4> v4_;
  std::vector<asio::ip::network_v6> v6_;
};

/// Sets `request.peer` to the last hop that is no trusted proxy, by X-Forwarded-For or Forwarded
/// (RFC 7239), and takes these headers and their siblings out of the request: nothing behind this
/// can be misled by them. Where a trusted proxy says that the client came over TLS, and only then,
/// `x-forwarded-proto: https` stays. `peer` is the address the bytes came from.
///
/// A stranger's headers change nothing. Of two headers that differ one is forged, for a proxy
/// appends to one of them only: then the hop is not known and the proxy's own address stands.
void take_forwarded(api::Request& request, const std::string& peer, const TrustedProxies& proxies);

}  // namespace langnghe::http
