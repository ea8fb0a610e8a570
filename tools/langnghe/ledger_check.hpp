#pragma once

#include <cstdint>
#include <map>
#include <string>

#include <eventstore/record.hpp>
#include <eventstore/tiles.hpp>

namespace langnghe::tools {

/// What the records read so far imply for the next one; and the tree they make.
class LedgerCheck {
 public:
  explicit LedgerCheck(std::string ledger) : ledger_(std::move(ledger)) {}

  /// Nothing, or what is wrong with the record.
  [[nodiscard]] std::string next(const eventstore::Record& record);

  [[nodiscard]] std::uint64_t records() const { return expected_; }
  [[nodiscard]] std::size_t streams() const { return versions_.size(); }
  [[nodiscard]] const eventstore::MemoryHashes& hashes() const { return hashes_; }

 private:
  [[nodiscard]] std::string check_envelope(const eventstore::RecordView& view);

  std::string ledger_;
  std::uint64_t expected_ = 0;
  std::map<std::string, std::uint64_t> versions_;
  std::string recorded_;
  eventstore::MemoryHashes hashes_;
};

}  // namespace langnghe::tools
