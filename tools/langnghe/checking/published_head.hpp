#pragma once

#include <string>
#include <vector>

#include <transparency/cosigning.hpp>

#include "checking/trusted_keys.hpp"

namespace langnghe::tools {

/// The claims of a signed head, before a signature is checked; `where` names it in the refusal.
/// Throws VerifyFault (refused), as the next does.
[[nodiscard]] eventstore::Checkpoint read_claim(const std::string& note, const std::string& where);

/// The head that one of the ledger's keys and at least `needed` of the witnesses have signed.
[[nodiscard]] eventstore::WitnessedHead open_published_head(
    const std::string& note, const std::vector<eventstore::VerifierKey>& keys,
    const Witnesses& witnesses, std::size_t needed);

/// The ledger's name is the last part of its log's.
[[nodiscard]] std::string ledger_of(const std::string& origin);

}  // namespace langnghe::tools
