#include "checking/remembered_head.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <services/say.hpp>

#include "checking/log_source.hpp"
#include "checking/verify_fault.hpp"

namespace langnghe::tools {
namespace fs = std::filesystem;
namespace {

/// Written and on the disk.
bool write_synced(const fs::path& file, const std::string& bytes) {
  const int made = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (made < 0) {
    return false;
  }
  std::size_t done = 0;
  while (done < bytes.size()) {
    const auto count = ::write(made, bytes.data() + done, bytes.size() - done);
    if (count <= 0) {
      break;
    }
    done += static_cast<std::size_t>(count);
  }
  const bool synced = done == bytes.size() && ::fsync(made) == 0;
  return ::close(made) == 0 && synced;
}

bool sync_folder(const fs::path& file) {
  const auto folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
  const int opened = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const bool synced = opened >= 0 && ::fsync(opened) == 0;
  return opened >= 0 && ::close(opened) == 0 && synced;
}

}  // namespace

std::optional<std::string> read_remembered(const fs::path& file) {
  return fs::exists(file) ? std::optional(read_named_file(file)) : std::nullopt;
}

void remember(const fs::path& file, const std::string& note) {
  auto next = file;
  next += ".new";
  std::error_code wrong;
  if (!write_synced(next, note) || (fs::rename(next, file, wrong), wrong) || !sync_folder(file)) {
    cannot_check(std::string(say("đúng, nhưng không ghi lại được đầu sổ vào ",
                                 "well, but the head cannot be kept in ")) +
                 file.string());
  }
}

}  // namespace langnghe::tools
