#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>

#include <attachments/attachments.hpp>
#include <following/supervisor.hpp>
#include <ledger/reader.hpp>

namespace langnghe::tools {

/// The names of all files that a ledger's records may speak of. Reads on from where it stopped, so
/// that a daily sweep reads a day's records.
class ReferencedFiles {
 public:
  /// The records from the checkpoint on.
  [[nodiscard]] eventstore::Outcome take(const eventstore::Records& records);
  [[nodiscard]] eventstore::Position checkpoint() const { return {records_}; }
  [[nodiscard]] const std::set<std::string>& hashes() const { return hashes_; }

 private:
  std::uint64_t records_ = 0;
  std::set<std::string> hashes_;
};

/// Removes files that were uploaded and that no event has named for so many hours: at the start and
/// once a day. A consumer of each ledger.
class FileSweep {
 public:
  struct Plan {
    std::size_t unreferenced_hours = 24;
  };
  /// All must outlive the sweep.
  FileSweep(eventstore::LedgerReader& store, eventstore::Attachments& files, Plan plan,
            eventstore::Supervisor& supervisor);
  ~FileSweep();

 private:
  class OfLedger;
  std::map<eventstore::LedgerId, std::unique_ptr<OfLedger>> ledgers_;
  std::unique_ptr<eventstore::Following> following_;  // last: its consumers are those
};

}  // namespace langnghe::tools
