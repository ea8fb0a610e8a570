#pragma once

#include <filesystem>

#include "checking/trusted_keys.hpp"

namespace langnghe::tools {

/// Checks one stream that was handed on as a bundle (bundle_export.hpp), without a network: every
/// signature, that all records are there and in the signed ledger, the attachments, and that
/// nothing else lies in the folder. Prints the verdict; throws VerifyFault where it is not well.
void verify_bundle(const std::filesystem::path& folder, const TrustedKeys& trusted);

}  // namespace langnghe::tools
