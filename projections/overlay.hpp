#pragma once

#include <functional>
#include <map>
#include <memory_resource>
#include <optional>
#include <string>
#include <string_view>

#include <projections/view.hpp>

namespace langnghe::projections {

/// Changed rows on top of rows that stay as they are: what one batch of events makes of them.
/// Belongs to one thread; `base` must outlive it.
class Overlay final : public ViewReader {
 public:
  /// New value by key; nothing = the row is gone. Keys and values live as long as the overlay.
  using Changes = std::pmr::map<std::string_view, std::optional<std::string_view>>;

  explicit Overlay(const ViewReader& base) : base_(base) {}

  [[nodiscard]] std::optional<std::string> get(std::string_view key) const override;
  /// `row` must not write to this view.
  void scan(std::string_view prefix, std::string_view from,
            const std::function<bool(std::string_view, std::string_view)>& row) const override;
  void put(std::string_view key, std::string_view value);
  void erase(std::string_view key);

  [[nodiscard]] const Changes& changes() const { return changes_; }

 private:
  [[nodiscard]] std::optional<std::string_view>& change(std::string_view key);
  [[nodiscard]] std::string_view kept(std::string_view bytes);

  const ViewReader& base_;
  std::pmr::monotonic_buffer_resource bytes_;  // a batch lets go of all its rows at once
  Changes changes_{&bytes_};
};

}  // namespace langnghe::projections
