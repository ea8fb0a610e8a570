#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include <papers/filling.hpp>

namespace langnghe::papers {

struct Part {
  std::string name;
  std::string bytes;
};
using Package = std::vector<Part>;  ///< in the order of the file

/// Takes a package apart. Refuses what no paper is: too many or too large parts, as a zip bomb has,
/// macros, links to other places.
[[nodiscard]] std::expected<Package, TemplateFault> read_package(std::string_view zip);

[[nodiscard]] const Part* find_part(const Package& package, std::string_view name);

/// A zip whose parts are stored, not deflated, and all of one time (1 January 1980, which is the
/// first that the format knows).
[[nodiscard]] std::string stored_zip(const Package& package);

}  // namespace langnghe::papers
