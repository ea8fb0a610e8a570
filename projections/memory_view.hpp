#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <projections/view.hpp>
#include <projections/views.hpp>

#include "overlay.hpp"

namespace langnghe::projections {

/// Rows in memory. Immutable: may be shared between threads.
class MemoryView final : public ViewReader {
 public:
  MemoryView() = default;
  /// The rows below with the changes made, as a copy that needs neither.
  MemoryView(const MemoryView& below, const Overlay::Changes& changes);

  [[nodiscard]] std::optional<std::string> get(std::string_view key) const override;
  void scan(std::string_view prefix, std::string_view from,
            const std::function<bool(std::string_view, std::string_view)>& row) const override;

 private:
  struct Row {
    std::string_view key;
    std::string_view value;
  };
  [[nodiscard]] std::vector<Row>::const_iterator first_from(std::string_view key) const;
  void take_over_bytes();

  std::unique_ptr<char[]> bytes_;  // what the rows point into
  std::vector<Row> rows_;          // by key
};

/// All views of a ledger in memory.
class MemorySnapshot final : public Snapshot {
 public:
  MemorySnapshot();
  /// `changes` in the order of all_projections(), made since `below`.
  MemorySnapshot(const MemorySnapshot& below, std::span<const Overlay::Changes* const> changes,
                 std::uint64_t size);

  [[nodiscard]] std::uint64_t size() const override { return size_; }
  [[nodiscard]] const ViewReader& of(std::string_view projection) const override;

 private:
  std::vector<std::unique_ptr<const MemoryView>> views_;
  std::uint64_t size_ = 0;
};

}  // namespace langnghe::projections
