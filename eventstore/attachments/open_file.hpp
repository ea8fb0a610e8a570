#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include <sys/types.h>

namespace langnghe::eventstore {

/// An open file that is closed when its holder goes. Belongs to one thread at a time.
class OpenFile {
 public:
  OpenFile() = default;
  /// `failed` tells whether it is open; errno then says why not.
  OpenFile(const std::filesystem::path& path, int flags, mode_t mode = 0);
  OpenFile(OpenFile&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  OpenFile& operator=(OpenFile&& other) noexcept;
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile();

  [[nodiscard]] bool failed() const { return number_ < 0; }
  [[nodiscard]] int number() const { return number_; }

  [[nodiscard]] std::error_code write(std::string_view bytes);
  /// Fills the buffer up to its size, less at the end of the file; answers how much.
  [[nodiscard]] std::expected<std::size_t, std::error_code> read(std::string& buffer);
  [[nodiscard]] std::expected<std::uint64_t, std::error_code> size() const;
  [[nodiscard]] std::error_code to_begin();

 private:
  int number_ = -1;
};

[[nodiscard]] std::error_code last_fault();

}  // namespace langnghe::eventstore
