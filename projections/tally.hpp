#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <projections/report.hpp>

namespace langnghe::projections::report {

/// A figure while it is being counted.
struct Tally {
  std::int64_t value = 0;
  std::set<std::string> items;

  void add(const std::string& item, std::int64_t count = 1) {
    value += count;
    items.insert(item);
  }
  void add_if(bool condition, const std::string& item) {
    if (condition) {
      add(item);
    }
  }
};

/// The figures in the dictionary's order.
class FigureList {
 public:
  void add(std::string_view id, const Tally& tally, std::optional<std::int64_t> of = std::nullopt) {
    figures_.push_back({.id = std::string(id),
                        .value = tally.value,
                        .of = of,
                        .items = {tally.items.begin(), tally.items.end()}});
  }
  [[nodiscard]] std::vector<Figure> take() { return std::move(figures_); }

 private:
  std::vector<Figure> figures_;
};

}  // namespace langnghe::projections::report
