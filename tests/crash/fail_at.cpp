// A library to be preloaded: system calls on files below one folder fail, as on a disk that is
// full, broken or read-only, or without descriptors. The test that started the process says which
// calls fail, at any time, in a file that both have mapped.
//
//   LANGNGHE_FAIL_PLAN    that file: five numbers of 64 bits in this machine's order,
//                         calls · first · times · error · kinds
//                           calls  how many watched calls there were; this library counts
//                           first  the number of the first call that fails, from 1; 0: none does
//                           times  how many fail from there on
//                           error  the errno they fail with
//                           kinds  1: calls that change files, 2: calls that read, 3: both
//   LANGNGHE_FAIL_UNDER   the beginning of the paths that are watched

#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <cstdarg>
#include <cstdint>
#include <cstdlib>
#include <string>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

namespace {

template <class Function>
Function next_of(const char* name) {
  return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

enum Kind : std::int64_t { kChange = 1, kRead = 2 };

/// As it lies in the file.
struct Plan {
  std::atomic<std::int64_t> calls;
  std::atomic<std::int64_t> first;
  std::atomic<std::int64_t> times;
  std::atomic<std::int64_t> error;
  std::atomic<std::int64_t> kinds;
};

Plan* mapped_plan() {
  const char* const path = std::getenv("LANGNGHE_FAIL_PLAN");
  if (path == nullptr) {
    return nullptr;
  }
  const int file = static_cast<int>(::syscall(SYS_openat, AT_FDCWD, path, O_RDWR | O_CLOEXEC));
  void* const at = ::mmap(nullptr, sizeof(Plan), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  ::syscall(SYS_close, file);
  return at == MAP_FAILED ? nullptr : static_cast<Plan*>(at);
}

const std::string& watched() {
  static const auto* const under = [] {
    const char* const value = std::getenv("LANGNGHE_FAIL_UNDER");
    return new std::string(value != nullptr ? value : "");  // calls come until the very end
  }();
  return *under;
}

std::string path_of(int file) {
  std::array<char, PATH_MAX> path{};
  const std::string link = "/proc/self/fd/" + std::to_string(file);
  const auto length = ::readlink(link.c_str(), path.data(), path.size() - 1);
  return length > 0 ? std::string(path.data(), static_cast<std::size_t>(length)) : std::string();
}

/// Whether this call is to fail; errno is set then.
bool fails(const std::string& path, Kind kind) {
  static Plan* const plan = mapped_plan();
  if (plan == nullptr || watched().empty() || !path.starts_with(watched()) ||
      (plan->kinds.load() & kind) == 0) {
    return false;
  }
  const auto call = plan->calls.fetch_add(1) + 1;
  const auto first = plan->first.load();
  if (first == 0 || call < first || call >= first + plan->times.load()) {
    return false;
  }
  errno = static_cast<int>(plan->error.load());
  return true;
}

bool fails(int file, Kind kind) {
  return fails(path_of(file), kind);
}

int open_as(const char* name, const char* path, int flags, mode_t mode) {
  const bool changes = (flags & (O_CREAT | O_WRONLY | O_RDWR)) != 0;
  if (fails(path, changes ? kChange : kRead)) {
    return -1;
  }
  return next_of<int (*)(const char*, int, ...)>(name)(path, flags, mode);
}

mode_t mode_of(int flags, std::va_list more) {
  return (flags & O_CREAT) != 0 ? va_arg(more, mode_t) : 0;
}

}  // namespace

extern "C" {

int open(const char* path, int flags, ...) {
  std::va_list more;
  va_start(more, flags);
  const mode_t mode = mode_of(flags, more);
  va_end(more);
  return open_as("open", path, flags, mode);
}

int open64(const char* path, int flags, ...) {
  std::va_list more;
  va_start(more, flags);
  const mode_t mode = mode_of(flags, more);
  va_end(more);
  return open_as("open64", path, flags, mode);
}

ssize_t write(int file, const void* bytes, size_t count) {
  static const auto real = next_of<ssize_t (*)(int, const void*, size_t)>("write");
  return fails(file, kChange) ? -1 : real(file, bytes, count);
}

ssize_t writev(int file, const iovec* parts, int count) {
  static const auto real = next_of<ssize_t (*)(int, const iovec*, int)>("writev");
  return fails(file, kChange) ? -1 : real(file, parts, count);
}

ssize_t pwrite(int file, const void* bytes, size_t count, off_t at) {
  static const auto real = next_of<ssize_t (*)(int, const void*, size_t, off_t)>("pwrite");
  return fails(file, kChange) ? -1 : real(file, bytes, count, at);
}

ssize_t pwrite64(int file, const void* bytes, size_t count, off64_t at) {
  static const auto real = next_of<ssize_t (*)(int, const void*, size_t, off64_t)>("pwrite64");
  return fails(file, kChange) ? -1 : real(file, bytes, count, at);
}

ssize_t read(int file, void* bytes, size_t count) {
  static const auto real = next_of<ssize_t (*)(int, void*, size_t)>("read");
  return fails(file, kRead) ? -1 : real(file, bytes, count);
}

ssize_t pread(int file, void* bytes, size_t count, off_t at) {
  static const auto real = next_of<ssize_t (*)(int, void*, size_t, off_t)>("pread");
  return fails(file, kRead) ? -1 : real(file, bytes, count, at);
}

ssize_t pread64(int file, void* bytes, size_t count, off64_t at) {
  static const auto real = next_of<ssize_t (*)(int, void*, size_t, off64_t)>("pread64");
  return fails(file, kRead) ? -1 : real(file, bytes, count, at);
}

int fsync(int file) {
  static const auto real = next_of<int (*)(int)>("fsync");
  return fails(file, kChange) ? -1 : real(file);
}

int fdatasync(int file) {
  static const auto real = next_of<int (*)(int)>("fdatasync");
  return fails(file, kChange) ? -1 : real(file);
}

int ftruncate(int file, off_t size) {
  static const auto real = next_of<int (*)(int, off_t)>("ftruncate");
  return fails(file, kChange) ? -1 : real(file, size);
}

int ftruncate64(int file, off64_t size) {
  static const auto real = next_of<int (*)(int, off64_t)>("ftruncate64");
  return fails(file, kChange) ? -1 : real(file, size);
}

int rename(const char* from, const char* to) {
  static const auto real = next_of<int (*)(const char*, const char*)>("rename");
  return fails(to, kChange) ? -1 : real(from, to);
}

int renameat2(int from_folder, const char* from, int to_folder, const char* to,
              unsigned int flags) {
  static const auto real =
      next_of<int (*)(int, const char*, int, const char*, unsigned int)>("renameat2");
  return fails(to, kChange) ? -1 : real(from_folder, from, to_folder, to, flags);
}

int mkdir(const char* path, mode_t mode) {
  static const auto real = next_of<int (*)(const char*, mode_t)>("mkdir");
  return fails(path, kChange) ? -1 : real(path, mode);
}

int unlink(const char* path) {
  static const auto real = next_of<int (*)(const char*)>("unlink");
  return fails(path, kChange) ? -1 : real(path);
}

}  // extern "C"
