#include <transparency/proof_error.hpp>

namespace langnghe::eventstore {

std::string_view to_text(ProofErrorCode code) {
  switch (code) {
    case ProofErrorCode::malformed:
      return "malformed";
    case ProofErrorCode::not_signed:
      return "not_signed";
    case ProofErrorCode::not_proven:
      return "not_proven";
    case ProofErrorCode::not_there:
      return "not_there";
    case ProofErrorCode::ledger_cut:
      return "ledger_cut";
    case ProofErrorCode::ledger_differs:
      return "ledger_differs";
    case ProofErrorCode::unavailable:
      return "unavailable";
  }
  return "unknown";
}

}  // namespace langnghe::eventstore
