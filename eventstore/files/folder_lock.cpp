#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <files/folder_lock.hpp>

namespace langnghe::eventstore {

FolderLock::FolderLock(const std::filesystem::path& file)
    : file_(::open(file.c_str(), O_CLOEXEC | O_RDWR | O_CREAT, 0600)),
      held_(file_ >= 0 && ::flock(file_, LOCK_EX | LOCK_NB) == 0) {}

FolderLock::~FolderLock() {
  if (file_ >= 0) {
    ::close(file_);
  }
}

}  // namespace langnghe::eventstore
