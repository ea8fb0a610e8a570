#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include <domain/permissions.hpp>
#include <ledger/reader.hpp>

namespace langnghe::api {

/// The parts of a record that streams tell: never its data.
struct LiveRecord {
  std::uint64_t position = 0;
  domain::Subject kind{};
  std::string stream;
  std::string type;
  std::uint64_t version = 0;
  std::string happened;
  std::string recorded;
  std::string user;
  std::string role;
};

/// The newest records of every ledger that is followed, read and parsed once for all streams. What
/// lies before them is read anew for each stream that asks. Thread-safe.
class RecentRecords {
 public:
  using Records = std::vector<std::shared_ptr<const LiveRecord>>;  // shared by the streams

  /// The records of [from, end), in order; fewer where that is much, none only where the ledger
  /// ends before.
  [[nodiscard]] eventstore::StoreResult<Records> read(eventstore::LedgerReader& store,
                                                      const eventstore::LedgerId& ledger,
                                                      std::uint64_t from, std::uint64_t end);

 private:
  struct OfLedger {
    std::mutex mutex;  ///< guards the rest; held while the newest are read, because all want them
    std::uint64_t first = 0;
    std::deque<std::shared_ptr<const LiveRecord>> kept;
  };
  [[nodiscard]] OfLedger& of(const eventstore::LedgerId& ledger);

  std::mutex mutex_;  ///< guards ledgers_, whose entries are never removed
  std::map<eventstore::LedgerId, std::unique_ptr<OfLedger>> ledgers_;
};

}  // namespace langnghe::api
