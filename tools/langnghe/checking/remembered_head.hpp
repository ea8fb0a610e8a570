#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace langnghe::tools {

/// The signed head that somebody keeps of a ledger from one check to the next, in a file of theirs.
/// Nothing before the first check. Throws VerifyFault (not_checked).
[[nodiscard]] std::optional<std::string> read_remembered(const std::filesystem::path& file);

/// Puts the new head in the place of the old one in one step: whatever happens, one of the two is
/// there. Throws VerifyFault (not_checked).
void remember(const std::filesystem::path& file, const std::string& note);

}  // namespace langnghe::tools
