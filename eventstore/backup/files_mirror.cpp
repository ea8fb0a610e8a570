#include "files_mirror.hpp"

#include <utility>

namespace langnghe::eventstore {
namespace {

namespace fs = std::filesystem;

std::unexpected<BackupError> fault_of(const AttachmentError& error) {
  const bool damaged =
      error.code == AttachmentErrorCode::damaged || error.code == AttachmentErrorCode::not_there;
  return std::unexpected(
      BackupError{damaged ? BackupError::Code::damaged : BackupError::Code::unavailable,
                  "an attachment: " + error.context});
}

BackupResult<std::vector<AttachmentFile>> list(const fs::path& directory) {
  if (directory.empty()) {
    return std::vector<AttachmentFile>();
  }
  auto files = list_attachments(directory);
  if (!files) {
    return fault_of(files.error());
  }
  return std::move(*files);
}

/// The mark in its place, if it was erased since the list was made.
AttachmentFile as_it_is(const fs::path& mirror, AttachmentFile file) {
  std::error_code ignored;  // what cannot be looked at cannot be read either, which is then told
  const AttachmentFile mark{file.ledger, file.hash, true};
  return fs::exists(mirror / relative_path(mark), ignored) ? mark : file;
}

}  // namespace

BackupResult<MirroredFiles> merge_attachments(const fs::path& files, const fs::path& mirror) {
  const auto present = list(files);
  if (!present) {
    return std::unexpected(present.error());
  }
  MirroredFiles merged;
  for (const auto& file : *present) {
    const auto copied = copy_attachment(files, mirror, file);
    // One that is gone was swept meanwhile: no event names it.
    if (!copied && copied.error().code == AttachmentErrorCode::damaged) {
      ++merged.damaged;
    } else if (!copied && copied.error().code != AttachmentErrorCode::not_there) {
      return fault_of(copied.error());
    }
  }
  const auto held = list(mirror);
  if (!held) {
    return std::unexpected(held.error());
  }
  merged.files = held->size();
  return merged;
}

BackupResult<Sums> sums_of_attachments(const fs::path& mirror) {
  const auto files = list(mirror);
  if (!files) {
    return std::unexpected(files.error());
  }
  Sums sums;
  for (const auto& file : *files) {
    sums.emplace((kFilesFolder / relative_path(file)).string(),
                 file.erased ? sha256_hex("") : file.hash);
  }
  return sums;
}

std::vector<AttachmentFile> take_attachments(Sums& sums) {
  constexpr std::string_view kMarkSuffix = ".erased";
  std::vector<AttachmentFile> files;
  for (auto at = sums.begin(); at != sums.end();) {
    const fs::path path = at->first;
    if (*path.begin() != kFilesFolder) {
      ++at;
      continue;
    }
    const std::string name = path.filename().string();
    const bool erased = name.ends_with(kMarkSuffix);
    const auto folder = path.parent_path();
    files.push_back({folder.parent_path().filename().string(),
                     folder.filename().string() +
                         name.substr(0, name.size() - (erased ? kMarkSuffix.size() : 0)),
                     erased});
    at = sums.erase(at);
  }
  return files;
}

BackupResult<void> check_attachments(const fs::path& mirror,
                                     const std::vector<AttachmentFile>& files) {
  for (const auto& file : files) {
    if (auto whole = check_attachment(mirror, as_it_is(mirror, file)); !whole) {
      return fault_of({whole.error().code, file.hash});
    }
  }
  return {};
}

BackupResult<void> lay_out_attachments(const fs::path& mirror, const fs::path& to,
                                       const std::vector<AttachmentFile>& files) {
  for (const auto& file : files) {
    if (auto copied = copy_attachment(mirror, to, as_it_is(mirror, file)); !copied) {
      return fault_of(copied.error());
    }
  }
  return {};
}

}  // namespace langnghe::eventstore
