#include "memory_view.hpp"

#include <algorithm>

#include <projections/projection.hpp>

#include "fold.hpp"

namespace langnghe::projections {

MemoryView::MemoryView(const MemoryView& below, const Overlay::Changes& changes) {
  rows_.reserve(below.rows_.size() + changes.size());
  auto kept = below.rows_.begin();
  for (const auto& [key, value] : changes) {
    for (; kept != below.rows_.end() && kept->key < key; ++kept) {
      rows_.push_back(*kept);
    }
    if (kept != below.rows_.end() && kept->key == key) {
      ++kept;
    }
    if (value) {
      rows_.push_back({key, *value});
    }
  }
  rows_.insert(rows_.end(), kept, below.rows_.end());
  take_over_bytes();
}

void MemoryView::take_over_bytes() {
  std::size_t size = 0;
  for (const auto& row : rows_) {
    size += row.key.size() + row.value.size();
  }
  bytes_ = std::make_unique_for_overwrite<char[]>(size);
  auto* end = bytes_.get();
  const auto move_here = [&end](std::string_view& text) {
    const auto* const begin = end;
    end = std::ranges::copy(text, end).out;
    text = {begin, text.size()};
  };
  for (auto& row : rows_) {
    move_here(row.key);
    move_here(row.value);
  }
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
                               std::span<const Overlay::Changes* const> changes, std::uint64_t size)
    : size_(size) {
  for (std::size_t i = 0; i < changes.size(); ++i) {
    views_.push_back(std::make_unique<MemoryView>(*below.views_[i], *changes[i]));
  }
}

const ViewReader& MemorySnapshot::of(std::string_view projection) const {
  return *views_[index_of(projection)];
}

}  // namespace langnghe::projections
