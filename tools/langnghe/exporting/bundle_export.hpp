#pragma once

#include <filesystem>

#include <services/signed_ledger.hpp>

namespace langnghe::tools {

/// Writes one stream under the last signed head as a folder that verifies by itself
/// (docs/formats/bundles.md): each record with its proof, how many there are, the head, the keys,
/// and the attachments that the records name. `folder` must be absent or empty.
void write_bundle(eventstore::LedgerReader& store, const SignedLedger& source,
                  const DataDirectory& data, const eventstore::StreamName& stream,
                  const std::filesystem::path& folder);

}  // namespace langnghe::tools
