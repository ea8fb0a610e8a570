#pragma once

#include "database.hpp"
#include "group_writer.hpp"

namespace langnghe::eventstore {

/// Marks a new database with the format's number and refuses one of another format. With
/// `read_only` nothing is written.
[[nodiscard]] StoreResult<void> check_format(const Database& database, bool read_only);

/// The size of each ledger, after a check of its end: the last record is there and is the one the
/// state speaks of, and nothing lies behind it. The work does not grow with the ledgers' sizes.
[[nodiscard]] StoreResult<LedgerStates> check_ledgers(const Database& database);

}  // namespace langnghe::eventstore
