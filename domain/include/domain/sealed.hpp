#pragma once

#include <string>

#include <domain/ids.hpp>

namespace langnghe::domain {

/// Personal data as the domain sees it: whose key it is under and the ciphertext. It is sealed
/// before a command reaches the rules and opened only at the rim for who may read it, so no
/// state, event or view ever holds plain personal data (domain.md rule 15).
struct SealedText {
  ResidentId resident;
  std::string ciphertext;  ///< base64url; bound to ledger, stream and field name
  bool operator==(const SealedText&) const = default;
};

}  // namespace langnghe::domain
