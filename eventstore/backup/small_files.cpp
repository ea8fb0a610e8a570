#include "small_files.hpp"

#include <algorithm>

#include <files/durable_file.hpp>

namespace langnghe::eventstore {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t kFileBytesMax = std::size_t{64} << 20;

BackupResult<void> copy_one(const fs::path& from, const fs::path& to) {
  const auto content = read_whole(from);
  if (!content) {
    return std::unexpected(content.error());
  }
  if (const auto fault = make_directories(to.parent_path())) {
    return std::unexpected(unavailable("a folder cannot be made", fault));
  }
  const auto made = create_file(to, *content);
  if (!made) {
    return std::unexpected(unavailable("a file cannot be written", made.error()));
  }
  return {};
}

}  // namespace

std::string to_text(const Sums& sums) {
  std::string text;
  for (const auto& [path, sum] : sums) {
    text.append(sum).append("  ").append(path).push_back('\n');
  }
  return text;
}

BackupResult<Sums> read_sums(const fs::path& file) {
  constexpr std::size_t kPathAt = 66;  // 64 digits and two spaces
  const auto text = read_whole(file);
  if (!text) {
    return std::unexpected(text.error());
  }
  Sums sums;
  std::string_view rest = *text;
  while (!rest.empty()) {
    const auto line = rest.substr(0, rest.find('\n'));
    if (line.size() <= kPathAt || line.size() == rest.size() ||
        line.substr(kPathAt - 2, 2) != "  ") {
      return std::unexpected(BackupError{BackupError::Code::damaged, file.filename().string()});
    }
    sums.emplace(line.substr(kPathAt), line.substr(0, kPathAt - 2));
    rest.remove_prefix(line.size() + 1);
  }
  return sums;
}

BackupResult<std::string> read_whole(const fs::path& file) {
  auto content = read_small_file(file, kFileBytesMax);
  if (!content) {
    return std::unexpected(unavailable("a file cannot be read", content.error()));
  }
  if (!*content) {
    return std::unexpected(unavailable("a file is missing",
                                       std::make_error_code(std::errc::no_such_file_or_directory)));
  }
  return std::move(**content);
}

BackupResult<void> copy_files(const fs::path& from, const fs::path& to, const fs::path& relative) {
  std::error_code fault;
  if (fs::is_regular_file(from / relative, fault)) {
    return copy_one(from / relative, to / relative);
  }
  const auto files = list_files(from / relative);
  if (!files) {
    return std::unexpected(files.error());
  }
  for (const auto& file : *files) {
    if (auto copied = copy_one(from / relative / file, to / relative / file); !copied) {
      return copied;
    }
  }
  return {};
}

BackupResult<std::vector<fs::path>> list_files(const fs::path& folder) {
  std::vector<fs::path> found;
  std::error_code fault;
  fs::recursive_directory_iterator at(folder, fault);
  for (; !fault && at != fs::recursive_directory_iterator(); at.increment(fault)) {
    std::error_code gone;  // a draft that was put in its place since; the list goes on
    if (!is_draft(at->path()) && at->is_regular_file(gone)) {
      found.push_back(at->path().lexically_relative(folder));
    }
  }
  if (fault && fault != std::errc::no_such_file_or_directory) {
    return std::unexpected(unavailable("a folder cannot be listed", fault));
  }
  std::ranges::sort(found);
  return found;
}

}  // namespace langnghe::eventstore
