#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <projections/view.hpp>

namespace langnghe::projections {

/// Changes on top of rows that stay as they are: what one batch of events makes of them. Belongs to
/// one thread; `base` must outlive it.
class Overlay final : public ViewWriter {
 public:
  /// New value by key; nothing = the row is gone.
  using Changes = std::map<std::string, std::optional<std::string>, std::less<>>;

  explicit Overlay(const ViewReader& base) : base_(base) {}

  [[nodiscard]] std::optional<std::string> get(std::string_view key) const override;
  /// `row` must not write to this view.
  void scan(std::string_view prefix, std::string_view from,
            const std::function<bool(std::string_view, std::string_view)>& row) const override;
  void put(std::string_view key, std::string_view value) override;
  void erase(std::string_view key) override;

  [[nodiscard]] const Changes& changes() const { return changes_; }

 private:
  const ViewReader& base_;
  Changes changes_;
};

}  // namespace langnghe::projections
