#pragma once

#include <expected>
#include <string>
#include <string_view>

#include <ledger/types.hpp>

namespace langnghe::eventstore {

enum class StoreErrorCode {
  conflict,        ///< a stream is not at the expected version; nothing was stored
  key_reused,      ///< the idempotency key stands for another request; nothing was stored
  invalid,         ///< the commit breaks a limit or a form; nothing was stored
  queue_full,      ///< too much is waiting; nothing was stored, try again
  unavailable,     ///< a write or sync has failed, or the disk does not answer
  ledger_differs,  ///< writing was stopped: a ledger is not what was signed (stop_writing)
  corrupt,         ///< stored bytes do not read back as what was written
  unknown_ledger,  ///< no such ledger
  disk_full,       ///< the disk has no room; nothing was stored, writing goes on when it has again
  in_use,          ///< opening: another process has the store open
  not_permitted,   ///< opening: the files may not be read or written, or the disk is read-only
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
