#include <map>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "memory_view.hpp"
#include "overlay.hpp"

namespace langnghe::projections {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

Pairs scanned(const ViewReader& view, const std::string& prefix, const std::string& from,
              std::size_t limit) {
  Pairs pairs;
  view.scan(prefix, from, [&](std::string_view key, std::string_view value) {
    pairs.emplace_back(key, value);
    return pairs.size() < limit;
  });
  return pairs;
}

rc::Gen<std::string> any_key() {
  return rc::gen::container<std::string>(rc::gen::element('a', 'b', '/', '\xff'));
}

/// Writes go to the overlay and to a view in memory; both must then read the same.
RC_GTEST_PROP(Overlay, ReadsLikeOneViewWithAllChangesMade, ()) {
  MemoryView below;
  MemoryView expected;
  for (const auto& key : *rc::gen::container<std::vector<std::string>>(any_key())) {
    below.put(key, "below");
    expected.put(key, "below");
  }
  Overlay overlay(below);
  for (const auto& [key, erased] : *rc::gen::container<std::vector<std::pair<std::string, bool>>>(
           rc::gen::pair(any_key(), rc::gen::arbitrary<bool>()))) {
    if (erased) {
      overlay.erase(key);
      expected.erase(key);
    } else {
      overlay.put(key, "above");
      expected.put(key, "above");
    }
    RC_ASSERT(overlay.get(key) == expected.get(key));
  }
  const auto prefix = *any_key();
  const auto from = prefix + *any_key();
  const auto limit = static_cast<std::size_t>(*rc::gen::inRange(1, 6));
  RC_ASSERT(scanned(overlay, prefix, {}, 1000) == scanned(expected, prefix, {}, 1000));
  RC_ASSERT(scanned(overlay, prefix, from, limit) == scanned(expected, prefix, from, limit));
}

}  // namespace
}  // namespace langnghe::projections
