#include "rows/overlay.hpp"

#include <algorithm>

#include <ledger/verify.hpp>

namespace langnghe::projections {

Overlay::Changes::const_iterator Overlay::settled_end() const {
  return changes_.begin() + static_cast<std::ptrdiff_t>(settled_);
}

Overlay::Changes::const_iterator Overlay::first_from(std::string_view key) const {
  return std::ranges::lower_bound(changes_.begin(), settled_end(), key, {}, &Change::key);
}

std::optional<std::string> Overlay::get(std::string_view key) const {
  const auto change = first_from(key);
  if (change == settled_end() || change->key != key) {
    return base_.get(key);
  }
  return change->value ? std::optional(std::string(*change->value)) : std::nullopt;
}

void Overlay::scan(std::string_view prefix, std::string_view from,
                   const std::function<bool(std::string_view, std::string_view)>& row) const {
  auto change = first_from(std::max(prefix, from));
  bool wanted = true;
  const auto changes_before = [&](std::optional<std::string_view> limit) {
    for (; wanted && change != settled_end() && change->key.starts_with(prefix) &&
           (!limit || change->key < *limit);
         ++change) {
      wanted = !change->value || row(change->key, *change->value);
    }
  };
  base_.scan(prefix, from, [&](std::string_view key, std::string_view value) {
    changes_before(key);
    if (!wanted) {
      return false;
    }
    if (change != settled_end() && change->key == key) {
      return true;  // the changed row is shown in its turn, before the next key
    }
    wanted = row(key, value);
    return wanted;
  });
  changes_before(std::nullopt);
}

std::string_view Overlay::keep(std::string_view text) {
  if (text.empty()) {
    return {};
  }
  auto* const copy = static_cast<char*>(bytes_->allocate(text.size(), 1));
  text.copy(copy, text.size());
  return {copy, text.size()};
}

void Overlay::put(std::string_view key, std::string_view value) {
  changes_.push_back({keep(key), keep(value)});
}

void Overlay::erase(std::string_view key) {
  changes_.push_back({keep(key), std::nullopt});
}

void Overlay::settle() {
  if (settled_ == changes_.size()) {
    return;
  }
  const auto fresh = changes_.begin() + static_cast<std::ptrdiff_t>(settled_);
  std::ranges::stable_sort(fresh, changes_.end(), {}, &Change::key);
  std::ranges::inplace_merge(changes_.begin(), fresh, changes_.end(), {}, &Change::key);
  // Seen from behind, the first of each row is the one that was written last.
  const auto last = std::unique(changes_.rbegin(), changes_.rend(),
                                [](const Change& a, const Change& b) { return a.key == b.key; });
  changes_.erase(changes_.begin(), last.base());
  settled_ = changes_.size();
}

std::span<const Overlay::Change> Overlay::changes() const {
  VERIFY(settled_ == changes_.size());
  return changes_;
}

}  // namespace langnghe::projections
