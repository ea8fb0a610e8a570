#include "witness/cosigned_heads.hpp"

#include <algorithm>
#include <utility>

#include <files/durable_file.hpp>
#include <transparency/cosigning.hpp>

namespace langnghe::eventstore {
namespace {

std::size_t log_signatures_of(const Note& note, const Checkpoint& checkpoint) {
  return static_cast<std::size_t>(
      std::ranges::count(note.signatures, checkpoint.origin, &NoteSignature::name));
}

void put(std::vector<NoteSignature>& signatures, const NoteSignature& made) {
  const auto same = std::ranges::find_if(signatures, [&](const NoteSignature& there) {
    return there.name == made.name && there.key_id == made.key_id;
  });
  if (same == signatures.end()) {
    signatures.push_back(made);
  } else {
    *same = made;
  }
}

}  // namespace

CosignedHeads::CosignedHeads(const std::filesystem::path& anchor, const LedgerId& ledger)
    : newest_file_(cosigned_file(anchor, ledger)), best_file_(witnessed_file(anchor, ledger)) {}

std::optional<CosignedHeads::Signed> CosignedHeads::read(const std::filesystem::path& file,
                                                         std::span<const VerifierKey> log_keys) {
  const auto content = read_small_file(file, kNoteBytesMax);
  if (!content || !*content) {
    return std::nullopt;
  }
  const auto checkpoint = open_checkpoint(**content, log_keys);
  if (!checkpoint) {
    return std::nullopt;
  }
  Signed kept{*parse_note(**content), *checkpoint};
  kept.log_signatures = log_signatures_of(kept.note, *checkpoint);
  return kept;
}

ProofResult<void> CosignedHeads::write(const std::filesystem::path& file, const Signed& head) {
  if (const auto fault = replace_file(file, to_bytes(head.note))) {
    return std::unexpected(
        ProofError{ProofErrorCode::unavailable, file.string() + ": " + fault.message()});
  }
  return {};
}

void CosignedHeads::load(std::span<const VerifierKey> log_keys) {
  const std::scoped_lock lock(mutex_);
  newest_ = read(newest_file_, log_keys);
  best_ = read(best_file_, log_keys);
}

ProofResult<void> CosignedHeads::add(const Note& note, const Checkpoint& checkpoint,
                                     const NoteSignature& cosignature) {
  const std::scoped_lock lock(mutex_);
  if (!newest_ ||
      (newest_->note.text != note.text && newest_->checkpoint.size <= checkpoint.size)) {
    newest_ = Signed{note, checkpoint, log_signatures_of(note, checkpoint)};
  }
  if (newest_->note.text != note.text) {
    return {};  // an answer that came late, for a head that is passed over by now
  }
  put(newest_->note.signatures, cosignature);
  if (auto written = write(newest_file_, *newest_); !written) {
    return written;
  }
  if (best_ && best_->note.text != note.text && best_->witnesses() > newest_->witnesses()) {
    return {};
  }
  best_ = newest_;
  return write(best_file_, *best_);
}

std::string CosignedHeads::with_cosignatures(std::string note) const {
  auto parsed = parse_note(note);
  const std::scoped_lock lock(mutex_);
  for (const auto& head : {newest_, best_}) {
    if (parsed && head && head->note.text == parsed->text) {
      for (std::size_t i = head->log_signatures; i < head->note.signatures.size(); ++i) {
        put(parsed->signatures, head->note.signatures[i]);
      }
      return to_bytes(*parsed);
    }
  }
  return note;
}

std::optional<CosignedHead> CosignedHeads::shown(const std::optional<Signed>& head) {
  return head ? std::optional(
                    CosignedHead{to_bytes(head->note), head->checkpoint, head->witnesses()})
              : std::nullopt;
}

std::optional<CosignedHead> CosignedHeads::best() const {
  const std::scoped_lock lock(mutex_);
  return shown(best_);
}

std::optional<CosignedHead> CosignedHeads::newest() const {
  const std::scoped_lock lock(mutex_);
  return shown(newest_);
}

}  // namespace langnghe::eventstore
