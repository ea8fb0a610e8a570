#include <array>
#include <utility>

#include <transparency/checkpoint.hpp>

#include "proof/text_forms.hpp"

namespace langnghe::eventstore {
namespace {

constexpr std::string_view kProofHeader = "c2sp.org/tlog-proof@v1";
constexpr std::size_t kPathMax = 64;  // a tree of 2^64 leaves is 64 levels high

ProofError malformed(std::string context) {
  return {ProofErrorCode::malformed, std::move(context)};
}

bool lines_are_whole(std::string_view lines) {
  while (const auto line = take_line(lines)) {
    if (line->empty()) {
      return false;
    }
  }
  return lines.empty();
}

}  // namespace

std::string log_origin(std::string_view prefix, const LedgerId& ledger) {
  return std::string(prefix) + "/" + ledger.value;
}

std::string to_text(const Checkpoint& checkpoint) {
  return checkpoint.origin + "\n" + std::to_string(checkpoint.size) + "\n" +
         hash_to_base64(checkpoint.root) + "\n" + checkpoint.extensions;
}

ProofResult<Checkpoint> parse_checkpoint(std::string_view text) {
  const auto origin = take_line(text);
  const auto size = take_line(text);
  const auto root = take_line(text);
  const auto number = size ? from_decimal(*size) : std::nullopt;
  const auto hash = root ? hash_from_base64(*root) : std::nullopt;
  if (!origin || origin->empty() || !number || !hash || !lines_are_whole(text)) {
    return std::unexpected(malformed("a checkpoint is origin, size and root, a line each"));
  }
  return Checkpoint{std::string(*origin), *number, *hash, std::string(text)};
}

std::string sign_checkpoint(const Checkpoint& checkpoint, const SigningKey& key) {
  Note note{.text = to_text(checkpoint), .signatures = {}};
  note.signatures.push_back(sign_note(note.text, checkpoint.origin, key));
  return to_bytes(note);
}

ProofResult<Checkpoint> open_checkpoint(std::string_view bytes, const VerifierKey& log) {
  const std::array keys = {log};
  return open_checkpoint(bytes, keys);
}

ProofResult<Checkpoint> open_checkpoint(std::string_view bytes, std::span<const VerifierKey> keys) {
  const auto note = parse_note(bytes);
  if (!note) {
    return std::unexpected(note.error());
  }
  if (const auto signed_by = verify_note(*note, keys); !signed_by) {
    return std::unexpected(signed_by.error());
  }
  auto checkpoint = parse_checkpoint(note->text);
  if (checkpoint && checkpoint->origin != keys.front().name) {
    return std::unexpected(ProofError{
        ProofErrorCode::not_signed,
        "this is a checkpoint of " + checkpoint->origin + ", not of " + keys.front().name});
  }
  return checkpoint;
}

std::string to_text(const Receipt& receipt) {
  std::string text = std::string(kProofHeader) + "\nindex " + std::to_string(receipt.index) + "\n";
  for (const Hash& hash : receipt.proof) {
    text += hash_to_base64(hash) + "\n";
  }
  return text + "\n" + receipt.checkpoint;
}

ProofResult<Receipt> parse_receipt(std::string_view text) {
  constexpr std::string_view kIndex = "index ";
  const ProofError wrong = malformed("this is not a tlog-proof");
  const auto header = take_line(text);
  auto line = take_line(text);
  if (line && line->starts_with("extra ")) {  // not authenticated, and we have no use for it
    line = take_line(text);
  }
  if (!header || *header != kProofHeader || !line || !line->starts_with(kIndex)) {
    return std::unexpected(wrong);
  }
  const auto index = from_decimal(line->substr(kIndex.size()));
  if (!index) {
    return std::unexpected(wrong);
  }
  Receipt receipt{.index = *index, .proof = {}, .checkpoint = {}};
  for (line = take_line(text); line && !line->empty(); line = take_line(text)) {
    const auto hash = hash_from_base64(*line);
    if (!hash || receipt.proof.size() == kPathMax) {
      return std::unexpected(wrong);
    }
    receipt.proof.push_back(*hash);
  }
  if (!line) {
    return std::unexpected(wrong);
  }
  receipt.checkpoint = text;
  return receipt;
}

ProofResult<Checkpoint> verify_receipt(const Receipt& receipt, std::string_view record,
                                       const VerifierKey& log) {
  const std::array keys = {log};
  return verify_receipt(receipt, record, keys);
}

ProofResult<Checkpoint> verify_receipt(const Receipt& receipt, std::string_view record,
                                       std::span<const VerifierKey> keys) {
  auto checkpoint = open_checkpoint(receipt.checkpoint, keys);
  if (checkpoint && !verify_inclusion(leaf_hash(record), receipt.index, checkpoint->size,
                                      receipt.proof, checkpoint->root)) {
    return std::unexpected(
        ProofError{ProofErrorCode::not_proven, "this record is not the one at index " +
                                                   std::to_string(receipt.index) + " of " +
                                                   checkpoint->origin});
  }
  return checkpoint;
}

}  // namespace langnghe::eventstore
