#pragma once

#include <cstddef>
#include <expected>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <following/records.hpp>
#include <projections/projection.hpp>

#include "rows/overlay.hpp"
#include "rows/sha256.hpp"
#include "running/fold.hpp"

namespace langnghe::projections {

/// The changes that the next records make in the rows of all projections. Belongs to one thread;
/// `base` must outlive it.
class Batch {
 public:
  Batch(const Snapshot& base, const FoldLimits& limits, std::vector<Projection> projections)
      : fold_(base, limits, std::move(projections)) {}

  /// After an error all records before the one it names are in the batch.
  std::expected<void, ViewError> read(const eventstore::Records& records) {
    std::expected<void, ViewError> applied;
    const auto visited = records.visit([&](eventstore::Position position, std::string_view bytes) {
      applied = fold_.take(position, bytes);
      if (applied) {
        ++count_;
        last_ = bytes;
      }
      return applied.has_value();
    });
    return visited ? applied : std::unexpected(view_error(visited.error()));
  }

  [[nodiscard]] std::size_t count() const { return count_; }
  [[nodiscard]] std::string last_record() const { return sha256_hex(last_); }
  [[nodiscard]] std::vector<const Overlay*> changes() { return fold_.changes(); }

 private:
  Fold fold_;
  std::size_t count_ = 0;
  std::string last_;
};

}  // namespace langnghe::projections
