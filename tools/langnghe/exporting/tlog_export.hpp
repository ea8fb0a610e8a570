#pragma once

#include <filesystem>

#include <services/signed_ledger.hpp>

namespace langnghe::tools {

/// Writes the ledger under its last signed head as static files (C2SP tlog-tiles): checkpoint,
/// tile/…, tile/entries/…, the verifier key as vkey, and the notes of its changes, if there were
/// any, as key-changes; and the attachments that the records name, under files/. `folder` must be
/// absent or empty.
void write_tlog(eventstore::LedgerReader& store, const SignedLedger& signed_ledger,
                const DataDirectory& data, const std::filesystem::path& folder);

}  // namespace langnghe::tools
