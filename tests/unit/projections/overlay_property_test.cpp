#include <map>
#include <tuple>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "rows/overlay.hpp"
#include "storage/memory_view.hpp"

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

/// The rows as a plain map has them.
class PlainView final : public ViewReader {
 public:
  std::map<std::string, std::string> rows;

  [[nodiscard]] std::optional<std::string> get(std::string_view key) const override {
    const auto found = rows.find(std::string(key));
    return found == rows.end() ? std::nullopt : std::optional(found->second);
  }
  void scan(std::string_view prefix, std::string_view from,
            const std::function<bool(std::string_view, std::string_view)>& row) const override {
    for (const auto& [key, value] : rows) {
      if (key.starts_with(prefix) && key >= from && !row(key, value)) {
        return;
      }
    }
  }
};

/// Writes go to the overlay and to a map; both must then read the same, and so must the view in
/// memory that comes of it.
RC_GTEST_PROP(Overlay, ReadsLikeOneViewWithAllChangesMade, ()) {
  PlainView expected;
  const MemoryView nothing;
  Overlay first(nothing);
  for (const auto& key : *rc::gen::container<std::vector<std::string>>(any_key())) {
    first.put(key, "below");
    expected.rows[key] = "below";
  }
  first.settle();
  const MemoryView below(nothing, first);
  Overlay overlay(below);
  using Write = std::tuple<std::string, bool, bool>;
  for (const auto& [key, erased, settled] : *rc::gen::container<std::vector<Write>>(
           rc::gen::tuple(any_key(), rc::gen::arbitrary<bool>(), rc::gen::arbitrary<bool>()))) {
    if (erased) {
      overlay.erase(key);
      expected.rows.erase(key);
    } else {
      overlay.put(key, "above");
      expected.rows[key] = "above";
    }
    if (settled) {
      overlay.settle();
      RC_ASSERT(overlay.get(key) == expected.get(key));
    }
  }
  overlay.settle();
  const MemoryView merged(below, overlay);
  const auto prefix = *any_key();
  const auto from = prefix + *any_key();
  const auto limit = static_cast<std::size_t>(*rc::gen::inRange(1, 6));
  for (const ViewReader* const view :
       {static_cast<const ViewReader*>(&overlay), static_cast<const ViewReader*>(&merged)}) {
    RC_ASSERT(scanned(*view, prefix, {}, 1000) == scanned(expected, prefix, {}, 1000));
    RC_ASSERT(scanned(*view, prefix, from, limit) == scanned(expected, prefix, from, limit));
    RC_ASSERT(view->get(from) == expected.get(from));
  }
}

}  // namespace
}  // namespace langnghe::projections
