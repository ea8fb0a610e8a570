#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <ledger/store.hpp>

namespace langnghe::eventstore {

/// Something in the ledger's database that is not as docs/formats/ledger.md says.
struct ScrubFinding {
  std::string where;  ///< a ledger and a position, or a family; holds no personal data
  std::string what;
};

struct ScrubOptions {
  unsigned threads = 0;            ///< 0 = as many as the machine has cores
  bool files = true;               ///< also every block and every whole table file
  std::size_t findings_max = 100;  ///< more are counted, not described
  /// Called from the calling thread, a few times a second.
  std::function<void(std::uint64_t done, std::uint64_t total)> progress{};
};

struct ScrubReport {
  std::uint64_t records = 0;
  std::uint64_t record_bytes = 0;
  std::uint64_t streams = 0;
  std::uint64_t keys = 0;  ///< idempotency keys
  std::uint64_t findings_count = 0;
  std::vector<ScrubFinding> findings;  ///< the first of them
};

/// Work on a durable store as a whole, beside its readers and writers. Any thread; the store it
/// came with must outlive it.
class Maintenance {
 public:
  Maintenance() = default;
  Maintenance(const Maintenance&) = delete;
  Maintenance& operator=(const Maintenance&) = delete;
  virtual ~Maintenance() = default;

  /// Reads everything the store holds, at one moment, and compares it with itself: checksums of
  /// blocks and files; every record (gapless, well formed, canonical, of its ledger, recorded in
  /// order); the stream index and the records, entry by entry; the idempotency keys, whose commits
  /// must cover the ledger exactly once; each ledger's state. Changes nothing. It cannot see an end
  /// that was cut off everywhere at once: compare the size with a head kept elsewhere.
  ///
  /// An error only while the database is not open; what cannot be read is a finding.
  [[nodiscard]] virtual StoreResult<ScrubReport> scrub(const ScrubOptions& options) = 0;

  /// Copies the ledgers into a folder of backups that may hold earlier ones, reads the copy back
  /// and answers its number: 1, 2, 3 …. Every commit that was acknowledged before the call is in
  /// it.
  [[nodiscard]] virtual StoreResult<std::uint32_t> back_up(const std::filesystem::path& folder) = 0;
};

/// The answer of opening a durable engine.
struct OpenedStore {
  std::unique_ptr<EventStore> store;
  std::unique_ptr<Maintenance> maintenance;  ///< works on `store`, so it is destroyed before it
};

}  // namespace langnghe::eventstore
