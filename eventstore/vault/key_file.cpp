#include <algorithm>

#include <files/durable_file.hpp>
#include <vault/key_file.hpp>

namespace langnghe::eventstore {
namespace {

bool is_hex(const std::string& text, std::size_t digits) {
  return text.size() == digits && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

std::string tombstone() {
  std::string content(kTombstoneMark);
  content.resize(kKeyFileBytes, '\0');
  return content;
}

}  // namespace

KeyFileKind kind_of(std::string_view content) {
  if (content.size() != kKeyFileBytes) {
    return KeyFileKind::damaged;
  }
  if (content.starts_with(kKeyMark) || content.starts_with(kFirstKeyMark)) {
    return KeyFileKind::key;
  }
  return content == tombstone() ? KeyFileKind::tombstone : KeyFileKind::damaged;
}

std::error_code bury(const std::filesystem::path& path) {
  const std::string content = tombstone();
  if (const auto fault = overwrite_in_place(path, content)) {
    return fault;
  }
  return replace_file(path, content);
}

std::expected<std::vector<std::filesystem::path>, std::error_code> list_key_files(
    const std::filesystem::path& vault) {
  namespace fs = std::filesystem;
  constexpr std::size_t kFolderDigits = 2;
  constexpr std::size_t kFileDigits = 62;
  std::vector<fs::path> found;
  std::error_code fault;
  if (!fs::exists(vault, fault)) {
    return found;
  }
  fs::recursive_directory_iterator at(vault, fault);
  for (; !fault && at != fs::recursive_directory_iterator(); at.increment(fault)) {
    const fs::path relative = at->path().lexically_relative(vault);
    if (is_hex(relative.filename(), kFileDigits) && is_hex(relative.parent_path(), kFolderDigits)) {
      found.push_back(relative);
    }
  }
  if (fault) {
    return std::unexpected(fault);
  }
  std::ranges::sort(found);
  return found;
}

}  // namespace langnghe::eventstore
