#include "layout.hpp"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace langnghe::eventstore {

BackupError unavailable(std::string_view what, const std::error_code& fault) {
  return {BackupError::Code::unavailable, std::string(what) + ": " + fault.message()};
}

BackupError to_backup_error(const StoreError& error) {
  const bool damaged = error.code == StoreErrorCode::corrupt;
  return {damaged ? BackupError::Code::damaged : BackupError::Code::unavailable, error.context};
}

BackupResult<BackupLock> BackupLock::take(const BackupFolder& folder) {
  const int descriptor = ::open(folder.lock().c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0) {
    return std::unexpected(
        unavailable("the folder cannot be locked", {errno, std::generic_category()}));
  }
  BackupLock lock(descriptor);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    return std::unexpected(BackupError{BackupError::Code::busy, folder.root.string()});
  }
  return lock;
}

BackupLock::BackupLock(BackupLock&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

BackupLock::~BackupLock() {
  if (descriptor_ >= 0) {
    ::close(descriptor_);
  }
}

BackupResult<std::vector<std::uint32_t>> list_backups(const std::filesystem::path& from) {
  namespace fs = std::filesystem;
  std::vector<std::uint32_t> numbers;
  std::error_code fault;
  fs::directory_iterator at(BackupFolder{from}.numbers(), fault);
  for (; !fault && at != fs::directory_iterator(); at.increment(fault)) {
    const std::string name = at->path().filename().string();
    std::uint32_t number = 0;
    const auto read = std::from_chars(name.data(), name.data() + name.size(), number);
    std::error_code ignored;  // an entry that cannot be looked at is not a finished backup
    if (read.ec == std::errc{} && read.ptr == name.data() + name.size() &&
        fs::exists(at->path() / kSumsFile, ignored)) {
      numbers.push_back(number);
    }
  }
  if (fault && fault != std::errc::no_such_file_or_directory) {
    return std::unexpected(unavailable("the backups cannot be listed", fault));
  }
  std::ranges::sort(numbers);
  return numbers;
}

}  // namespace langnghe::eventstore
