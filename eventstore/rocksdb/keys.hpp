#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <ledger/engine/key_entry.hpp>
#include <ledger/types.hpp>

namespace langnghe::eventstore {

/// Keys and values of the ledger's column families; docs/formats/ledger.md describes them.
/// Numbers are big-endian, so that RocksDB's order of bytes is the order of positions.

inline constexpr std::size_t kNumberBytes = 8;

void append_number(std::string& out, std::uint64_t number);
/// `bytes` has at least kNumberBytes.
[[nodiscard]] std::uint64_t read_number(std::string_view bytes);

/// records: `ledger NUL position`.
void assign_record_key(std::string& key, const LedgerId& ledger, Position position);
[[nodiscard]] std::string record_key(const LedgerId& ledger, Position position);

/// streams: `ledger NUL stream NUL version`; `stream` is the part before the version.
void assign_version_key(std::string& key, std::string_view stream, Version version);
[[nodiscard]] std::string version_key(std::string_view stream, Version version);

/// keys: the value of `ledger NUL idempotency-key`.
void assign_key_entry(std::string& value, Position first, std::uint64_t events,
                      std::string_view request_hash);
[[nodiscard]] std::optional<KeyEntry> read_key_entry(std::string_view value);

/// The state of a ledger's writing.
struct LedgerState {
  std::uint64_t size = 0;
  std::string last_recorded;  ///< empty while there is no record
};

/// meta: `ledger/` and the id. Everything under that prefix is a ledger.
inline constexpr std::string_view kLedgerPrefix = "ledger/";
inline constexpr std::string_view kFormatKey = "format";
inline constexpr std::string_view kFormat = "1";
[[nodiscard]] std::string ledger_state_key(const LedgerId& ledger);
void assign_ledger_state(std::string& value, const LedgerState& state);
[[nodiscard]] std::optional<LedgerState> read_ledger_state(std::string_view value);

}  // namespace langnghe::eventstore
