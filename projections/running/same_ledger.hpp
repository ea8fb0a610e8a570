#pragma once

#include <ledger/reader.hpp>

#include "storage/rows_database.hpp"

namespace langnghe::projections {

/// A ledger restored from a backup has the same name but may be shorter, or have grown another way:
/// rows whose checkpoint is not in this ledger are dropped. Throws ViewFault.
void drop_if_of_another(eventstore::LedgerReader& store, RowsDatabase& rows,
                        const eventstore::LedgerId& ledger);

}  // namespace langnghe::projections
