#pragma once

#include <chrono>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <ledger/types.hpp>

namespace langnghe::eventstore {

/// Scans, photographs and recordings: files named by the SHA-256 of their stored bytes, beside the
/// ledger, whose events hold the name. What is of a resident is sealed under a key that opens only
/// with theirs. The form: docs/formats/attachments.md; why: docs/decisions/0011-attachments.md.

enum class AttachmentErrorCode {
  type_not_allowed,  ///< not one of the media types that are taken
  type_mismatch,     ///< the bytes are not of the type they are declared to be
  too_large,
  not_there,
  erased,       ///< of a resident whose key was destroyed
  damaged,      ///< not the bytes that were stored; they are never handed out
  no_key,       ///< the resident has no key to seal under
  disk_full,    ///< nothing was stored
  unavailable,  ///< a file or the vault could not be read or written; nothing was stored
};

struct AttachmentError {
  AttachmentErrorCode code{};
  std::string context;  ///< for the log; holds no personal data
};

template <class T>
using AttachmentResult = std::expected<T, AttachmentError>;

struct StoredAttachment {
  std::string hash;  ///< SHA-256 of the stored bytes in hex: the name
  std::string media_type;
  std::uint64_t bytes = 0;  ///< of the content
  bool sealed = false;
};

inline constexpr std::uint64_t kAttachmentBytesMaxDefault = std::uint64_t{10} << 20;

/// Every media type whose bytes this program can tell from others.
[[nodiscard]] std::vector<std::string> known_media_types();
/// The value of a Content-Type, without parameters and in the form of `known_media_types`.
[[nodiscard]] std::string media_type_of(std::string_view content_type);

/// The bounds of what the store takes; everything else is refused.
struct AttachmentLimits {
  std::uint64_t bytes_max = kAttachmentBytesMaxDefault;
  std::vector<std::string> media_types = known_media_types();
};

/// One file on its way in. Nothing of it is left unless `finish` has answered its name. Belongs to
/// one thread; the `Attachments` it came from must outlive it.
class AttachmentWriter {
 public:
  virtual ~AttachmentWriter() = default;
  /// After an error the writer is of no more use.
  [[nodiscard]] virtual AttachmentResult<void> write(std::string_view bytes) = 0;
  /// The file is on the disk, with its entry, when this has answered.
  [[nodiscard]] virtual AttachmentResult<StoredAttachment> finish() = 0;
};

/// One file on its way out. Belongs to one thread at a time.
class AttachmentReader {
 public:
  virtual ~AttachmentReader() = default;
  [[nodiscard]] virtual const StoredAttachment& facts() const = 0;
  /// The next piece, which holds until the next call; empty at the end.
  [[nodiscard]] virtual AttachmentResult<std::string_view> next() = 0;
};

/// The files beside the ledgers. Thread-safe. AttachmentFolder keeps them in a folder of this
/// machine.
class Attachments {
 public:
  Attachments() = default;
  Attachments(const Attachments&) = delete;
  Attachments& operator=(const Attachments&) = delete;
  virtual ~Attachments() = default;

  [[nodiscard]] virtual const AttachmentLimits& limits() const = 0;

  /// Without a resident the file is stored as it is, for everybody of the ward: a notice that was
  /// published, a road that was repaired. With one, whose key must exist, it is sealed.
  [[nodiscard]] virtual AttachmentResult<std::unique_ptr<AttachmentWriter>> begin(
      const LedgerId& ledger, std::string_view media_type,
      const std::optional<std::string>& resident) = 0;

  struct Owner {
    bool sealed = false;
    std::string resident;
  };
  /// The owner of a file, without reading its content.
  [[nodiscard]] virtual AttachmentResult<Owner> owner_of(const LedgerId& ledger,
                                                         std::string_view hash) const = 0;

  /// Checks every stored byte against the name before it answers, and each piece again when it is
  /// handed out.
  [[nodiscard]] virtual AttachmentResult<std::unique_ptr<AttachmentReader>> open(
      const LedgerId& ledger, std::string_view hash) const = 0;

  /// An event is about to name this file: it is there, and will not be swept before another full
  /// waiting time has passed. Call it before the append.
  [[nodiscard]] virtual AttachmentResult<void> claim(const LedgerId& ledger,
                                                     std::string_view hash) = 0;

  using Referenced = std::function<AttachmentResult<std::set<std::string>>()>;
  /// Removes files that were stored or claimed before `before` and that no event names; answers how
  /// many. `referenced` is asked only when there are such files, after they were listed, so that a
  /// file which an event names meanwhile stays.
  [[nodiscard]] virtual AttachmentResult<std::size_t> sweep(
      const LedgerId& ledger, std::chrono::system_clock::time_point before,
      const Referenced& referenced) = 0;

  /// The names of a resident's sealed files.
  [[nodiscard]] virtual AttachmentResult<std::vector<std::string>> of_resident(
      const LedgerId& ledger, std::string_view resident) const = 0;
  /// Removes them for ever and leaves a mark in the place of each; answers how many. They are
  /// unreadable once the key is destroyed; this takes the ciphertext away too.
  [[nodiscard]] virtual AttachmentResult<std::size_t> erase_resident(const LedgerId& ledger,
                                                                     std::string_view resident) = 0;
};

/// Without a vault, for backup, export and doctor.
struct AttachmentFile {
  std::string ledger;
  std::string hash;
  bool erased = false;  ///< only the mark is left
  auto operator<=>(const AttachmentFile&) const = default;
};
/// All of a folder, in order; none when there is no folder.
[[nodiscard]] AttachmentResult<std::vector<AttachmentFile>> list_attachments(
    const std::filesystem::path& directory);
/// `ledger/ab/cdef…`, with `.erased` for a mark.
[[nodiscard]] std::filesystem::path relative_path(const AttachmentFile& file);
/// Fails with `damaged` unless the stored bytes give the name; a mark is always well.
[[nodiscard]] AttachmentResult<void> check_attachment(const std::filesystem::path& directory,
                                                      const AttachmentFile& file);
/// Copies one file that is whole, synced and read back; a mark takes the place of a file and is
/// never replaced by one. Does nothing where it is already.
[[nodiscard]] AttachmentResult<void> copy_attachment(const std::filesystem::path& from,
                                                     const std::filesystem::path& to,
                                                     const AttachmentFile& file);

/// The names of all files a record may speak of: every member `"hash"` of 64 hex digits, whatever
/// it is in. More than there are rather than fewer: for deciding what stays.
[[nodiscard]] std::vector<std::string> possible_references(std::string_view record);
/// The names of the files a record does speak of: members `bytes`, `hash` and `media_type` side by
/// side, as canonical JSON lays out an attachment.
[[nodiscard]] std::vector<std::string> references(std::string_view record);

}  // namespace langnghe::eventstore
