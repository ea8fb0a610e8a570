#pragma once

#include <cstdint>

#include <ledger/reader.hpp>
#include <services/data_directory.hpp>

namespace langnghe::tools {

/// Checks attachments for `doctor` and prints the findings. False on any finding: a file that
/// is not the bytes of its name, or one that an event names and that is neither there nor erased.
[[nodiscard]] bool check_files(eventstore::LedgerReader& store, const DataDirectory& data);

}  // namespace langnghe::tools
