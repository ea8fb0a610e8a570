#include "open_file.hpp"

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace langnghe::eventstore {

std::error_code last_fault() {
  return {errno, std::generic_category()};
}

OpenFile::OpenFile(const std::filesystem::path& path, int flags, mode_t mode)
    : number_(::open(path.c_str(), flags | O_CLOEXEC, mode)) {}

OpenFile& OpenFile::operator=(OpenFile&& other) noexcept {
  std::swap(number_, other.number_);
  return *this;
}

OpenFile::~OpenFile() {
  if (number_ >= 0) {
    ::close(number_);
  }
}

std::error_code OpenFile::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(number_, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) {
      return last_fault();
    }
    bytes.remove_prefix(written > 0 ? static_cast<std::size_t>(written) : 0);
  }
  return {};
}

std::expected<std::size_t, std::error_code> OpenFile::read(std::string& buffer) {
  std::size_t filled = 0;
  while (filled < buffer.size()) {
    const ssize_t count = ::read(number_, buffer.data() + filled, buffer.size() - filled);
    if (count < 0 && errno != EINTR) {
      return std::unexpected(last_fault());
    }
    if (count == 0) {
      break;
    }
    filled += count > 0 ? static_cast<std::size_t>(count) : 0;
  }
  return filled;
}

std::expected<std::uint64_t, std::error_code> OpenFile::size() const {
  struct stat status{};
  if (::fstat(number_, &status) != 0) {
    return std::unexpected(last_fault());
  }
  return static_cast<std::uint64_t>(status.st_size);
}

std::error_code OpenFile::to_begin() {
  return ::lseek(number_, 0, SEEK_SET) == 0 ? std::error_code{} : last_fault();
}

}  // namespace langnghe::eventstore
