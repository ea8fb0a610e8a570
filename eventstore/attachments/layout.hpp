#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>

#include <attachments/attachments.hpp>
#include <vault/vault.hpp>

namespace langnghe::eventstore {

/// The layout of the folder of attachments:
///
///   <ledger>/ab/cdef…          a file; its name is the SHA-256 of its bytes
///   <ledger>/ab/cdef….erased   an empty mark in the place of a file of a resident who was erased
///   <ledger>/new/…             on its way in
inline constexpr std::size_t kHashDigits = 64;
inline constexpr std::string_view kErasedSuffix = ".erased";
inline constexpr std::string_view kDraftFolder = "new";
inline constexpr std::size_t kPieceBytes = std::size_t{64} << 10;  ///< that is in memory at a time

[[nodiscard]] bool is_hash(std::string_view text);
[[nodiscard]] std::filesystem::path path_of(const std::filesystem::path& directory,
                                            const LedgerId& ledger, std::string_view hash);
[[nodiscard]] std::filesystem::path mark_of(const std::filesystem::path& file);
/// Removes a file for ever and puts the mark in its place, which need not be there.
[[nodiscard]] AttachmentResult<void> leave_mark(const std::filesystem::path& file);

/// ENOSPC and its kin are told apart: then room must be made, and trying again is of no use.
[[nodiscard]] std::unexpected<AttachmentError> fault_of(std::string_view what,
                                                        const std::error_code& fault);
[[nodiscard]] std::unexpected<AttachmentError> attachment_error(AttachmentErrorCode code,
                                                                std::string_view context);
[[nodiscard]] std::unexpected<AttachmentError> vault_fault(const VaultError& error);

}  // namespace langnghe::eventstore
