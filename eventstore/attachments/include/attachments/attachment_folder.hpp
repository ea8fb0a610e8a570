#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <attachments/attachments.hpp>
#include <vault/vault.hpp>

namespace langnghe::eventstore {

struct AttachmentOptions {
  std::filesystem::path directory;
  std::uint64_t bytes_max = kAttachmentBytesMaxDefault;
  std::vector<std::string> media_types = known_media_types();
  std::function<int(int)> sync = {};  ///< in place of fsync(2), for tests of a disk that fails
};

/// Attachments in a folder of this machine, written by one process alone.
class AttachmentFolder final : public Attachments {
 public:
  /// The vault must outlive it. Removes what a process that was killed left half written: no other
  /// may be writing to the folder.
  AttachmentFolder(AttachmentOptions options, Vault& vault);

  [[nodiscard]] const AttachmentLimits& limits() const override { return limits_; }
  [[nodiscard]] AttachmentResult<std::unique_ptr<AttachmentWriter>> begin(
      const LedgerId& ledger, std::string_view media_type,
      const std::optional<std::string>& resident) override;
  [[nodiscard]] AttachmentResult<Owner> owner_of(const LedgerId& ledger,
                                                 std::string_view hash) const override;
  [[nodiscard]] AttachmentResult<std::unique_ptr<AttachmentReader>> open(
      const LedgerId& ledger, std::string_view hash) const override;
  [[nodiscard]] AttachmentResult<void> claim(const LedgerId& ledger,
                                             std::string_view hash) override;
  [[nodiscard]] AttachmentResult<std::size_t> sweep(const LedgerId& ledger,
                                                    std::chrono::system_clock::time_point before,
                                                    const Referenced& referenced) override;
  [[nodiscard]] AttachmentResult<std::vector<std::string>> of_resident(
      const LedgerId& ledger, std::string_view resident) const override;
  [[nodiscard]] AttachmentResult<std::size_t> erase_resident(const LedgerId& ledger,
                                                             std::string_view resident) override;

 private:
  const AttachmentOptions options_;
  const AttachmentLimits limits_;
  Vault& vault_;
  mutable std::mutex mutex_;  ///< held while a file is put in place, renewed or removed
};

}  // namespace langnghe::eventstore
