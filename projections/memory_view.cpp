#include "memory_view.hpp"

#include <algorithm>
#include <cstddef>

#include <projections/projection.hpp>

#include "apply.hpp"

namespace langnghe::projections {

std::optional<std::string> MemoryView::get(std::string_view key) const {
  const auto found = rows_.find(key);
  return found == rows_.end() ? std::nullopt : std::optional(found->second);
}

void MemoryView::scan(std::string_view prefix, std::string_view from,
                      const std::function<bool(std::string_view, std::string_view)>& row) const {
  for (auto at = rows_.lower_bound(std::max(prefix, from));
       at != rows_.end() && at->first.starts_with(prefix); ++at) {
    if (!row(at->first, at->second)) {
      return;
    }
  }
}

void MemoryView::put(std::string_view key, std::string_view value) {
  const auto found = rows_.find(key);
  if (found != rows_.end()) {
    found->second = value;
  } else {
    rows_.emplace(key, value);
  }
}

void MemoryView::erase(std::string_view key) {
  if (const auto found = rows_.find(key); found != rows_.end()) {
    rows_.erase(found);
  }
}

MemorySnapshot::MemorySnapshot() : views_(all_projections().size()) {}

MemorySnapshot::MemorySnapshot(const MemorySnapshot& other)
    : views_(other.views_.size()), size_(other.size_) {
  for (std::size_t i = 0; i < views_.size(); ++i) {
    views_[i].copy_from(other.views_[i]);
  }
}

const ViewReader& MemorySnapshot::of(std::string_view projection) const {
  return views_[index_of(projection)];
}

std::vector<ViewWriter*> MemorySnapshot::writers() {
  std::vector<ViewWriter*> writers;
  for (auto& view : views_) {
    writers.push_back(&view);
  }
  return writers;
}

}  // namespace langnghe::projections
