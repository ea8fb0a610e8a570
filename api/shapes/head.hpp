#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace langnghe::api::shapes {

/// The beginning of every read's answer: which ledger, how much of it, by which projections.
struct Head {
  std::string ledger;
  std::uint64_t position = 0;              ///< how many records the answer follows from
  std::map<std::string, int> projections;  ///< the versions of those that made it
};

}  // namespace langnghe::api::shapes
