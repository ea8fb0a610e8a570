// The work of backup, export and doctor on attachments: list, check and copy, without a key.
#include <algorithm>
#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

#include <attachments/attachments.hpp>
#include <files/durable_file.hpp>

#include "draft.hpp"
#include "layout.hpp"
#include "open_file.hpp"
#include "running_hash.hpp"

namespace langnghe::eventstore {
namespace {

namespace fs = std::filesystem;

/// `<ledger>/ab/cdef…[.erased]`; nothing for anything else.
std::optional<AttachmentFile> parse_path(const fs::path& relative) {
  std::vector<std::string> parts;
  for (const auto& part : relative) {
    parts.push_back(part.string());
  }
  if (parts.size() != 3) {
    return std::nullopt;
  }
  AttachmentFile file{parts[0], parts[1] + parts[2], parts[2].ends_with(kErasedSuffix)};
  if (file.erased) {
    file.hash.resize(file.hash.size() - kErasedSuffix.size());
  }
  return is_hash(file.hash) && parts[1].size() == 2 ? std::optional(file) : std::nullopt;
}

/// Hands over the bytes of a file piece by piece; answers their SHA-256.
template <class Take>
AttachmentResult<std::string> read_through(const fs::path& path, Take take) {
  OpenFile file(path, O_RDONLY);
  if (file.failed()) {
    return errno == ENOENT ? attachment_error(AttachmentErrorCode::not_there, "")
                           : fault_of("an attachment cannot be opened", last_fault());
  }
  RunningHash stored;
  std::string buffer(kPieceBytes, '\0');
  for (;;) {
    const auto count = file.read(buffer);
    if (!count) {
      return fault_of("an attachment cannot be read", count.error());
    }
    const auto piece = std::string_view(buffer).substr(0, *count);
    stored.add(piece);
    if (const std::error_code fault = take(piece)) {
      return fault_of("an attachment cannot be written", fault);
    }
    if (*count < buffer.size()) {
      return stored.hex();
    }
  }
}

AttachmentResult<void> check_hash(const AttachmentResult<std::string>& found,
                                  std::string_view hash) {
  if (!found) {
    return std::unexpected(found.error());
  }
  return *found == hash ? AttachmentResult<void>{}
                        : attachment_error(AttachmentErrorCode::damaged, hash);
}

AttachmentResult<void> copy_mark(const fs::path& to, const AttachmentFile& file) {
  if (auto left = leave_mark(path_of(to, {file.ledger}, file.hash)); !left) {
    return std::unexpected(std::move(left.error()));
  }
  return {};
}

}  // namespace

AttachmentResult<void> leave_mark(const fs::path& file) {
  auto fault = make_directories(file.parent_path());
  if (!fault) {
    const auto made = create_file(mark_of(file), "");
    fault = made ? std::error_code{} : made.error();
  }
  if (!fault && ::unlink(file.c_str()) != 0 && errno != ENOENT) {
    fault = last_fault();
  }
  if (!fault) {
    fault = sync_directory(file.parent_path());
  }
  return fault ? AttachmentResult<void>(fault_of("an attachment cannot be erased", fault))
               : AttachmentResult<void>{};
}

AttachmentResult<std::vector<AttachmentFile>> list_attachments(const fs::path& directory) {
  std::vector<AttachmentFile> found;
  std::error_code fault;
  fs::recursive_directory_iterator at(directory, fault);
  for (; !fault && at != fs::recursive_directory_iterator(); at.increment(fault)) {
    if (auto file = parse_path(at->path().lexically_relative(directory))) {
      found.push_back(std::move(*file));
    }
  }
  if (fault && fault != std::errc::no_such_file_or_directory) {
    return fault_of("the attachments cannot be listed", fault);
  }
  std::ranges::sort(found);
  return found;
}

AttachmentResult<void> check_attachment(const fs::path& directory, const AttachmentFile& file) {
  if (file.erased) {
    return {};
  }
  return check_hash(read_through(directory / relative_path(file),
                                 [](std::string_view) { return std::error_code{}; }),
                    file.hash);
}

AttachmentResult<void> copy_attachment(const fs::path& from, const fs::path& to,
                                       const AttachmentFile& file) {
  std::error_code ignored;  // what cannot be looked at is copied, which then tells why not
  const auto target = path_of(to, {file.ledger}, file.hash);
  if (file.erased) {
    return copy_mark(to, file);
  }
  if (fs::exists(target, ignored) || fs::exists(mark_of(target), ignored)) {
    return {};
  }
  Draft draft(to / file.ledger / kDraftFolder, {});
  if (const auto fault = draft.open()) {
    return fault_of("an attachment cannot be made", fault);
  }
  const auto copied = read_through(from / relative_path(file),
                                   [&](std::string_view piece) { return draft.write(piece); });
  if (auto same = check_hash(copied, file.hash); !same) {
    return same;
  }
  auto fault = draft.sync();
  if (!fault) {
    fault = draft.place(target);
  }
  // Nobody else copies to there, and nothing but the files themselves is to be left.
  ::rmdir((to / file.ledger / kDraftFolder).c_str());
  return fault ? AttachmentResult<void>(fault_of("an attachment cannot be put in place", fault))
               : check_attachment(to, file);
}

}  // namespace langnghe::eventstore
