#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include <domain/event.hpp>
#include <ledger/types.hpp>

namespace langnghe::projections {

class RowCache;

/// One event on its way into the views.
struct Input {
  eventstore::Position position;
  eventstore::Version version;  ///< of the event's stream after it
  std::string_view type;        ///< wire name
  const domain::RecordedEvent& event;
};

/// A fold of the ledger into rows: deterministic, no clock, no I/O, no locale. Where the version or
/// the shape is another than that of the stored rows, they are built again from position 0.
struct Projection {
  std::string_view name;
  int version = 1;          ///< raised by hand where the fold gives the same shape another meaning
  std::uint64_t shape = 0;  ///< the fingerprint of its row types, computed by the compiler
  void (*apply)(RowCache& cache, const Input& input);
  /// The fold of the version before, kept for a release where `version` was raised and the shape
  /// stayed: it goes on serving while the new version's rows are built beside its own. Null: those
  /// rows are not served any more.
  void (*apply_before)(RowCache& cache, const Input& input) = nullptr;
};

/// Every projection of the program, in the order they are applied.
[[nodiscard]] std::span<const Projection> all_projections();

/// A number that tells sets of projections apart whose rows may differ: of their versions and
/// shapes.
[[nodiscard]] std::uint64_t definition_of(std::span<const Projection> projections);

/// A projection's place in all_projections(). Asking for another name is a bug.
[[nodiscard]] std::size_t index_of(std::string_view projection);

}  // namespace langnghe::projections
