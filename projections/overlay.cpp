#include "overlay.hpp"

#include <algorithm>

namespace langnghe::projections {

std::optional<std::string> Overlay::get(std::string_view key) const {
  const auto change = changes_.find(key);
  if (change == changes_.end()) {
    return base_.get(key);
  }
  return change->second ? std::optional(std::string(*change->second)) : std::nullopt;
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

std::string_view Overlay::kept(std::string_view bytes) {
  if (bytes.empty()) {
    return {};
  }
  auto* const copy = static_cast<char*>(bytes_.allocate(bytes.size(), 1));
  return {std::ranges::copy(bytes, copy).out - bytes.size(), bytes.size()};
}

std::optional<std::string_view>& Overlay::change(std::string_view key) {
  const auto place = changes_.lower_bound(key);
  if (place != changes_.end() && place->first == key) {
    return place->second;
  }
  return changes_.emplace_hint(place, kept(key), std::nullopt)->second;
}

void Overlay::put(std::string_view key, std::string_view value) {
  change(key) = kept(value);
}

void Overlay::erase(std::string_view key) {
  change(key).reset();
}

}  // namespace langnghe::projections
