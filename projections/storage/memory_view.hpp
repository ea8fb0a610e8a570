#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <memory_resource>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <projections/view.hpp>
#include <projections/views.hpp>

#include "rows/overlay.hpp"

namespace langnghe::projections {

/// Rows in memory. Immutable: may be shared between threads.
class MemoryView final : public ViewReader {
 public:
  MemoryView() = default;
  /// The rows below with the changes made. Needs neither of them any more.
  MemoryView(const MemoryView& below, const Overlay& overlay);

  [[nodiscard]] std::optional<std::string> get(std::string_view key) const override;
  void scan(std::string_view prefix, std::string_view from,
            const std::function<bool(std::string_view, std::string_view)>& row) const override;

 private:
  struct Row {
    std::string_view key;
    std::string_view value;
  };
  [[nodiscard]] std::vector<Row>::const_iterator first_from(std::string_view key) const;
  /// A copy that does not keep what it came from alive.
  [[nodiscard]] std::string_view keep(std::string_view text);

  std::shared_ptr<const Overlay::Bytes> changed_;  // shared with the overlay while it lives
  std::pmr::monotonic_buffer_resource unchanged_;
  std::vector<Row> rows_;  // by key, in either of the two
};

/// All views of a ledger in memory.
class MemorySnapshot final : public Snapshot {
 public:
  MemorySnapshot();
  /// `overlays` in the order of all_projections(), with what changed since `below`.
  MemorySnapshot(const MemorySnapshot& below, std::span<const Overlay* const> overlays,
                 std::uint64_t size);

  [[nodiscard]] std::uint64_t size() const override { return size_; }
  [[nodiscard]] std::uint64_t definition() const override;
  [[nodiscard]] const ViewReader& of(std::string_view projection) const override;

 private:
  std::vector<std::unique_ptr<const MemoryView>> views_;
  std::uint64_t size_ = 0;
};

}  // namespace langnghe::projections
