#pragma once

#include <cstddef>

namespace langnghe::eventstore {

/// Every limit of the ledger in one place. Reaching one is an answer, never a crash.
inline constexpr std::size_t kRecordBytesMax = 65'535;  ///< a tlog entry is < 64 KiB (C2SP)
inline constexpr std::size_t kEventsPerCommitMax = 4'096;
inline constexpr std::size_t kExpectationsPerCommitMax = 4'096;
inline constexpr std::size_t kIdempotencyKeyBytesMax = 255;
inline constexpr std::size_t kRequestHashBytesMax = 255;
inline constexpr std::size_t kStreamNameBytesMax = 128;
inline constexpr std::size_t kLedgerIdBytesMax = 64;
inline constexpr std::size_t kQueueCommitsMax = 4'096;   ///< commits waiting for the sequencer
inline constexpr std::size_t kGroupCommitsMax = 512;     ///< commits in one synced batch
inline constexpr std::size_t kGroupBytesMax = 8u << 20;  ///< record bytes in one synced batch
inline constexpr std::size_t kReadLimitMax = 10'000;     ///< records one read returns
/// Idempotency keys, and stream heads, in one of the two generations the sequencer remembers.
inline constexpr std::size_t kRecentMax = 65'536;

}  // namespace langnghe::eventstore
