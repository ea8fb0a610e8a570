#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace langnghe::api {

/// A file of the dashboard, or the contract, embedded in the binary.
struct Asset {
  std::string_view bytes;
  std::string_view content_type;
  std::string etag;  ///< of the bytes
};

/// By path as asked for: `/`, `/assets/app.js`, `/openapi.yaml`.
[[nodiscard]] std::optional<Asset> find_asset(std::string_view path);

}  // namespace langnghe::api
