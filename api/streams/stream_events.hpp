#pragma once

#include <cstdint>
#include <expected>
#include <vector>

#include <domain/event.hpp>
#include <ledger/reader.hpp>

#include "problems/problem.hpp"

namespace langnghe::api {

/// The events of one stream among the ledger's first `size` records: for what no view keeps, such
/// as the words of an answer that was given on the spot.
[[nodiscard]] std::expected<std::vector<domain::RecordedEvent>, Problem> events_of(
    eventstore::LedgerReader& store, const eventstore::LedgerId& ledger,
    const domain::StreamId& stream, std::uint64_t size);

}  // namespace langnghe::api
