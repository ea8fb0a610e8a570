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

void add(std::map<std::string, Asset, std::less<>>& assets, std::string path,
         const Embedded& file) {
  const bool never_changes = path.starts_with("/assets/");
  assets.emplace(std::move(path), Asset{.bytes = file.bytes,
                                        .gzip = file.gzip,
                                        .brotli = file.brotli,
                                        .content_type = content_type_of(file.name),
                                        .etag = '"' + sha256_hex(file.bytes).substr(0, 32) + '"',
                                        .never_changes = never_changes});
}

/// The address of a page: `/`, and `/tra-cuu.html`.
std::string page_path(std::string_view file) {
  return file == "index.html" ? "/" : "/" + std::string(file);
}

std::map<std::string, Asset, std::less<>> all_assets() {
  std::map<std::string, Asset, std::less<>> assets;
  for (const auto& file : embedded_files()) {
    add(assets, "/" + std::string(file.name), file);
  }
  for (const auto& file : embedded_dashboard()) {
    add(assets, file.name.ends_with(".html") ? page_path(file.name) : "/" + std::string(file.name),
        file);
  }
  return assets;
}

}  // namespace

std::optional<Asset> find_asset(std::string_view path) {
  static const auto kAssets = all_assets();
  const auto found = kAssets.find(path);
  return found == kAssets.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Asset> find_page(std::string_view path) {
  if (!path.starts_with('/')) {
    return std::nullopt;
  }
  path.remove_prefix(1);
  const auto place =
      std::ranges::find(embedded_places(), path.substr(0, path.find('/')), &PagePlace::first);
  return place == embedded_places().end() ? std::nullopt : find_asset(page_path(place->page));
}

}  // namespace langnghe::api
