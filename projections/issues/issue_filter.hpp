#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <projections/issues.hpp>

#include "issues/issue_keys.hpp"

/// The matching, counting and ordering of a list's entries.
namespace langnghe::projections::issues {

/// Can the filter let anything out of its index fall?
[[nodiscard]] bool takes_all(const Filter& filter, bool of_open);

/// Takes entries or lets them fall, and counts them for each value of a part of the filter.
/// `filter` must outlive it.
class Sieve {
 public:
  Sieve(const Filter& filter, bool counts) : filter_(filter) {
    if (counts) {
      counts_.emplace();
    }
  }

  /// By its name alone, before the entry is read.
  [[nodiscard]] bool may_take(std::string_view issue) const;
  [[nodiscard]] bool takes(const Summary& entry);
  [[nodiscard]] std::optional<Counts> counts() && { return std::move(counts_); }

 private:
  void count(const Summary& entry, unsigned fallen_parts);

  const Filter& filter_;
  std::optional<Counts> counts_;
};

/// `<day or position>/<issue>`, in whose order of bytes the list is wanted.
[[nodiscard]] std::string place_in(const Order& order, const Summary& entry,
                                   std::string_view issue);

}  // namespace langnghe::projections::issues
