#include <algorithm>
#include <array>
#include <cerrno>

#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <files/durable_file.hpp>

namespace langnghe::eventstore {
namespace {

std::error_code last_fault() {
  return {errno, std::generic_category()};
}

class Descriptor {
 public:
  Descriptor(const std::filesystem::path& path, int flags, mode_t mode = 0)
      : number_(::open(path.c_str(), flags | O_CLOEXEC, mode)) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) {
      ::close(number_);
    }
  }
  [[nodiscard]] bool failed() const { return number_ < 0; }
  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

std::error_code write_and_sync(int file, std::string_view content) {
  while (!content.empty()) {
    const ssize_t written = ::write(file, content.data(), content.size());
    if (written < 0) {
      if (errno == EINTR) {
        continue;
      }
      return last_fault();
    }
    content.remove_prefix(static_cast<std::size_t>(written));
  }
  return ::fsync(file) == 0 ? std::error_code{} : last_fault();
}

constexpr std::string_view kDraftMark = ".new-";

/// A new file beside the one it is to become; removed again unless it was put in place.
class Draft {
 public:
  explicit Draft(const std::filesystem::path& target) : target_(target), path_(target) {
    std::array<char, 17> name{};
    std::array<unsigned char, 8> random{};
    randombytes_buf(random.data(), random.size());
    sodium_bin2hex(name.data(), name.size(), random.data(), random.size());
    path_ += std::string(kDraftMark) + name.data();
  }
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;
  ~Draft() {
    if (!placed_) {
      ::unlink(path_.c_str());
    }
  }

  std::error_code write(std::string_view content) {
    const Descriptor file(path_, O_WRONLY | O_CREAT | O_EXCL, 0600);
    return file.failed() ? last_fault() : write_and_sync(file.number(), content);
  }

  std::error_code place(unsigned flags) {
    if (::renameat2(AT_FDCWD, path_.c_str(), AT_FDCWD, target_.c_str(), flags) != 0) {
      return last_fault();
    }
    placed_ = true;
    return sync_directory(target_.parent_path());
  }

 private:
  std::filesystem::path target_;
  std::filesystem::path path_;
  bool placed_ = false;
};

}  // namespace

std::expected<std::optional<std::string>, std::error_code> read_small_file(
    const std::filesystem::path& path, std::size_t most) {
  const Descriptor file(path, O_RDONLY);
  if (file.failed()) {
    if (errno == ENOENT) {
      return std::nullopt;
    }
    return std::unexpected(last_fault());
  }
  // Room for what the file says it has, and for one byte more, which tells its end. It may grow.
  struct stat now{};
  if (::fstat(file.number(), &now) != 0) {
    return std::unexpected(last_fault());
  }
  std::string content(std::min(static_cast<std::size_t>(now.st_size), most) + 1, '\0');
  std::size_t filled = 0;
  while (true) {
    const ssize_t count = ::read(file.number(), content.data() + filled, content.size() - filled);
    if (count < 0 && errno != EINTR) {
      return std::unexpected(last_fault());
    }
    if (count == 0) {
      content.resize(filled);
      return content;
    }
    filled += count > 0 ? static_cast<std::size_t>(count) : 0;
    if (filled > most) {
      return std::unexpected(std::make_error_code(std::errc::file_too_large));
    }
    if (filled == content.size()) {
      content.resize(std::min(2 * filled, most + 1));
    }
  }
}

bool is_draft(const std::filesystem::path& file) {
  return file.filename().string().contains(kDraftMark);
}

std::expected<bool, std::error_code> create_file(const std::filesystem::path& path,
                                                 std::string_view content) {
  Draft draft(path);
  if (const auto fault = draft.write(content)) {
    return std::unexpected(fault);
  }
  const auto fault = draft.place(RENAME_NOREPLACE);
  if (fault == std::errc::file_exists) {
    return false;
  }
  if (fault) {
    return std::unexpected(fault);
  }
  return true;
}

std::error_code replace_file(const std::filesystem::path& path, std::string_view content) {
  Draft draft(path);
  if (const auto fault = draft.write(content)) {
    return fault;
  }
  return draft.place(0);
}

std::error_code overwrite_in_place(const std::filesystem::path& path, std::string_view content) {
  const Descriptor file(path, O_WRONLY);
  return file.failed() ? last_fault() : write_and_sync(file.number(), content);
}

std::error_code sync_directory(const std::filesystem::path& path) {
  const Descriptor directory(path.empty() ? "." : path, O_RDONLY | O_DIRECTORY);
  if (directory.failed() || ::fsync(directory.number()) != 0) {
    return last_fault();
  }
  return {};
}

std::error_code make_directories(const std::filesystem::path& path) {
  std::error_code fault;
  if (path.empty() || std::filesystem::is_directory(path, fault)) {
    return {};
  }
  const std::filesystem::path above = path.parent_path();
  if (const auto failed = make_directories(above)) {
    return failed;
  }
  if (::mkdir(path.c_str(), 0700) != 0 && errno != EEXIST) {
    return last_fault();
  }
  return sync_directory(above);
}

}  // namespace langnghe::eventstore
