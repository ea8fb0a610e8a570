#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <ledger/engine/hashed_key.hpp>
#include <ledger/error.hpp>
#include <ledger/store.hpp>
#include <ledger/types.hpp>

#include "database.hpp"

namespace langnghe::eventstore {

/// Reads of records. `size` is the ledger's published size: what lies beyond it is not shown yet,
/// so that nobody sees a record before `EventStore::size` counts it. Any thread.
class Reader {
 public:
  explicit Reader(const Database& database) : database_(database) {}

  [[nodiscard]] StoreResult<std::vector<Record>> read_ledger(const LedgerId& ledger, Position from,
                                                             std::size_t limit,
                                                             std::uint64_t size) const;
  [[nodiscard]] StoreResult<std::uint64_t> visit_ledger(const LedgerId& ledger, Position from,
                                                        std::uint64_t limit, std::uint64_t size,
                                                        const RecordVisitor& visit) const;
  [[nodiscard]] StoreResult<std::vector<Record>> read_stream(const LedgerId& ledger,
                                                             const StreamName& stream,
                                                             Version after, std::size_t limit,
                                                             std::uint64_t size) const;
  /// At most `head`, the version that is stored: less while a group is written but not shown yet.
  [[nodiscard]] StoreResult<Version> version_of(const HashedKey& stream, Version head,
                                                std::uint64_t size) const;

 private:
  [[nodiscard]] StoreResult<std::vector<Position>> positions_of(const LedgerId& ledger,
                                                                const StreamName& stream,
                                                                Version after, std::size_t limit,
                                                                std::uint64_t size) const;

  const Database& database_;
};

}  // namespace langnghe::eventstore
