#include "running/same_ledger.hpp"

#include <log/log.hpp>

#include "rows/sha256.hpp"
#include "running/fold.hpp"

namespace langnghe::projections {

void drop_if_of_another(eventstore::LedgerReader& store, RowsDatabase& rows,
                        const eventstore::LedgerId& ledger) {
  const auto checkpoint = rows.checkpoint(ledger);
  if (checkpoint.size == 0) {
    return;
  }
  const auto last = store.read_ledger(ledger, {checkpoint.size - 1}, 1);
  if (!last) {
    throw ViewFault(view_error(last.error()).what);
  }
  if (last->empty() || sha256_hex(last->front().bytes) != checkpoint.last_record) {
    log::warning("the views are not of this ledger and are built again", ledger.value);
    rows.drop(ledger);
  }
}

}  // namespace langnghe::projections
