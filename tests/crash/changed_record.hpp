#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include <ledger/types.hpp>

namespace langnghe::test {

/// A change by somebody who can write to the database, with the checksums of the database kept
/// well. The ledger is closed; each ends the program where it cannot be done.

[[nodiscard]] std::string record_in(const std::filesystem::path& database,
                                    const eventstore::LedgerId& ledger,
                                    eventstore::Position position);

/// Changes one digit or letter of a record.
void change_record(const std::filesystem::path& database, const eventstore::LedgerId& ledger,
                   eventstore::Position position);

/// Puts the hash of `record` in the place of the kept one: `folder` is DIR/proof/LEDGER.
void change_kept_hash(const std::filesystem::path& folder, std::uint64_t position,
                      std::string_view record);

}  // namespace langnghe::test
