#pragma once

#include <cstdint>
#include <expected>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include <following/supervisor.hpp>
#include <projections/views.hpp>

#include "running/ledger_rebuild.hpp"
#include "running/ledger_views.hpp"
#include "storage/rows_database.hpp"

namespace langnghe::projections {

/// Builds the rows of the projections' present versions beside those that are served, on one thread
/// of low priority, and lets the two change places in one step when all ledgers are there. Readers
/// never wait for it.
class RebuildBeside {
 public:
  /// The kept views that are served.
  struct Served {
    std::shared_ptr<RowsDatabase> rows;  // shared with the snapshots made of it
    /// Held while they change places: no views of another ledger come into being meanwhile.
    std::mutex& creating;
    /// In the order of their ledgers, which is the order in which they are locked.
    std::function<std::vector<LedgerViews*>()> all;
  };

  /// Begins. All must outlive it.
  RebuildBeside(eventstore::LedgerReader& store, Served served, const FoldLimits& limits,
                eventstore::Supervisor& supervisor);
  RebuildBeside(const RebuildBeside&) = delete;
  RebuildBeside& operator=(const RebuildBeside&) = delete;
  ~RebuildBeside();

  /// Is anything to be built beside those rows?
  [[nodiscard]] static bool is_wanted(RowsDatabase& serving);

 private:
  [[nodiscard]] std::expected<void, ViewError> switch_if_ready();
  [[nodiscard]] bool is_ready(const std::vector<LedgerViews*>& all);
  /// Null where its ledger is not rebuilt yet.
  [[nodiscard]] LedgerRebuild* rebuild_of(const LedgerViews& views);

  eventstore::LedgerReader& store_;
  const Served served_;
  const FoldLimits limits_;
  std::mutex mutex_;  ///< guards rebuilds_, whose entries are never removed
  std::map<eventstore::LedgerId, std::unique_ptr<LedgerRebuild>> rebuilds_;
  std::unique_ptr<eventstore::Following> following_;  // last: its consumers are the rebuilds
};

}  // namespace langnghe::projections
