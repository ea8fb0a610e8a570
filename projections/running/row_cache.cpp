#include "running/row_cache.hpp"

namespace langnghe::projections {

void RowCache::remove(std::string_view key) {
  entries_.insert_or_assign(std::string(key), nullptr);
}

void RowCache::evict_if_full() {
  if (entries_.size() > entries_max_) {
    write_back();
  }
}

void RowCache::write_back() {
  for (const auto& [key, entry] : entries_) {
    if (!entry) {
      rows_.erase(key);
    } else if (entry->changed) {
      entry->write(key, rows_);
    }
  }
  entries_.clear();
  rows_.settle();
}

}  // namespace langnghe::projections
