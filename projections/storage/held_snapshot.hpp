#pragma once

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include <projections/projection.hpp>
#include <projections/views.hpp>

#include "rows/overlay.hpp"

namespace langnghe::projections {

/// Rows of a database with what it did not take on top, in memory. Immutable.
class HeldSnapshot final : public Snapshot {
 public:
  /// `changes` are in the order of all_projections() and live in `owner`, on top of `below`.
  HeldSnapshot(std::shared_ptr<const Snapshot> below, std::shared_ptr<const void> owner,
               std::vector<const Overlay*> changes, std::uint64_t size)
      : below_(std::move(below)),
        owner_(std::move(owner)),
        changes_(std::move(changes)),
        size_(size) {}

  [[nodiscard]] std::uint64_t size() const override { return size_; }
  [[nodiscard]] std::uint64_t definition() const override { return below_->definition(); }
  [[nodiscard]] const ViewReader& of(std::string_view projection) const override {
    return *changes_[index_of(projection)];
  }

 private:
  std::shared_ptr<const Snapshot> below_;  // shared: the overlays read through it
  std::shared_ptr<const void> owner_;      // shared: nobody else keeps the overlays
  std::vector<const Overlay*> changes_;
  std::uint64_t size_;
};

}  // namespace langnghe::projections
