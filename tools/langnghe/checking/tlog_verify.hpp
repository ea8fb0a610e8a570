#pragma once

#include <filesystem>

#include "checking/server_log.hpp"
#include "checking/trusted_keys.hpp"

namespace langnghe::tools {

struct LogVerifyOptions {
  TrustedKeys trusted;
  std::filesystem::path remember{};  ///< the head kept from the check before; empty: none is
  bool hashes_only = false;          ///< the head and the tree, without the records
};

/// Checks a published log from outside: signatures, every record, every tile, and that it continues
/// the head that is remembered, which then gives way to the new one. Prints the verdict; throws
/// VerifyFault where it is not well. Who doubts this program takes tools/verifier instead.

/// An exported ledger (tlog_export.hpp), and the attachments beside it.
void verify_folder(const std::filesystem::path& folder, const LogVerifyOptions& options);

/// A running server. Without a trusted key its own is taken, and that is said.
void verify_server(ServerLogOptions server, const LogVerifyOptions& options);

}  // namespace langnghe::tools
