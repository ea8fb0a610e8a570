#pragma once

#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace langnghe::projections {

/// A row cannot be had: the views' database failed or holds what was never written. Thrown by
/// readers, also through the functions that ask a Snapshot; caught at the doors (Views itself, a
/// request's session). The views' directory may then be deleted: they are built again.
class ViewFault : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The rows of one projection for one ledger, in the order of their keys (bytes).
class ViewReader {
 public:
  ViewReader() = default;
  ViewReader(const ViewReader&) = delete;
  ViewReader& operator=(const ViewReader&) = delete;
  virtual ~ViewReader() = default;

  [[nodiscard]] virtual std::optional<std::string> get(std::string_view key) const = 0;

  /// Calls `row` for each key that begins with `prefix` and is not less than `from`, in order,
  /// until it answers false. `from` may be empty.
  virtual void scan(
      std::string_view prefix, std::string_view from,
      const std::function<bool(std::string_view key, std::string_view value)>& row) const = 0;
};

}  // namespace langnghe::projections
