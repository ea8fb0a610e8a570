#pragma once

#include <filesystem>
#include <set>
#include <string>

namespace langnghe::tools {

/// That the attachments under `folder`/LEDGER are those that records name, each the bytes of its
/// name or the mark of one that was erased, and that nothing lies beside them. Says how many;
/// throws VerifyFault (refused).
void check_named_files(const std::filesystem::path& folder, const std::string& ledger,
                       const std::set<std::string>& names);

}  // namespace langnghe::tools
