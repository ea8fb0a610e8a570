#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <thread>

#include <attachments/attachments.hpp>
#include <ledger/reader.hpp>

namespace langnghe::tools {

/// The names of all files that a ledger's records may speak of. Reads on from where it stopped, so
/// that a daily sweep reads a day's records.
class ReferencedFiles {
 public:
  [[nodiscard]] eventstore::AttachmentResult<std::set<std::string>> of(
      eventstore::LedgerReader& store, const eventstore::LedgerId& ledger);

 private:
  struct Known {
    std::uint64_t records = 0;
    std::set<std::string> hashes;
  };
  std::map<std::string, Known> ledgers_;
};

/// Removes files that were uploaded and that no event has named for so many hours: at the start and
/// once a day. A thread of its own.
class FileSweep {
 public:
  struct Plan {
    std::size_t unreferenced_hours = 24;
  };
  /// Both must outlive the sweep.
  FileSweep(eventstore::LedgerReader& store, eventstore::Attachments& files, Plan plan);

 private:
  void run(const std::stop_token& stop);
  void sweep();

  eventstore::LedgerReader& store_;
  eventstore::Attachments& files_;
  const Plan plan_;
  ReferencedFiles referenced_;
  std::jthread thread_;  // last, so that it sees everything else
};

}  // namespace langnghe::tools
