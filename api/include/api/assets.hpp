#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace langnghe::api {

/// A file of the dashboard, or the contract, embedded in the binary.
struct Asset {
  std::string_view bytes;
  std::string_view gzip;    ///< the same, packed; empty where that is not smaller
  std::string_view brotli;  ///< likewise
  std::string_view content_type;
  std::string etag;            ///< of the bytes
  bool never_changes = false;  ///< its name holds a hash of what is in it
};

/// By path as asked for: `/`, `/assets/index-CCeZ7cL3.js`, `/openapi.yaml`.
[[nodiscard]] std::optional<Asset> find_asset(std::string_view path);

/// The page that answers at an address of the dashboard or of the residents' pages, such as
/// `/noi-dung/i-2021-0001`. It finds its way by the address.
[[nodiscard]] std::optional<Asset> find_page(std::string_view path);

}  // namespace langnghe::api
