#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include <sodium.h>

#include <attachments/attachments.hpp>
#include <vault/vault.hpp>

#include "layout.hpp"
#include "running_hash.hpp"

namespace langnghe::eventstore {

/// The bytes of a sealed file:
///
///   8    the mark
///   1+n  the resident, with the length in front
///   96   the file's own key, sealed by the vault under the resident's (base64url)
///   24   the header of libsodium's secretstream (XChaCha20-Poly1305)
///   …    the content in pieces of 64 KiB, the last one shorter; each 17 bytes longer sealed
///   57   the end: SHA-256 and length of the content, sealed with the tag FINAL
///
/// Everything in front of the header is bound to every piece as associated data.
inline constexpr std::string_view kSealedMark{"LNSEAL\0\1", 8};
inline constexpr std::size_t kWrappedKeyBytes = 96;
inline constexpr std::size_t kStreamHeaderBytes = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
inline constexpr std::size_t kOverheadBytes = crypto_secretstream_xchacha20poly1305_ABYTES;
inline constexpr std::size_t kEndBytes = crypto_hash_sha256_BYTES + 8;
inline constexpr std::size_t kSealedEndBytes = kEndBytes + kOverheadBytes;
inline constexpr std::size_t kSubjectBytesMax = 255;

/// The bytes in front of the secretstream's header.
struct SealedHead {
  std::string resident;
  std::string wrapped_key;
  [[nodiscard]] std::string text() const;
  [[nodiscard]] std::size_t size() const;
};
/// Nothing when these first bytes of a file (512 are enough) are not of a sealed one.
[[nodiscard]] std::optional<SealedHead> parse_sealed_head(std::string_view begin);

/// The length of the content in a sealed file of that length; nothing when no such file exists.
[[nodiscard]] std::optional<std::uint64_t> content_bytes(std::uint64_t file_bytes,
                                                         const SealedHead& head);

/// SHA-256 and length, as they stand at the end.
[[nodiscard]] std::string end_text(RunningHash& content, std::uint64_t bytes);

/// The place to which the vault binds a file's key: in another ledger it does not open.
[[nodiscard]] SealBinding key_binding(const LedgerId& ledger);

/// Seals the pieces of one file under a new key of its own.
class PieceSealer {
 public:
  PieceSealer(PieceSealer&&) = default;
  ~PieceSealer() { sodium_memzero(&state_, sizeof(state_)); }  // it holds the key

  [[nodiscard]] static AttachmentResult<PieceSealer> make(Vault& vault, const LedgerId& ledger,
                                                          const std::string& resident);
  [[nodiscard]] const std::string& begin() const { return begin_; }  ///< of the file
  /// Holds until the next call.
  [[nodiscard]] std::string_view seal(std::string_view piece, bool is_end);

 private:
  PieceSealer() = default;
  crypto_secretstream_xchacha20poly1305_state state_{};
  std::string associated_;
  std::string begin_;
  std::string sealed_;
};

/// Opens them again, in order.
class PieceOpener {
 public:
  PieceOpener(PieceOpener&&) = default;
  ~PieceOpener() { sodium_memzero(&state_, sizeof(state_)); }  // it holds the key

  [[nodiscard]] static AttachmentResult<PieceOpener> make(Vault& vault, const LedgerId& ledger,
                                                          const SealedHead& head,
                                                          std::string_view stream_header);
  /// Holds until the next call; nothing when the piece is not the next one that was sealed.
  [[nodiscard]] std::optional<std::string_view> open(std::string_view sealed, bool is_end);

 private:
  PieceOpener() = default;
  crypto_secretstream_xchacha20poly1305_state state_{};
  std::string associated_;
  std::string plain_;
};

}  // namespace langnghe::eventstore
