#include "papers/pdf.hpp"

#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <system_error>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "workplace.hpp"

namespace langnghe::papers {
namespace {

/// The attributes of a process to start; frees those that posix_spawn allocated.
class Start {
 public:
  Start() {
    posix_spawn_file_actions_init(&files_);
    // Its output is discarded: the words of another program do not belong into this log.
    constexpr int kIn = 0;
    constexpr int kOut = 1;
    constexpr int kFaults = 2;
    posix_spawn_file_actions_addopen(&files_, kIn, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&files_, kOut, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_adddup2(&files_, kOut, kFaults);
    posix_spawn_file_actions_addclosefrom_np(&files_, kFaults + 1);
    // A group of its own: the program starts another, and both end together.
    posix_spawnattr_init(&ways_);
    posix_spawnattr_setflags(&ways_, POSIX_SPAWN_SETPGROUP);
    posix_spawnattr_setpgroup(&ways_, 0);
  }
  ~Start() {
    posix_spawn_file_actions_destroy(&files_);
    posix_spawnattr_destroy(&ways_);
  }
  Start(const Start&) = delete;
  Start& operator=(const Start&) = delete;

  /// -1 where it did not start.
  [[nodiscard]] pid_t run(std::vector<std::string> words, std::vector<std::string> environment) {
    const auto pointers = [](std::vector<std::string>& texts) {
      std::vector<char*> list;
      for (auto& text : texts) {
        list.push_back(text.data());
      }
      list.push_back(nullptr);
      return list;
    };
    pid_t process = -1;
    const auto started = posix_spawn(&process, words.front().c_str(), &files_, &ways_,
                                     pointers(words).data(), pointers(environment).data());
    return started == 0 ? process : -1;
  }

 private:
  posix_spawn_file_actions_t files_{};
  posix_spawnattr_t ways_{};
};

/// Did it end well within its time? One that did not is ended with all it started.
bool await_end(pid_t process, std::chrono::milliseconds time) {
  // glibc 2.36 declares its own function for this as C++.
  const int watched = static_cast<int>(::syscall(SYS_pidfd_open, process, 0));
  pollfd ended{watched, POLLIN, 0};
  const bool in_time = watched >= 0 && ::poll(&ended, 1, static_cast<int>(time.count())) == 1;
  if (watched >= 0) {
    ::close(watched);
  }
  // Whoever is left of its group ends too; where nobody is, there is nobody to ask.
  ::kill(-process, SIGKILL);
  int status = 0;
  pid_t waited = -1;
  do {
    waited = ::waitpid(process, &status, 0);
  } while (waited < 0 && errno == EINTR);
  return in_time && waited == process && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace

std::expected<std::string, PdfFault> PdfMaker::convert(std::string_view docx) {
  if (!installed()) {
    return std::unexpected(PdfFault::not_installed);
  }
  const std::unique_lock alone(one_, std::try_to_lock);
  if (!alone) {
    return std::unexpected(PdfFault::busy);
  }
  const Workplace place(settings_.folder, "pdf");
  const auto& folder = place.path();
  std::ofstream file(folder + "/paper.docx", std::ios::binary);
  file << docx;
  file.close();
  if (!place.made() || !file) {
    return std::unexpected(PdfFault::failed);
  }
  // Nothing of this process's surroundings goes with it. Documents name no other place, so it has
  // nothing to fetch.
  const auto process = Start().run(
      {settings_.program.string(), "-env:UserInstallation=file://" + folder + "/profile",
       "--headless", "--norestore", "--nolockcheck", "--convert-to", "pdf", "--outdir", folder,
       folder + "/paper.docx"},
      {"HOME=" + folder, "TMPDIR=" + folder, "PATH=/usr/bin:/bin", "LANG=C.UTF-8"});
  if (process < 0 || !await_end(process, settings_.time)) {
    return std::unexpected(PdfFault::failed);
  }
  auto pdf = bytes_of(folder + "/paper.pdf");
  if (!pdf.starts_with("%PDF-")) {
    return std::unexpected(PdfFault::failed);
  }
  return pdf;
}

std::filesystem::path find_office() {
  const char* path = std::getenv("PATH");  // NOLINT(concurrency-mt-unsafe): at the start
  std::string_view folders = path == nullptr ? "/usr/bin" : path;
  while (!folders.empty()) {
    const auto end = folders.find(':');
    const auto program = std::filesystem::path(folders.substr(0, end)) / "soffice";
    if (::access(program.c_str(), X_OK) == 0) {
      return program;
    }
    folders.remove_prefix(end == std::string_view::npos ? folders.size() : end + 1);
  }
  return {};
}

std::filesystem::path passing_folder() {
  const std::filesystem::path memory = "/dev/shm";
  return ::access(memory.c_str(), W_OK | X_OK) == 0 ? memory
                                                    : std::filesystem::temp_directory_path();
}

}  // namespace langnghe::papers
