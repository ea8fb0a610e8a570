#pragma once

#include <cstddef>
#include <deque>
#include <expected>
#include <string_view>
#include <vector>

#include <ledger/error.hpp>
#include <ledger/types.hpp>
#include <projections/projection.hpp>
#include <projections/views.hpp>

#include "rows/overlay.hpp"
#include "running/row_cache.hpp"

namespace langnghe::projections {

/// The limits of what a fold holds in memory at a time.
struct FoldLimits {
  /// Records that are folded before their rows are written, each once: ten years of a ward and some
  /// tens of megabytes.
  std::size_t records = 20'000;
  /// Structs that each projection keeps decoded: some megabytes.
  std::size_t structs = 4'096;
};

/// The one way of stored records into the views, whether live, rebuilt or in the past: all
/// projections at work on top of rows that stay as they are. Belongs to one thread; `base` must
/// outlive it.
class Fold {
 public:
  explicit Fold(const Snapshot& base, const FoldLimits& limits = {});
  /// With these in place of all_projections(): the same names in the same order.
  Fold(const Snapshot& base, const FoldLimits& limits, std::vector<Projection> projections);

  /// Reads the record's bytes and applies its event to every projection. `unreadable` when it is
  /// not an event this program knows; nothing of it is then in the rows.
  [[nodiscard]] std::expected<void, ViewError> take(eventstore::Position position,
                                                    std::string_view bytes);

  /// All rows that changed, in the order of all_projections(). They live as long as the fold.
  [[nodiscard]] std::vector<const Overlay*> changes();

 private:
  std::vector<Projection> projections_;
  std::deque<RowCache> caches_;
};

[[nodiscard]] ViewError view_error(const eventstore::StoreError& error);

}  // namespace langnghe::projections
