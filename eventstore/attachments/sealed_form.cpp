#include "sealed_form.hpp"

#include <array>

#include <vault/secret_key.hpp>

namespace langnghe::eventstore {
namespace {

constexpr std::size_t kSealedPieceBytes = kPieceBytes + kOverheadBytes;

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

unsigned char* bytes_of(std::string& text) {
  return reinterpret_cast<unsigned char*>(text.data());
}

}  // namespace

std::string SealedHead::text() const {
  std::string text(kSealedMark);
  text += static_cast<char>(static_cast<unsigned char>(resident.size()));
  return text + resident + wrapped_key;
}

std::size_t SealedHead::size() const {
  return kSealedMark.size() + 1 + resident.size() + wrapped_key.size();
}

std::optional<SealedHead> parse_sealed_head(std::string_view begin) {
  const std::size_t at = kSealedMark.size() + 1;
  if (begin.size() < at || !begin.starts_with(kSealedMark)) {
    return std::nullopt;
  }
  const std::size_t length = static_cast<unsigned char>(begin[at - 1]);
  if (length == 0 || begin.size() < at + length + kWrappedKeyBytes + kStreamHeaderBytes) {
    return std::nullopt;
  }
  return SealedHead{std::string(begin.substr(at, length)),
                    std::string(begin.substr(at + length, kWrappedKeyBytes))};
}

std::optional<std::uint64_t> content_bytes(std::uint64_t file_bytes, const SealedHead& head) {
  const std::uint64_t around = head.size() + kStreamHeaderBytes + kSealedEndBytes;
  if (file_bytes <= around + kOverheadBytes) {
    return std::nullopt;
  }
  const std::uint64_t sealed = file_bytes - around;
  const std::uint64_t rest = sealed % kSealedPieceBytes;
  if (rest > 0 && rest <= kOverheadBytes) {
    return std::nullopt;
  }
  return sealed / kSealedPieceBytes * kPieceBytes + (rest > 0 ? rest - kOverheadBytes : 0);
}

std::string end_text(RunningHash& content, std::uint64_t bytes) {
  const auto digest = content.digest();
  std::string text(reinterpret_cast<const char*>(digest.data()), digest.size());
  for (int shift = 56; shift >= 0; shift -= 8) {
    text += static_cast<char>((bytes >> shift) & 0xFF);
  }
  return text;
}

SealBinding key_binding(const LedgerId& ledger) {
  return {ledger, {"attachments"}, "attachment.key"};
}

AttachmentResult<PieceSealer> PieceSealer::make(Vault& vault, const LedgerId& ledger,
                                                const std::string& resident) {
  if (resident.empty() || resident.size() > kSubjectBytesMax) {
    return attachment_error(AttachmentErrorCode::no_key, "no resident has such a name");
  }
  const SecretKey key = SecretKey::random();
  auto wrapped = vault.seal(key_subject(ledger, resident), key_binding(ledger),
                            {reinterpret_cast<const char*>(key.data()), kKeyBytes});
  if (!wrapped) {
    return vault_fault(wrapped.error());
  }
  if (wrapped->size() != kWrappedKeyBytes) {
    return attachment_error(AttachmentErrorCode::unavailable, "a sealed key has another length");
  }
  PieceSealer made;
  made.associated_ = SealedHead{resident, std::move(*wrapped)}.text();
  std::string header(kStreamHeaderBytes, '\0');
  crypto_secretstream_xchacha20poly1305_init_push(&made.state_, bytes_of(header), key.data());
  made.begin_ = made.associated_ + header;
  return made;
}

std::string_view PieceSealer::seal(std::string_view piece, bool is_end) {
  sealed_.resize(piece.size() + kOverheadBytes);
  const unsigned char tag = is_end ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
                                   : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;
  crypto_secretstream_xchacha20poly1305_push(&state_, bytes_of(sealed_), nullptr, bytes_of(piece),
                                             piece.size(), bytes_of(std::string_view(associated_)),
                                             associated_.size(), tag);
  return sealed_;
}

AttachmentResult<PieceOpener> PieceOpener::make(Vault& vault, const LedgerId& ledger,
                                                const SealedHead& head,
                                                std::string_view stream_header) {
  auto plain =
      vault.open(key_subject(ledger, head.resident), key_binding(ledger), head.wrapped_key);
  if (!plain) {
    return vault_fault(plain.error());
  }
  PieceOpener made;
  made.associated_ = head.text();
  const bool well = plain->size() == kKeyBytes &&
                    crypto_secretstream_xchacha20poly1305_init_pull(
                        &made.state_, bytes_of(stream_header), bytes_of(*plain)) == 0;
  sodium_memzero(plain->data(), plain->size());
  if (!well) {
    return attachment_error(AttachmentErrorCode::damaged, "a sealed file's key");
  }
  return made;
}

std::optional<std::string_view> PieceOpener::open(std::string_view sealed, bool is_end) {
  if (sealed.size() < kOverheadBytes) {
    return std::nullopt;
  }
  plain_.resize(sealed.size() - kOverheadBytes);
  unsigned char tag = 0;
  const bool opened = crypto_secretstream_xchacha20poly1305_pull(
                          &state_, bytes_of(plain_), nullptr, &tag, bytes_of(sealed), sealed.size(),
                          bytes_of(std::string_view(associated_)), associated_.size()) == 0;
  const unsigned char wanted = is_end ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
                                      : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;
  if (!opened || tag != wanted) {
    return std::nullopt;
  }
  return plain_;
}

}  // namespace langnghe::eventstore
