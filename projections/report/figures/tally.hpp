#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <projections/report.hpp>

namespace langnghe::projections::report {

/// The source of one unit of a figure: an issue or dialogue, and records about it.
struct FigureSource {
  FigureSource(std::string_view of, std::uint64_t record) : item(of), events{record} {}
  FigureSource(std::string_view of, std::vector<std::uint64_t> records)
      : item(of), events(std::move(records)) {}
  std::string_view item;  ///< empty: none that could be named
  std::vector<std::uint64_t> events;
};

/// Values that come in any order, often sorted already, and are taken sorted and once each.
template <class T>
class Gathered {
 public:
  template <class U>
  void add(const U& value) {
    if (values_.empty() || values_.back() != value) {
      values_.emplace_back(value);
    }
  }

  [[nodiscard]] std::vector<T> taken() const {
    auto values = values_;
    merge_runs(values);
    const auto repeated = std::ranges::unique(values);
    values.erase(repeated.begin(), repeated.end());
    return values;
  }

 private:
  /// A scan of rows gives few sorted runs: to merge them costs far less than to sort.
  static void merge_runs(std::vector<T>& values) {
    std::vector ends{values.begin()};
    while (ends.back() != values.end()) {
      ends.push_back(std::is_sorted_until(ends.back(), values.end()));
    }
    while (ends.size() > 2) {
      std::vector wider{ends.front()};
      for (std::size_t i = 2; i < ends.size(); i += 2) {
        std::inplace_merge(ends[i - 2], ends[i - 1], ends[i]);
        wider.push_back(ends[i]);
      }
      if (wider.back() != values.end()) {
        wider.push_back(values.end());
      }
      ends = std::move(wider);
    }
  }

  friend Gathered without(const Gathered& all, const Gathered& some) {
    const auto from = all.taken();
    const auto taken = some.taken();
    Gathered rest;
    std::ranges::set_difference(from, taken, std::back_inserter(rest.values_));
    return rest;
  }

  std::vector<T> values_;
};

/// A figure while it is being counted.
struct Tally {
  std::int64_t value = 0;
  Gathered<std::string> items;
  Gathered<std::uint64_t> events;
  std::map<std::string, Tally, std::less<>> parts;

  void add(const FigureSource& source, std::int64_t count = 1) {
    value += count;
    if (!source.item.empty()) {
      items.add(source.item);
    }
    for (const auto event : source.events) {
      events.add(event);
    }
  }
  void add_if(bool condition, const FigureSource& source) {
    if (condition) {
      add(source);
    }
  }
  /// One more, and one more of its part.
  void add_part(std::string_view part, const FigureSource& source, std::int64_t count = 1) {
    add(source, count);
    auto found = parts.find(part);
    if (found == parts.end()) {
      found = parts.try_emplace(std::string(part)).first;
    }
    found->second.add(source, count);
  }
};

/// A share while it is being counted: what counts for it, and what counts against it.
struct Share {
  Tally value;
  Tally against;

  void add(bool counts_for, const FigureSource& source, std::int64_t count = 1) {
    (counts_for ? value : against).add(source, count);
  }
  [[nodiscard]] std::int64_t of() const { return value.value + against.value; }
};

/// `some` as a share of `all`, which holds it: the records that only `all` has count against it,
/// and the items that stand behind none of the others.
[[nodiscard]] inline Share rest_of(const Tally& all, const Tally& some) {
  Share share{.value = some, .against = {}};
  share.against.value = all.value - some.value;
  share.against.events = without(all.events, some.events);
  share.against.items = without(all.items, some.items);
  return share;
}

/// The figures in the dictionary's order.
class FigureList {
 public:
  void add(std::string_view id, const Tally& tally) {
    push(id, FigureKind::count, tally, std::nullopt);
  }
  void add(std::string_view id, const Tally& tally, std::int64_t of) {
    push(id, FigureKind::rate, tally, of);
  }
  void add(std::string_view id, const Share& share) {
    push(id, FigureKind::rate, share.value, share.of());
    auto& figure = figures_.back();
    figure.against = share.against.items.taken();
    figure.against_events = share.against.events.taken();
  }
  void add_average(std::string_view id, const Tally& tally, std::int64_t of) {
    push(id, FigureKind::average, tally, of);
  }
  /// A sum of days.
  void add_days(std::string_view id, const Tally& tally) {
    push(id, FigureKind::days, tally, std::nullopt);
  }
  /// A value chosen out of `measured` ones.
  void add_days(std::string_view id, const Tally& tally, std::int64_t measured) {
    push(id, FigureKind::days, tally, measured);
  }
  /// A figure that the ward's records do not tell.
  void add_not_measured(std::string_view id) { push(id, FigureKind::rate, {}, 0); }

  [[nodiscard]] std::vector<Figure> take() { return std::move(figures_); }

 private:
  void push(std::string_view id, FigureKind kind, const Tally& tally,
            std::optional<std::int64_t> of) {
    Figure figure{.id = std::string(id),
                  .kind = kind,
                  .value = tally.value,
                  .of = of,
                  .items = tally.items.taken(),
                  .events = tally.events.taken(),
                  .parts = {}};
    for (const auto& [key, part] : tally.parts) {
      figure.parts.push_back({.key = key,
                              .value = part.value,
                              .items = part.items.taken(),
                              .events = part.events.taken()});
    }
    figures_.push_back(std::move(figure));
  }

  std::vector<Figure> figures_;
};

}  // namespace langnghe::projections::report
