#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <ledger/error.hpp>
#include <ledger/types.hpp>

namespace langnghe::eventstore {

/// The first answer to an idempotency key.
struct KeyEntry {
  Position first;
  std::uint64_t events = 0;
  std::string request_hash;
};

/// The answer to a key that is known.
[[nodiscard]] inline StoreResult<Committed> answer_again(const KeyEntry& entry,
                                                         std::string_view request_hash) {
  if (entry.request_hash != request_hash) {
    return std::unexpected(
        StoreError{StoreErrorCode::key_reused, "the key stands for another request", {}, {}});
  }
  return Committed{entry.first, entry.events, true};
}

}  // namespace langnghe::eventstore
