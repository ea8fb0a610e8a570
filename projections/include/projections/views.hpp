#pragma once

#include <chrono>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include <domain/time.hpp>
#include <ledger/reader.hpp>
#include <projections/view.hpp>

namespace langnghe::eventstore {
class Supervisor;
}

namespace langnghe::projections {

struct Projection;

/// The reason that views cannot be had. `what` is for the log.
struct ViewError {
  enum class Code {
    unreadable,     ///< a stored event cannot be read: the views stop before it, visibly
    unavailable,    ///< the store or the views' own database fails
    beyond_ledger,  ///< a position the ledger does not have yet
    unknown_ledger,
  };
  Code code{};
  std::uint64_t position = 0;  ///< unreadable: where
  std::string what;
};

/// All views of one ledger after its first `size` records; consistent with each other. Immutable:
/// may be shared between threads.
class Snapshot {
 public:
  Snapshot() = default;
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;
  virtual ~Snapshot() = default;
  [[nodiscard]] virtual std::uint64_t size() const = 0;
  /// See `definition_of`: another one may show the same records otherwise.
  [[nodiscard]] virtual std::uint64_t definition() const = 0;
  /// The rows of a projection, by its name in all_projections().
  [[nodiscard]] virtual const ViewReader& of(std::string_view projection) const = 0;
};

/// The progress of following or rebuilding.
struct Progress {
  std::uint64_t done = 0;
  std::uint64_t total = 0;
};

struct ViewsOptions {
  std::filesystem::path directory;  ///< may be deleted at any time while nothing runs
  /// For a program that serves: rows of the projections' versions before are kept and go on being
  /// served where the program still has their folds, and those of the present versions are built
  /// beside them while the views are followed. Otherwise old rows are dropped at once.
  bool keeps_old = false;
  /// Records that are folded before their rows are written.
  std::uint64_t batch_records = 20'000;
  /// Tests put others in place of all_projections(), with the same names in the same order.
  const std::vector<Projection>* projections = nullptr;
};

/// The views of all ledgers of a store: kept in a RocksDB database of their own, rows and
/// checkpoint moving in one batch. Thread-safe.
///
/// Rows that the database does not take are held in memory and shown all the same. While views are
/// followed, a database that failed is opened anew, a damaged one is built again from the ledger.
class Views {
 public:
  /// Opens the views and drops those of another projection version that are not served on
  /// (`keeps_old`). Follows nothing yet.
  [[nodiscard]] static std::expected<std::unique_ptr<Views>, ViewError> open(
      eventstore::LedgerReader& store, const ViewsOptions& options);
  virtual ~Views() = default;

  /// Brings a ledger's views up to the store's size on the calling thread.
  [[nodiscard]] virtual std::expected<void, ViewError> catch_up(
      const eventstore::LedgerId& ledger, const std::function<void(Progress)>& progress) = 0;

  /// Follows all ledgers, also ones that come into being later, until the views are destroyed,
  /// under a supervisor that outlives them: one thread per ledger. A second call changes nothing.
  virtual void follow(eventstore::Supervisor& supervisor) = 0;
  /// The same under a supervisor of their own.
  virtual void follow() = 0;

  /// The newest snapshot; of an unknown ledger an empty one of size 0. An error while the views of
  /// the ledger are stopped: old rows are not passed off as new ones (as_of still shows the past).
  [[nodiscard]] virtual std::expected<std::shared_ptr<const Snapshot>, ViewError> latest(
      const eventstore::LedgerId& ledger) = 0;

  /// Waits until the views hold at least `size` records. False when the deadline passes first or
  /// the views are stopped.
  [[nodiscard]] virtual bool wait_for(const eventstore::LedgerId& ledger, std::uint64_t size,
                                      std::chrono::steady_clock::time_point deadline) = 0;

  /// The views as they were after the first `size` records: the same projections run to that point
  /// in memory. The newest few are kept.
  [[nodiscard]] virtual std::expected<std::shared_ptr<const Snapshot>, ViewError> as_of(
      const eventstore::LedgerId& ledger, std::uint64_t size) = 0;

  /// The number of records in the ledger at an instant (by record time).
  [[nodiscard]] virtual std::expected<std::uint64_t, ViewError> size_at(
      const eventstore::LedgerId& ledger, domain::Instant instant) = 0;

  /// The size the views have reached, and what stopped them, if anything did.
  struct Status {
    std::uint64_t size = 0;  ///< records the views hold
    std::uint64_t ledger_size = 0;
    std::uint64_t skipped = 0;  ///< always 0: an event is applied or stops the views
    std::string stopped;        ///< empty while all is well
    bool kept = true;           ///< false: they are held in memory, the database does not take them
  };
  [[nodiscard]] virtual Status status(const eventstore::LedgerId& ledger) = 0;

  /// SHA-256 (hex) over every row of each projection of a ledger, by projection name.
  [[nodiscard]] virtual std::expected<std::map<std::string, std::string>, ViewError> hashes(
      const eventstore::LedgerId& ledger) = 0;

  /// Drops a ledger's views; catch_up then builds them from position 0.
  [[nodiscard]] virtual std::expected<void, ViewError> drop(const eventstore::LedgerId& ledger) = 0;

 protected:
  Views() = default;
};

/// A snapshot made in memory from any store, without a database: for tests and for the past.
[[nodiscard]] std::expected<std::shared_ptr<const Snapshot>, ViewError> replay_in_memory(
    eventstore::LedgerReader& store, const eventstore::LedgerId& ledger, std::uint64_t size,
    const std::function<void(Progress)>& progress = {});

}  // namespace langnghe::projections
