#include "accounts/private_file.hpp"

#include <array>
#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace langnghe::api {
namespace {

constexpr mode_t kOwnerOnly = 0600;

bool read_all(int fd, std::string& text) {
  std::array<char, 16 * 1024> piece{};
  for (;;) {
    const ssize_t count = ::read(fd, piece.data(), piece.size());
    if (count == 0) {
      return true;
    }
    if (count < 0 && errno != EINTR) {
      return false;
    }
    if (count > 0) {
      text.append(piece.data(), static_cast<std::size_t>(count));
    }
  }
}

bool write_all(int fd, std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = ::write(fd, text.data(), text.size());
    if (count < 0 && errno != EINTR) {
      return false;
    }
    if (count > 0) {
      text.remove_prefix(static_cast<std::size_t>(count));
    }
  }
  return true;
}

bool sync_directory(const std::filesystem::path& file) {
  const auto parent = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
  const UniqueFd directory(::open(parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  return directory && ::fsync(directory.get()) == 0;
}

}  // namespace

std::expected<PrivateFile, std::error_code> read_private_file(const std::filesystem::path& path) {
  PrivateFile found;
  found.open_file = UniqueFd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!found.open_file) {
    if (errno == ENOENT) {
      return found;
    }
    return std::unexpected(std::error_code(errno, std::generic_category()));
  }
  if (::fstat(found.open_file.get(), &found.stamp) != 0 ||
      !read_all(found.open_file.get(), found.text)) {
    return std::unexpected(std::error_code(errno, std::generic_category()));
  }
  return found;
}

bool replace_private_file(const std::filesystem::path& path, std::string_view text) {
  const std::string draft = path.string() + ".new";
  {
    const UniqueFd file(
        ::open(draft.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, kOwnerOnly));
    // The mode again: a draft that a crash left behind may have another.
    if (!file || ::fchmod(file.get(), kOwnerOnly) != 0 || !write_all(file.get(), text) ||
        ::fsync(file.get()) != 0) {
      ::unlink(draft.c_str());
      return false;
    }
  }
  return ::rename(draft.c_str(), path.c_str()) == 0 && sync_directory(path);
}

}  // namespace langnghe::api
