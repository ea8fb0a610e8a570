#pragma once

#include <filesystem>
#include <string>

namespace langnghe::tools {

/// Checks an exported ledger (tlog_export.hpp) with a verifier key, or a file of one: signature,
/// every record, every tile. Prints the verdict; throws where a file cannot be read or is not what
/// its format says. Who doubts this program takes tools/verifier instead.
[[nodiscard]] bool verify_tlog(const std::filesystem::path& folder, const std::string& key);

}  // namespace langnghe::tools
