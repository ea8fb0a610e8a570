#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include <api/assets.hpp>

#include "bytes/digest.hpp"
#include "bytes/embedded_files.hpp"

namespace langnghe::api {
namespace {

constexpr auto kContentTypes = std::to_array<std::pair<std::string_view, std::string_view>>({
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".webmanifest", "application/manifest+json"},
    {".yaml", "application/yaml"},
});

std::string_view content_type_of(std::string_view name) {
  for (const auto& [ending, type] : kContentTypes) {
    if (name.ends_with(ending)) {
      return type;
    }
  }
  return "application/octet-stream";
}

std::string path_of(std::string_view name) {
  if (name == "index.html") {
    return "/";
  }
  return name == "openapi.yaml" ? "/openapi.yaml" : "/assets/" + std::string(name);
}

std::map<std::string, Asset, std::less<>> all_assets() {
  std::map<std::string, Asset, std::less<>> assets;
  for (const auto& file : embedded_files()) {
    assets.emplace(path_of(file.name), Asset{file.bytes, content_type_of(file.name),
                                             '"' + sha256_hex(file.bytes).substr(0, 32) + '"'});
  }
  return assets;
}

}  // namespace

std::optional<Asset> find_asset(std::string_view path) {
  static const auto kAssets = all_assets();
  const auto found = kAssets.find(path);
  return found == kAssets.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace langnghe::api
