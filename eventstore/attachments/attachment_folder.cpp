#include <algorithm>
#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <attachments/attachment_folder.hpp>
#include <files/durable_file.hpp>

#include "layout.hpp"
#include "media_type.hpp"
#include "reader.hpp"
#include "writer.hpp"

namespace langnghe::eventstore {
namespace {

namespace fs = std::filesystem;
using Moment = std::chrono::system_clock::time_point;

/// When a file was stored or claimed last; nothing when it is not there.
std::optional<Moment> age_of(const fs::path& path) {
  struct stat status{};
  if (::stat(path.c_str(), &status) != 0) {
    return std::nullopt;
  }
  const auto since = std::chrono::seconds(status.st_mtim.tv_sec) +
                     std::chrono::nanoseconds(status.st_mtim.tv_nsec);
  return Moment(std::chrono::duration_cast<Moment::duration>(since));
}

std::unexpected<AttachmentError> absent(const fs::path& path) {
  std::error_code ignored;
  const bool erased = fs::exists(mark_of(path), ignored);
  return attachment_error(erased ? AttachmentErrorCode::erased : AttachmentErrorCode::not_there,
                          "");
}

/// A text that is no hash names nothing; nor could it name a path elsewhere.
AttachmentResult<fs::path> find(const fs::path& directory, const LedgerId& ledger,
                                std::string_view hash) {
  if (!is_hash(hash)) {
    return attachment_error(AttachmentErrorCode::not_there, "");
  }
  auto path = path_of(directory, ledger, hash);
  std::error_code ignored;
  return fs::exists(path, ignored) ? AttachmentResult<fs::path>(std::move(path)) : absent(path);
}

}  // namespace

AttachmentFolder::AttachmentFolder(AttachmentOptions options, Vault& vault)
    : options_(std::move(options)),
      limits_{options_.bytes_max, options_.media_types},
      vault_(vault) {
  std::error_code ignored;  // what cannot be removed now is removed at the next start
  for (const auto& ledger : fs::directory_iterator(options_.directory, ignored)) {
    fs::remove_all(ledger.path() / kDraftFolder, ignored);
  }
}

AttachmentResult<std::unique_ptr<AttachmentWriter>> AttachmentFolder::begin(
    const LedgerId& ledger, std::string_view media_type,
    const std::optional<std::string>& resident) {
  const auto& allowed = options_.media_types;
  if (std::ranges::find(allowed, media_type) == allowed.end()) {
    return attachment_error(AttachmentErrorCode::type_not_allowed, media_type);
  }
  std::optional<PieceSealer> sealer;
  if (resident) {
    auto made = PieceSealer::make(vault_, ledger, *resident);
    if (!made) {
      return std::unexpected(std::move(made.error()));
    }
    sealer.emplace(std::move(*made));
  }
  return std::make_unique<FileWriter>(options_, ledger, std::string(media_type), std::move(sealer),
                                      mutex_);
}

AttachmentResult<Attachments::Owner> AttachmentFolder::owner_of(const LedgerId& ledger,
                                                                std::string_view hash) const {
  const auto path = find(options_.directory, ledger, hash);
  if (!path) {
    return std::unexpected(path.error());
  }
  OpenFile file(*path, O_RDONLY);
  if (file.failed()) {
    return errno == ENOENT ? absent(*path)
                           : fault_of("an attachment cannot be opened", last_fault());
  }
  auto head = read_head(file);
  if (!head) {
    return std::unexpected(std::move(head.error()));
  }
  return *head ? Owner{true, std::move((*head)->resident)} : Owner{};
}

AttachmentResult<std::unique_ptr<AttachmentReader>> AttachmentFolder::open(
    const LedgerId& ledger, std::string_view hash) const {
  const auto path = find(options_.directory, ledger, hash);
  if (!path) {
    return std::unexpected(path.error());
  }
  return open_attachment(options_.directory, ledger, hash, vault_);
}

AttachmentResult<void> AttachmentFolder::claim(const LedgerId& ledger, std::string_view hash) {
  const std::lock_guard lock(mutex_);
  const auto path = find(options_.directory, ledger, hash);
  if (!path) {
    return std::unexpected(path.error());
  }
  if (::utimensat(AT_FDCWD, path->c_str(), nullptr, 0) != 0) {
    return fault_of("an attachment cannot be claimed", last_fault());
  }
  return {};
}

AttachmentResult<std::size_t> AttachmentFolder::sweep(const LedgerId& ledger, Moment before,
                                                      const Referenced& referenced) {
  const auto files = list_attachments(options_.directory);
  if (!files) {
    return std::unexpected(files.error());
  }
  std::vector<std::string> old;
  for (const auto& file : *files) {
    const auto age = age_of(options_.directory / relative_path(file));
    if (file.ledger == ledger.value && !file.erased && age && *age < before) {
      old.push_back(file.hash);
    }
  }
  if (old.empty()) {
    return 0;
  }
  const auto named = referenced();
  if (!named) {
    return std::unexpected(named.error());
  }
  std::size_t removed = 0;
  for (const auto& hash : old) {
    const auto path = path_of(options_.directory, ledger, hash);
    const std::lock_guard lock(mutex_);
    const auto age = age_of(path);
    if (!named->contains(hash) && age && *age < before && ::unlink(path.c_str()) == 0) {
      ++removed;
    }
  }
  return removed;
}

AttachmentResult<std::vector<std::string>> AttachmentFolder::of_resident(
    const LedgerId& ledger, std::string_view resident) const {
  const auto files = list_attachments(options_.directory);
  if (!files) {
    return std::unexpected(files.error());
  }
  std::vector<std::string> found;
  for (const auto& file : *files) {
    if (file.ledger != ledger.value || file.erased) {
      continue;
    }
    const auto seen = owner_of(ledger, file.hash);
    if (seen && seen->sealed && seen->resident == resident) {
      found.push_back(file.hash);
    } else if (!seen && seen.error().code == AttachmentErrorCode::unavailable) {
      return std::unexpected(seen.error());
    }
  }
  return found;
}

AttachmentResult<std::size_t> AttachmentFolder::erase_resident(const LedgerId& ledger,
                                                               std::string_view resident) {
  const auto files = of_resident(ledger, resident);
  if (!files) {
    return std::unexpected(files.error());
  }
  for (const auto& hash : *files) {
    const std::lock_guard lock(mutex_);
    if (auto left = leave_mark(path_of(options_.directory, ledger, hash)); !left) {
      return std::unexpected(std::move(left.error()));
    }
  }
  return files->size();
}

}  // namespace langnghe::eventstore
