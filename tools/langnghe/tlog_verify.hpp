#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <eventstore/checkpoint.hpp>

namespace langnghe::tools {

/// Whose signatures are asked for.
struct TrustedKeys {
  std::string log;                     ///< verifier key, or its file
  std::string key_changes;             ///< file of the notes that lead from it to later keys
  std::vector<std::string> witnesses;  ///< verifier keys, or their files
  std::size_t witnesses_needed = 0;    ///< of the witnesses; 0 = all of them
};

/// Checks an exported ledger (tlog_export.hpp): signatures, every record, every tile. Prints the
/// verdict; throws where a file cannot be read or is not what its format says. Who doubts this
/// program takes tools/verifier instead.
[[nodiscard]] bool verify_tlog(const std::filesystem::path& folder, const TrustedKeys& trusted);

/// Opens a head that a key of the ledger and enough of the witnesses have signed, and prints who
/// they are. Throws where they have not.
[[nodiscard]] eventstore::Checkpoint open_trusted(std::string_view note,
                                                  const std::vector<eventstore::VerifierKey>& log,
                                                  const TrustedKeys& trusted);

}  // namespace langnghe::tools
