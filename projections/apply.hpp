#pragma once

#include <cstddef>
#include <expected>
#include <span>
#include <string_view>

#include <eventstore/error.hpp>
#include <eventstore/types.hpp>
#include <projections/view.hpp>
#include <projections/views.hpp>

/// The one way of a stored record into the views, whether live, rebuilt or in the past.
namespace langnghe::projections {

/// How many records are folded in memory before their rows are written, each once: ten years of a
/// ward and some tens of megabytes.
inline constexpr std::size_t kRecordsPerBatch = 20'000;

/// Reads the record's bytes and applies its event to every projection. `writers` stand in the order
/// of all_projections(). `unreadable` when it is not an event this program knows.
[[nodiscard]] std::expected<void, ViewError> apply_record(std::span<ViewWriter* const> writers,
                                                          eventstore::Position position,
                                                          std::string_view bytes);

/// A projection's place in all_projections(). Asking for another name is a bug.
[[nodiscard]] std::size_t index_of(std::string_view projection);

[[nodiscard]] ViewError view_error(const eventstore::StoreError& error);

}  // namespace langnghe::projections
