#include "storage/memory_view.hpp"

#include <algorithm>

#include <projections/projection.hpp>

namespace langnghe::projections {

MemoryView::MemoryView(const MemoryView& below, const Overlay& overlay)
    : changed_(overlay.bytes()) {
  const auto changes = overlay.changes();
  rows_.reserve(below.rows_.size() + changes.size());
  auto kept = below.rows_.begin();
  const auto keep_before = [&](const std::string_view* limit) {
    for (; kept != below.rows_.end() && (limit == nullptr || kept->key < *limit); ++kept) {
      rows_.push_back({keep(kept->key), keep(kept->value)});
    }
  };
  for (const auto& [key, value] : changes) {
    keep_before(&key);
    if (kept != below.rows_.end() && kept->key == key) {
      ++kept;
    }
    if (value) {
      rows_.push_back({key, *value});
    }
  }
  keep_before(nullptr);
}

std::string_view MemoryView::keep(std::string_view text) {
  if (text.empty()) {
    return {};
  }
  auto* const copy = static_cast<char*>(unchanged_.allocate(text.size(), 1));
  text.copy(copy, text.size());
  return {copy, text.size()};
}

std::vector<MemoryView::Row>::const_iterator MemoryView::first_from(std::string_view key) const {
  return std::ranges::lower_bound(rows_, key, {}, &Row::key);
}

std::optional<std::string> MemoryView::get(std::string_view key) const {
  const auto found = first_from(key);
  if (found == rows_.end() || found->key != key) {
    return std::nullopt;
  }
  return std::string(found->value);
}

void MemoryView::scan(std::string_view prefix, std::string_view from,
                      const std::function<bool(std::string_view, std::string_view)>& row) const {
  for (auto at = first_from(std::max(prefix, from));
       at != rows_.end() && at->key.starts_with(prefix) && row(at->key, at->value); ++at) {
  }
}

MemorySnapshot::MemorySnapshot() {
  for (std::size_t i = 0; i < all_projections().size(); ++i) {
    views_.push_back(std::make_unique<MemoryView>());
  }
}

MemorySnapshot::MemorySnapshot(const MemorySnapshot& below,
                               std::span<const Overlay* const> overlays, std::uint64_t size)
    : size_(size) {
  for (std::size_t i = 0; i < overlays.size(); ++i) {
    views_.push_back(std::make_unique<MemoryView>(*below.views_[i], *overlays[i]));
  }
}

std::uint64_t MemorySnapshot::definition() const {
  return definition_of(all_projections());
}

const ViewReader& MemorySnapshot::of(std::string_view projection) const {
  return *views_[index_of(projection)];
}

}  // namespace langnghe::projections
