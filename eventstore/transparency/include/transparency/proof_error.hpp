#pragma once

#include <expected>
#include <string>
#include <string_view>

namespace langnghe::eventstore {

enum class ProofErrorCode {
  malformed,       ///< a text or a number that is not what the format says
  not_signed,      ///< no good signature of the key that was asked for, or a forged one
  not_proven,      ///< well formed and signed, but the hashes do not lead to the signed root
  not_there,       ///< no such record, tile or ledger under the last signed checkpoint
  ledger_cut,      ///< the ledger holds less than a signed checkpoint says
  ledger_differs,  ///< the ledger's records are not those a signed checkpoint stands for
  unavailable,     ///< a file or the ledger cannot be read or written
};

[[nodiscard]] std::string_view to_text(ProofErrorCode code);

struct ProofError {
  ProofErrorCode code{};
  std::string context;  ///< for the log and the operator; holds no key and no personal data
};

template <class T>
using ProofResult = std::expected<T, ProofError>;

}  // namespace langnghe::eventstore
