#include "writer.hpp"

#include <algorithm>
#include <utility>

#include "layout.hpp"
#include "media_type.hpp"

namespace langnghe::eventstore {

FileWriter::FileWriter(const AttachmentOptions& options, LedgerId ledger, std::string media_type,
                       std::optional<PieceSealer> sealer, std::mutex& placing)
    : options_(options),
      ledger_(std::move(ledger)),
      media_type_(std::move(media_type)),
      sealer_(std::move(sealer)),
      placing_(placing),
      draft_(options.directory / ledger_.value / kDraftFolder, options.sync) {
  piece_.reserve(kPieceBytes);
}

AttachmentResult<void> FileWriter::write(std::string_view bytes) {
  if (bytes.size() > options_.bytes_max - bytes_) {
    return attachment_error(AttachmentErrorCode::too_large, "");
  }
  bytes_ += bytes.size();
  while (!bytes.empty()) {
    const std::size_t taken = std::min(kPieceBytes - piece_.size(), bytes.size());
    piece_.append(bytes.substr(0, taken));
    bytes.remove_prefix(taken);
    if (piece_.size() == kPieceBytes) {
      if (auto done = take_piece(); !done) {
        return done;
      }
    }
  }
  return {};
}

AttachmentResult<void> FileWriter::take_piece() {
  if (!has_begun_) {
    if (auto begun = begin_file(); !begun) {
      return begun;
    }
  }
  content_.add(piece_);
  auto done = put(sealer_ ? sealer_->seal(piece_, false) : std::string_view(piece_));
  piece_.clear();
  return done;
}

AttachmentResult<void> FileWriter::begin_file() {
  if (sniff_media_type(piece_) != media_type_) {
    return attachment_error(AttachmentErrorCode::type_mismatch, media_type_);
  }
  if (const auto fault = draft_.open()) {
    return fault_of("an attachment cannot be made", fault);
  }
  has_begun_ = true;
  return sealer_ ? put(sealer_->begin()) : AttachmentResult<void>{};
}

AttachmentResult<void> FileWriter::put(std::string_view stored) {
  stored_.add(stored);
  if (const auto fault = draft_.write(stored)) {
    return fault_of("an attachment cannot be written", fault);
  }
  return {};
}

AttachmentResult<StoredAttachment> FileWriter::finish() {
  if (!piece_.empty() || !has_begun_) {
    if (auto done = take_piece(); !done) {
      return std::unexpected(std::move(done.error()));
    }
  }
  if (sealer_) {
    if (auto done = put(sealer_->seal(end_text(content_, bytes_), true)); !done) {
      return std::unexpected(std::move(done.error()));
    }
  }
  if (const auto fault = draft_.sync()) {
    return fault_of("an attachment cannot be synced", fault);
  }
  StoredAttachment made{stored_.hex(), media_type_, bytes_, sealer_.has_value()};
  const std::lock_guard lock(placing_);
  if (const auto fault = draft_.place(path_of(options_.directory, ledger_, made.hash))) {
    return fault_of("an attachment cannot be put in place", fault);
  }
  return made;
}

}  // namespace langnghe::eventstore
