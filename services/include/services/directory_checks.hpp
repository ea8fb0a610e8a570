#pragma once

#include <ledger/reader.hpp>
#include <services/data_directory.hpp>

namespace langnghe::tools {

/// Files beside the ledger in a data directory tell what the ledger must hold. These checks run
/// before it is served; each throws std::runtime_error with what to do.

/// Folders 0700, secrets 0600: what others may read is closed to them and said. Refuses where that
/// cannot be done.
void close_to_others(const DataDirectory& data);

/// An empty ledger beside keys of residents, signed heads, files or accounts is a lost one.
void require_ledger_of(const DataDirectory& data, eventstore::LedgerReader& store);

/// A ledger whose hashes say that it was signed has its last signed head.
void require_anchors(const DataDirectory& data, eventstore::LedgerReader& store);

/// Has a ledger any accounts? It begins with that of its administrator.
[[nodiscard]] bool has_people(eventstore::LedgerReader& store);

}  // namespace langnghe::tools
