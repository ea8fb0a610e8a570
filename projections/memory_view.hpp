#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <projections/view.hpp>
#include <projections/views.hpp>

namespace langnghe::projections {

/// Rows in memory. Belongs to one thread while it is written to.
class MemoryView final : public ViewWriter {
 public:
  MemoryView() = default;
  /// Takes over a copy of another's rows.
  void copy_from(const MemoryView& other) { rows_ = other.rows_; }

  [[nodiscard]] std::optional<std::string> get(std::string_view key) const override;
  void scan(std::string_view prefix, std::string_view from,
            const std::function<bool(std::string_view, std::string_view)>& row) const override;
  void put(std::string_view key, std::string_view value) override;
  void erase(std::string_view key) override;

 private:
  std::map<std::string, std::string, std::less<>> rows_;
};

/// All views of a ledger in memory. Written while it is made, immutable once it is shared.
class MemorySnapshot final : public Snapshot {
 public:
  MemorySnapshot();
  explicit MemorySnapshot(const MemorySnapshot& other);

  [[nodiscard]] std::uint64_t size() const override { return size_; }
  [[nodiscard]] const ViewReader& of(std::string_view projection) const override;

  /// In the order of all_projections().
  [[nodiscard]] std::vector<ViewWriter*> writers();
  void set_size(std::uint64_t size) { size_ = size; }

 private:
  std::vector<MemoryView> views_;
  std::uint64_t size_ = 0;
};

}  // namespace langnghe::projections
