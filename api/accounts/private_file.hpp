#pragma once

#include <expected>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>

#include <sys/stat.h>

#include "accounts/unique_fd.hpp"

/// Small files of secrets, which their owner alone may read.
namespace langnghe::api {

struct PrivateFile {
  std::string text;
  struct stat stamp{};  ///< all zero = there is no file
  UniqueFd open_file;   ///< empty where there is no file
};

/// The whole file; without text where there is none.
[[nodiscard]] std::expected<PrivateFile, std::error_code> read_private_file(
    const std::filesystem::path& path);

/// Puts the text in the place of the file, with mode 0600: all or nothing, also over a power loss.
[[nodiscard]] bool replace_private_file(const std::filesystem::path& path, std::string_view text);

}  // namespace langnghe::api
