#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <string_view>

#include <rocksdb/options.h>

#include "database.hpp"
#include "keys.hpp"
#include "scrub_findings.hpp"

namespace langnghe::eventstore {

/// A sum of hashes: the same for the same things in any order and any split between threads, so
/// that two families are compared by reading each once in its own order. Finds accidents (a miss
/// has a chance of 2^-64), not forgers.
class UnorderedSum {
 public:
  void add(std::string_view thing);
  void take_away(std::string_view thing);
  void add(const UnorderedSum& other) { sum_ += other.sum_; }
  bool operator==(const UnorderedSum&) const = default;

 private:
  std::uint64_t sum_ = 0;
};

/// The state that the scans of one scrub share.
struct ScrubView {
  const Database& database;
  rocksdb::ReadOptions reading;  ///< all families at one moment
  ScrubFindings& findings;
  std::atomic<std::uint64_t>& done;  ///< records, for the progress
};

/// A part of a ledger's records.
struct RecordsScan {
  std::uint64_t records = 0;
  std::uint64_t bytes = 0;
  std::string first_recorded;
  std::string last_recorded;
  UnorderedSum entries;  ///< stream, version, position of each record
};
[[nodiscard]] RecordsScan scan_records(const ScrubView& view, const LedgerId& ledger,
                                       std::uint64_t from, std::uint64_t to);

/// A ledger's part of the stream index.
struct StreamsScan {
  std::uint64_t streams = 0;
  UnorderedSum entries;
};
[[nodiscard]] StreamsScan scan_streams(const ScrubView& view, const LedgerId& ledger,
                                       std::uint64_t size);

/// A ledger's idempotency keys. Each commit that stored something is an edge from its first
/// position to the one behind its last: if starts less ends sum up to the ledger's start less its
/// end, the commits are one chain over the whole ledger, because edges only go forward.
struct KeysScan {
  std::uint64_t keys = 0;
  UnorderedSum starts_less_ends;
};
[[nodiscard]] KeysScan scan_keys(const ScrubView& view, const LedgerId& ledger, std::uint64_t size);
[[nodiscard]] UnorderedSum one_chain(std::uint64_t size);

}  // namespace langnghe::eventstore
