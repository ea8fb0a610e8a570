#include "overlay.hpp"

#include <algorithm>

namespace langnghe::projections {

std::optional<std::string> Overlay::get(std::string_view key) const {
  const auto change = changes_.find(key);
  return change != changes_.end() ? change->second : base_.get(key);
}

void Overlay::scan(std::string_view prefix, std::string_view from,
                   const std::function<bool(std::string_view, std::string_view)>& row) const {
  auto change = changes_.lower_bound(std::max(prefix, from));
  bool wanted = true;
  const auto changes_before = [&](std::optional<std::string_view> limit) {
    for (; wanted && change != changes_.end() && change->first.starts_with(prefix) &&
           (!limit || change->first < *limit);
         ++change) {
      wanted = !change->second || row(change->first, *change->second);
    }
  };
  base_.scan(prefix, from, [&](std::string_view key, std::string_view value) {
    changes_before(key);
    if (!wanted) {
      return false;
    }
    if (change != changes_.end() && change->first == key) {
      return true;  // the changed row is shown in its turn, before the next key
    }
    wanted = row(key, value);
    return wanted;
  });
  changes_before(std::nullopt);
}

void Overlay::put(std::string_view key, std::string_view value) {
  const auto [change, added] = changes_.try_emplace(std::string(key));
  change->second.emplace(value);
}

void Overlay::erase(std::string_view key) {
  const auto [change, added] = changes_.try_emplace(std::string(key));
  change->second.reset();
}

}  // namespace langnghe::projections
