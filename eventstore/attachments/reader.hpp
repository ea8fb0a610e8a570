#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include <attachments/attachments.hpp>
#include <vault/vault.hpp>

#include "open_file.hpp"
#include "sealed_form.hpp"

namespace langnghe::eventstore {

/// The head of a sealed file; nothing for one that is not. Leaves the file at its begin.
[[nodiscard]] AttachmentResult<std::optional<SealedHead>> read_head(OpenFile& file);

/// Checks every byte of the file against its name, then begins to read it again from the start.
[[nodiscard]] AttachmentResult<std::unique_ptr<AttachmentReader>> open_attachment(
    const std::filesystem::path& directory, const LedgerId& ledger, std::string_view hash,
    Vault& vault);

}  // namespace langnghe::eventstore
