#pragma once

#include <chrono>
#include <cstdint>
#include <expected>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include <ledger/types.hpp>
#include <projections/projection.hpp>
#include <projections/views.hpp>

#include "rows/overlay.hpp"

namespace rocksdb {
class Env;
}

namespace langnghe::projections {

/// The size a ledger's rows have reached, and the identity of the ledger: one that was replaced is
/// told by its records.
struct Checkpoint {
  std::uint64_t size = 0;
  std::string last_record;  ///< SHA-256 (hex) of the record at size - 1
};

/// The database of rows: one database for all ledgers, one key space per projection and version;
/// for a while the rows of two sets of versions lie in it.
/// Thread-safe; a ledger's rows are written by one thread at a time. Failures are ViewFaults.
/// Format: docs/formats/views.md.
class RowsDatabase {
 public:
  /// Makes the directory if it is absent; drops rows of other projection versions, but for those
  /// that are served on (`ViewsOptions::keeps_old`). A database that
  /// does not open is built again, unless somebody else has it open. Where the disk has no room it
  /// is opened to read, or not at all: then it has no rows and takes none until `open_anew`. `env`
  /// must outlive it.
  [[nodiscard]] static std::expected<std::shared_ptr<RowsDatabase>, ViewError> open(
      const ViewsOptions& options, rocksdb::Env& env);

  RowsDatabase() = default;
  RowsDatabase(const RowsDatabase&) = delete;
  RowsDatabase& operator=(const RowsDatabase&) = delete;
  virtual ~RowsDatabase() = default;

  [[nodiscard]] virtual std::vector<eventstore::LedgerId> ledgers() const = 0;
  [[nodiscard]] virtual Checkpoint checkpoint(const eventstore::LedgerId& ledger) const = 0;
  /// All rows of a ledger as they are now. Keeps the database open as long as it lives.
  [[nodiscard]] virtual std::shared_ptr<const Snapshot> snapshot(
      const eventstore::LedgerId& ledger) = 0;

  /// Changes in the order of projections(), and the checkpoint: all or nothing. Not synced:
  /// what a power loss takes is built again from the ledger.
  virtual void write(const eventstore::LedgerId& ledger, std::span<const Overlay* const> changes,
                     const Checkpoint& checkpoint) = 0;
  virtual void drop(const eventstore::LedgerId& ledger) = 0;

  /// The projections, with the folds that make these rows. None where there are no such rows.
  [[nodiscard]] virtual std::vector<Projection> projections() const;

  /// The rows of the projections' present versions, which are built beside these; it has no
  /// projections while none are built. Null: never.
  [[nodiscard]] virtual std::shared_ptr<RowsDatabase> building() { return nullptr; }
  /// From now on the rows built beside are these, also after a restart; the old ones are dropped.
  /// Snapshots stay as they are. Nobody may write rows meanwhile.
  virtual void switch_over() {}

  /// A write has failed, rows were found damaged, or it could not be opened: `open_anew` helps.
  [[nodiscard]] virtual bool is_broken() const { return false; }
  /// Broken, and there is room to open it anew: on a full disk reads go on as they are.
  [[nodiscard]] virtual bool can_open_anew() const { return false; }
  /// Opens the database anew once nobody holds a snapshot of it any more, and makes it anew where
  /// it is damaged. False where that is not so until `patience` is over: then it is as it was.
  virtual bool open_anew(std::chrono::milliseconds /*patience*/) { return false; }
};

}  // namespace langnghe::projections
