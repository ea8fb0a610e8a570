#include "master_key.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <sodium.h>

#include <files/durable_file.hpp>

namespace langnghe::eventstore {
namespace {

constexpr std::size_t kHexDigits = kKeyBytes * 2;
constexpr std::size_t kFileBytesMax = kHexDigits + 2;  // and the end of the line

VaultError bad_master(std::string context) {
  return {VaultErrorCode::bad_master, std::move(context)};
}

std::expected<SecretKey, VaultError> from_hex(std::string_view hex) {
  SecretKey key;
  std::size_t length = 0;
  if (hex.size() != kHexDigits ||
      sodium_hex2bin(key.data(), kKeyBytes, hex.data(), hex.size(), nullptr, &length, nullptr) !=
          0 ||
      length != kKeyBytes) {
    return std::unexpected(bad_master("the master key is not 64 hex digits"));
  }
  return key;
}

std::expected<SecretKey, VaultError> make_master_file(const std::filesystem::path& path) {
  if (const auto fault = make_directories(path.parent_path())) {
    return std::unexpected(
        bad_master("the master key's folder cannot be made: " + fault.message()));
  }
  SecretKey key = SecretKey::random();
  std::string text(kHexDigits + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), key.data(), kKeyBytes);
  text.back() = '\n';
  const auto made = create_file(path, text);
  sodium_memzero(text.data(), text.size());
  if (!made) {
    return std::unexpected(
        bad_master("the master key cannot be written: " + made.error().message()));
  }
  if (!*made) {
    return std::unexpected(bad_master("another process is making the master key"));
  }
  return key;
}

}  // namespace

std::expected<SecretKey, VaultError> load_master_key(const FileVaultOptions& options) {
  if (!options.master_hex.empty()) {
    return from_hex(options.master_hex);
  }
  auto content = read_small_file(options.master_file, kFileBytesMax);
  if (!content) {
    return std::unexpected(
        bad_master("the master key cannot be read: " + content.error().message()));
  }
  if (!*content) {
    return options.create_master ? make_master_file(options.master_file)
                                 : std::unexpected(bad_master("there is no master key"));
  }
  std::string& text = **content;
  const std::size_t end = text.find_last_not_of("\r\n");
  auto key = from_hex(std::string_view(text).substr(0, end == std::string::npos ? 0 : end + 1));
  sodium_memzero(text.data(), text.size());
  return key;
}

}  // namespace langnghe::eventstore
