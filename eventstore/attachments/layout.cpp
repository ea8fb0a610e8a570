#include "layout.hpp"

#include <cerrno>

namespace langnghe::eventstore {

bool is_hash(std::string_view text) {
  return text.size() == kHashDigits &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::filesystem::path path_of(const std::filesystem::path& directory, const LedgerId& ledger,
                              std::string_view hash) {
  return directory / relative_path({ledger.value, std::string(hash), false});
}

std::filesystem::path mark_of(const std::filesystem::path& file) {
  std::filesystem::path mark = file;
  mark += kErasedSuffix;
  return mark;
}

std::filesystem::path relative_path(const AttachmentFile& file) {
  const std::string_view hash = file.hash;
  const auto path = std::filesystem::path(file.ledger) / hash.substr(0, 2) / hash.substr(2);
  return file.erased ? mark_of(path) : path;
}

std::unexpected<AttachmentError> attachment_error(AttachmentErrorCode code,
                                                  std::string_view context) {
  return std::unexpected(AttachmentError{code, std::string(context)});
}

std::unexpected<AttachmentError> fault_of(std::string_view what, const std::error_code& fault) {
  const bool full = fault == std::errc::no_space_on_device || fault == std::errc::file_too_large ||
                    fault == std::error_code(EDQUOT, std::generic_category());
  return attachment_error(full ? AttachmentErrorCode::disk_full : AttachmentErrorCode::unavailable,
                          std::string(what) + ": " + fault.message());
}

std::unexpected<AttachmentError> vault_fault(const VaultError& error) {
  switch (error.code) {
    case VaultErrorCode::key_destroyed:
      return attachment_error(AttachmentErrorCode::erased, error.context);
    case VaultErrorCode::no_key:
      return attachment_error(AttachmentErrorCode::no_key, error.context);
    case VaultErrorCode::not_authentic:
      return attachment_error(AttachmentErrorCode::damaged, error.context);
    case VaultErrorCode::unavailable:
    case VaultErrorCode::bad_master:
      break;
  }
  return attachment_error(AttachmentErrorCode::unavailable, error.context);
}

}  // namespace langnghe::eventstore
