#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>

#include <ledger/reader.hpp>
#include <transparency/checkpoint.hpp>
#include <transparency/tiles.hpp>

namespace langnghe::eventstore {

/// The number of records at the end of the signed part that are hashed again at every start.
inline constexpr std::uint64_t kTailRecords = 256;

/// Hashes the records [from, to) in order. `unavailable` when a stop is asked for.
[[nodiscard]] ProofResult<void> hash_records(LedgerReader& store, const LedgerId& ledger,
                                             std::uint64_t from, std::uint64_t to,
                                             const std::function<void(const Hash&)>& take,
                                             const std::stop_token& stop = {});

/// That the ledger is at least as long as its signed checkpoint: `ledger_cut` otherwise.
[[nodiscard]] ProofResult<void> check_length(LedgerReader& store, const LedgerId& ledger,
                                             const Checkpoint& signed_head);

/// That these hashes have the signed root. False: they are to be made again.
[[nodiscard]] ProofResult<bool> leads_to(const HashSource& hashes, const Checkpoint& signed_head);

/// That the last records under the checkpoint are those that were hashed: `ledger_differs`
/// otherwise.
[[nodiscard]] ProofResult<void> check_tail(LedgerReader& store, const LedgerId& ledger,
                                           const HashSource& hashes, const Checkpoint& signed_head,
                                           const std::stop_token& stop = {});

/// The fault, and what the operator is to do.
[[nodiscard]] ProofError ledger_differs(const LedgerId& ledger, const Checkpoint& signed_head);

}  // namespace langnghe::eventstore
