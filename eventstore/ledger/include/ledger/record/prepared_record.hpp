#pragma once

#include <cstddef>
#include <expected>
#include <string>
#include <string_view>

#include <ledger/types.hpp>

namespace langnghe::eventstore {

/// A record but for the two members that only the sequencer knows. It is built and checked on the
/// caller's thread, so that the sequencer only writes a fixed-width time and a few digits.
struct PreparedRecord {
  std::string bytes;            ///< up to the version's digits; a blank stands for `recorded`
  std::size_t recorded_at = 0;  ///< where in `bytes` the kRecordedBytes of `recorded` go
};

/// Errors name the member that is not well formed. A record that would be too long with a
/// twenty-digit version is refused, so that what is accepted never depends on the version.
[[nodiscard]] std::expected<PreparedRecord, std::string> prepare_record(const Commit& commit,
                                                                        const NewEvent& event);

/// Makes `record.bytes` the whole record. `recorded` has the form of `is_recorded`. Allocates
/// nothing.
void finish_record(PreparedRecord& record, Version version, std::string_view recorded);

}  // namespace langnghe::eventstore
