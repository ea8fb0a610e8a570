#pragma once

#include <optional>
#include <string>

#include <api/clock_guard.hpp>
#include <ledger/reader.hpp>
#include <services/data_directory.hpp>

namespace langnghe::tools {

/// The machine's two clocks. The one that is never set counts while the machine sleeps too, so a
/// laptop that wakes up has not jumped.
[[nodiscard]] api::ClockReading read_clocks();

/// The machine's time when its clock was last as expected: `clock.txt` in the data directory,
/// one line, an instant in UTC. A ledger in which nobody acts for a season tells nothing of that.
void note_clock(const DataDirectory& data, domain::Instant now);

/// When a file of the ledger or a signed head was last written. To be asked before the ledger is
/// opened, which writes.
[[nodiscard]] std::optional<domain::Instant> last_written(const DataDirectory& data);

/// The newest moment that is known: of the records, of the clock's note and, where an earlier
/// program left no note, of the files. Nothing for a new installation.
[[nodiscard]] std::optional<domain::Instant> newest_known(
    eventstore::LedgerReader& store, const DataDirectory& data,
    std::optional<domain::Instant> last_written);

/// For a person: what is wrong with the clock, and what to do.
[[nodiscard]] std::string describe(const api::ClockGuard::Held& held);

/// Before a command writes beside no server: throws std::runtime_error with what to do where the
/// clock is not where it is expected; notes it otherwise.
void require_right_clock(eventstore::LedgerReader& store, const DataDirectory& data,
                         std::optional<domain::Instant> last_written);

}  // namespace langnghe::tools
