#pragma once

#include <expected>
#include <string>
#include <string_view>

#include <eventstore/types.hpp>

namespace langnghe::eventstore {

enum class StoreErrorCode {
  conflict,        ///< a stream is not at the expected version; nothing was stored
  key_reused,      ///< the idempotency key stands for another request; nothing was stored
  invalid,         ///< the commit breaks a limit or a form; nothing was stored
  queue_full,      ///< too much is waiting; nothing was stored, try again
  unavailable,     ///< writing has stopped after a failed write or sync; restart and check
  ledger_differs,  ///< writing was stopped: a ledger is not what was signed (stop_writing)
  corrupt,         ///< stored bytes do not read back as what was written
  unknown_ledger,  ///< no such ledger
};

[[nodiscard]] std::string_view to_text(StoreErrorCode code);

/// A fault of the machine or a lost race, never a refusal by the rules.
struct StoreError {
  StoreErrorCode code{};
  std::string context;  ///< for the log; holds no personal data
  StreamName stream{};  ///< conflict: which stream
  Version actual{};     ///< conflict: the version it is at
};

template <class T>
using StoreResult = std::expected<T, StoreError>;

}  // namespace langnghe::eventstore
