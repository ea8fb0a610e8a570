#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <transparency/checkpoint.hpp>
#include <transparency/cosigning.hpp>

namespace langnghe::tools {

/// The keys whose signatures are required, as the command line names them.
struct TrustedKeys {
  std::string log;                     ///< verifier key, or its file
  std::string key_changes;             ///< file of the notes that lead from it to later keys
  std::vector<std::string> witnesses;  ///< verifier keys, or their files
  std::size_t witnesses_needed = 0;    ///< of the witnesses; 0 = all of them
};

/// The key, or that in the file. Throws VerifyFault (not_checked).
[[nodiscard]] eventstore::VerifierKey read_key(const std::string& key_or_file);

/// `log` and the keys that the notes in the file named lead to; newest first.
[[nodiscard]] std::vector<eventstore::VerifierKey> keys_after(const eventstore::VerifierKey& log,
                                                              const TrustedKeys& trusted);

struct Witnesses {
  std::vector<eventstore::VerifierKey> keys;
  std::size_t needed = 0;
};
[[nodiscard]] Witnesses read_witnesses(const TrustedKeys& trusted);

/// Prints which witnesses have signed the head, and when.
void tell_witnesses(const eventstore::WitnessedHead& head);

/// Opens a head that a key of the ledger and enough of the witnesses have signed, and prints who
/// they are. Throws where they have not.
[[nodiscard]] eventstore::Checkpoint open_trusted(std::string_view note,
                                                  const std::vector<eventstore::VerifierKey>& log,
                                                  const TrustedKeys& trusted);

}  // namespace langnghe::tools
