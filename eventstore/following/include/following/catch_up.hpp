#pragma once

#include <cstdint>

#include <following/consumer.hpp>

namespace langnghe::eventstore {

/// Hands a consumer all that its ledger holds now, on the calling thread: for a start that may not
/// go on before it. The supervisor may follow with the same consumer afterwards.
[[nodiscard]] Outcome catch_up(Consumer& consumer, LedgerReader& store, const LedgerId& ledger,
                               std::uint64_t records_max = 1'000);

}  // namespace langnghe::eventstore
