#pragma once

#include <mutex>
#include <optional>
#include <string>

#include <attachments/attachment_folder.hpp>

#include "draft.hpp"
#include "running_hash.hpp"
#include "sealed_form.hpp"

namespace langnghe::eventstore {

/// Takes the content in pieces of 64 KiB, so that no more than one of them is in memory. Nothing
/// touches the disk before the first piece has shown that it is of the declared type.
class FileWriter final : public AttachmentWriter {
 public:
  FileWriter(const AttachmentOptions& options, LedgerId ledger, std::string media_type,
             std::optional<PieceSealer> sealer, std::mutex& placing);

  [[nodiscard]] AttachmentResult<void> write(std::string_view bytes) override;
  [[nodiscard]] AttachmentResult<StoredAttachment> finish() override;

 private:
  [[nodiscard]] AttachmentResult<void> take_piece();
  [[nodiscard]] AttachmentResult<void> begin_file();
  [[nodiscard]] AttachmentResult<void> put(std::string_view stored);

  const AttachmentOptions& options_;
  const LedgerId ledger_;
  const std::string media_type_;
  std::optional<PieceSealer> sealer_;
  std::mutex& placing_;
  Draft draft_;
  std::string piece_;
  std::uint64_t bytes_ = 0;
  RunningHash content_;
  RunningHash stored_;
  bool has_begun_ = false;
};

}  // namespace langnghe::eventstore
