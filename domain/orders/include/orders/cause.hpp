#pragma once

#include <expected>
#include <string>

#include <domain/command.hpp>
#include <ledger/reader.hpp>
#include <orders/ward_handler.hpp>

namespace langnghe::orders {

/// The id of the record that brought an act of the clock or an erasure about; empty for an act
/// that people decide on. Of the clock: the record that set the day it acts on, be it a deadline,
/// the end of a pause, a promise, a dialogue's date or a plan's line; for a new computation the
/// newest table. Of an erasure: the newest record on any of the person's issues, from which on
/// nothing was owed to them, or else of the person. Fails where that cannot be read.
[[nodiscard]] std::expected<std::string, Failure> cause_of(eventstore::LedgerReader& store,
                                                           const eventstore::LedgerId& ledger,
                                                           const domain::Command& command);

}  // namespace langnghe::orders
