#pragma once

#include <expected>

#include <domain/world.hpp>
#include <ledger/error.hpp>
#include <ledger/reader.hpp>

#include "problems/problem.hpp"

namespace langnghe::api {

/// The state of one stream after its first `until` records, straight from the ledger: what an act
/// and a permission go by never waits for views.
[[nodiscard]] std::expected<domain::StreamState, Problem> state_at(
    eventstore::LedgerReader& store, const eventstore::LedgerId& ledger,
    const domain::StreamId& stream, eventstore::Version until);
/// As it is now; the empty state of a stream that does not exist.
[[nodiscard]] std::expected<domain::StreamState, Problem> state_now(
    eventstore::LedgerReader& store, const eventstore::LedgerId& ledger,
    const domain::StreamId& stream);

/// The same, without asking first how long the stream is: one that does not exist costs what a
/// short one does.
[[nodiscard]] std::expected<domain::StreamState, Problem> state_at_end(
    eventstore::LedgerReader& store, const eventstore::LedgerId& ledger,
    const domain::StreamId& stream);

}  // namespace langnghe::api
