// A library to be preloaded: kills the process with SIGKILL before its N-th changing call on a file
// below one folder, as a power cut at that point would leave it. A file that was written to and not
// synced by then loses half of its bytes, so that a rename without a sync shows.
//
//   LANGNGHE_CRASH_UNDER  the folder
//   LANGNGHE_CRASH_AT     N, from 1; 0 or absent: never
//   LANGNGHE_CRASH_COUNT  a file that gets one byte for every such call

#include <array>
#include <atomic>
#include <climits>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <set>
#include <string>

#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

template <class Function>
Function next_of(const char* name) {
  return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

struct Plan {
  std::string under;
  long at = 0;
  int count = -1;
  std::mutex mutex;  // guards the rest
  long calls = 0;
  std::set<std::string> unsynced;
};

Plan& plan() {
  static Plan* const made = [] {
    auto* const fresh = new Plan();  // never destroyed: calls come until the very end
    const char* const under = std::getenv("LANGNGHE_CRASH_UNDER");
    const char* const at = std::getenv("LANGNGHE_CRASH_AT");
    const char* const count = std::getenv("LANGNGHE_CRASH_COUNT");
    fresh->under = under != nullptr ? under : "";
    fresh->at = at != nullptr ? std::atol(at) : 0;
    if (count != nullptr) {
      fresh->count = static_cast<int>(
          ::syscall(SYS_openat, AT_FDCWD, count, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600));
    }
    return fresh;
  }();
  return *made;
}

bool is_watched(const std::string& path) {
  return !plan().under.empty() && path.starts_with(plan().under);
}

std::string path_of(int file) {
  std::array<char, PATH_MAX> path{};
  const std::string link = "/proc/self/fd/" + std::to_string(file);
  const auto length = ::readlink(link.c_str(), path.data(), path.size() - 1);
  return length > 0 ? std::string(path.data(), static_cast<std::size_t>(length)) : std::string();
}

/// Half of what was not synced is lost.
void lose_power() {
  for (const std::string& path : plan().unsynced) {
    const int file = static_cast<int>(::syscall(SYS_openat, AT_FDCWD, path.c_str(), O_RDWR));
    if (file >= 0) {
      const off_t size = ::lseek(file, 0, SEEK_END);
      if (::ftruncate(file, size / 2) != 0) {
        ::_exit(9);
      }
    }
  }
  ::kill(::getpid(), SIGKILL);
  ::pause();
}

void step(const std::string& path) {
  if (!is_watched(path)) {
    return;
  }
  const std::scoped_lock lock(plan().mutex);
  ++plan().calls;
  if (plan().count >= 0) {
    ::syscall(SYS_write, plan().count, ".", 1);
  }
  if (plan().calls == plan().at) {
    lose_power();
  }
}

void note_unsynced(const std::string& path) {
  if (is_watched(path)) {
    const std::scoped_lock lock(plan().mutex);
    plan().unsynced.insert(path);
  }
}

void note_synced(const std::string& path) {
  const std::scoped_lock lock(plan().mutex);
  plan().unsynced.erase(path);
}

/// The blocks go with the name.
void note_renamed(const std::string& from, const std::string& to) {
  const std::scoped_lock lock(plan().mutex);
  if (plan().unsynced.erase(from) > 0) {
    plan().unsynced.insert(to);
  }
}

}  // namespace

extern "C" {

int open(const char* path, int flags, ...) {
  mode_t mode = 0;
  if ((flags & O_CREAT) != 0) {
    std::va_list more;
    va_start(more, flags);
    mode = va_arg(more, mode_t);
    va_end(more);
    step(path);
  }
  static const auto real = next_of<int (*)(const char*, int, ...)>("open");
  return real(path, flags, mode);
}

ssize_t write(int file, const void* bytes, size_t count) {
  static const auto real = next_of<ssize_t (*)(int, const void*, size_t)>("write");
  const std::string path = path_of(file);
  step(path);
  const ssize_t written = real(file, bytes, count);
  note_unsynced(path);
  return written;
}

int fsync(int file) {
  static const auto real = next_of<int (*)(int)>("fsync");
  const std::string path = path_of(file);
  step(path);
  const int done = real(file);
  note_synced(path);
  return done;
}

int rename(const char* from, const char* to) {
  static const auto real = next_of<int (*)(const char*, const char*)>("rename");
  step(to);
  const int done = real(from, to);
  note_renamed(from, to);
  return done;
}

int renameat2(int from_folder, const char* from, int to_folder, const char* to,
              unsigned int flags) {
  static const auto real =
      next_of<int (*)(int, const char*, int, const char*, unsigned int)>("renameat2");
  step(to);
  const int done = real(from_folder, from, to_folder, to, flags);
  note_renamed(from, to);
  return done;
}

int mkdir(const char* path, mode_t mode) {
  static const auto real = next_of<int (*)(const char*, mode_t)>("mkdir");
  step(path);
  return real(path, mode);
}

int unlink(const char* path) {
  static const auto real = next_of<int (*)(const char*)>("unlink");
  step(path);
  return real(path);
}

int remove(const char* path) {
  static const auto real = next_of<int (*)(const char*)>("remove");
  step(path);
  return real(path);
}

int unlinkat(int folder, const char* path, int flags) {
  static const auto real = next_of<int (*)(int, const char*, int)>("unlinkat");
  step(folder == AT_FDCWD ? std::string(path) : path_of(folder) + "/" + path);
  return real(folder, path, flags);
}

}  // extern "C"
