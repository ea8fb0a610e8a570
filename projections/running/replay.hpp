#pragma once

#include <cstdint>
#include <expected>
#include <functional>
#include <memory>

#include <ledger/reader.hpp>
#include <projections/views.hpp>

#include "storage/memory_view.hpp"

namespace langnghe::projections {

/// Runs the projections over the records from `from`'s size up to `size`, on a copy of `from`.
[[nodiscard]] std::expected<std::shared_ptr<const MemorySnapshot>, ViewError> replay_from(
    const MemorySnapshot& from, eventstore::LedgerReader& store, const eventstore::LedgerId& ledger,
    std::uint64_t size, const std::function<void(Progress)>& progress);

}  // namespace langnghe::projections
