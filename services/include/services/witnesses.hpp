#pragma once

#include <memory>
#include <string>
#include <vector>

#include <services/data_directory.hpp>
#include <transparency/cosigning.hpp>

namespace langnghe::tools {

/// Asks the witnesses named by `URL=VERIFIER-KEY`, and those in DIR/witnesses (one a line), to sign
/// what the log publishes. Says on the error output when one begins to fail or is well again.
/// Throws std::runtime_error where a name is not of that form.
[[nodiscard]] std::unique_ptr<eventstore::Cosigning> start_cosigning(
    eventstore::LedgerReader& store, eventstore::Transparency& log, const DataDirectory& data,
    const std::vector<std::string>& named);

}  // namespace langnghe::tools
