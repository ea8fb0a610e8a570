#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <memory_resource>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <projections/view.hpp>

namespace langnghe::projections {

/// Changed rows on top of rows that stay as they are: what one batch of events makes of them.
/// Belongs to one thread; `base` must outlive it.
///
/// A written row is only appended; settle() puts all of it in order at once,
/// which costs less than finding each its place. Until then readers do not see it.
class Overlay final : public ViewReader {
 public:
  /// A row and its new value; nothing = it is gone.
  struct Change {
    std::string_view key;
    std::optional<std::string_view> value;
  };
  /// The memory in which keys and values lie.
  using Bytes = std::pmr::monotonic_buffer_resource;

  explicit Overlay(const ViewReader& base) : base_(base), bytes_(std::make_shared<Bytes>()) {}

  [[nodiscard]] std::optional<std::string> get(std::string_view key) const override;
  /// `row` must not write to this view.
  void scan(std::string_view prefix, std::string_view from,
            const std::function<bool(std::string_view, std::string_view)>& row) const override;

  /// Of several changes of a row the last one counts.
  void put(std::string_view key, std::string_view value);
  void erase(std::string_view key);
  void settle();

  /// By key, each once. All must be settled.
  [[nodiscard]] std::span<const Change> changes() const;
  /// Shared with views that are made of the changes: they need no copy.
  [[nodiscard]] std::shared_ptr<const Bytes> bytes() const { return bytes_; }

 private:
  using Changes = std::vector<Change>;
  [[nodiscard]] Changes::const_iterator settled_end() const;
  [[nodiscard]] Changes::const_iterator first_from(std::string_view key) const;
  [[nodiscard]] std::string_view keep(std::string_view text);

  const ViewReader& base_;
  std::shared_ptr<Bytes> bytes_;
  Changes changes_;
  std::size_t settled_ = 0;  // so many are in order; the rest is as it came
};

}  // namespace langnghe::projections
