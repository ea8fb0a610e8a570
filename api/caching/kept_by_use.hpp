#pragma once

#include <cstddef>
#include <iterator>
#include <list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace langnghe::api {

/// Values by key. When their bytes are too many, those that were not asked for the longest go
/// first; the newest stays, however large it is. Not thread-safe.
template <class Value>
class KeptByUse {
 public:
  explicit KeptByUse(std::size_t bytes_max) : bytes_max_(bytes_max) {}

  /// Null where there is none. It holds until the next call.
  [[nodiscard]] const Value* find(std::string_view key) {
    const auto found = by_key_.find(key);
    if (found == by_key_.end()) {
      return nullptr;
    }
    entries_.splice(entries_.begin(), entries_, found->second);
    return &found->second->value;
  }

  /// In place of what was kept under that key.
  void put(std::string key, Value value, std::size_t bytes) {
    if (const auto found = by_key_.find(key); found != by_key_.end()) {
      erase(found->second);
    }
    entries_.push_front({std::move(key), std::move(value), bytes});
    by_key_.emplace(entries_.front().key, entries_.begin());
    bytes_ += bytes;
    while (bytes_ > bytes_max_ && entries_.size() > 1) {
      erase(std::prev(entries_.end()));
    }
  }

 private:
  struct Entry {
    std::string key;
    Value value;
    std::size_t bytes = 0;
  };
  using Entries = std::list<Entry>;  ///< most recently used first

  void erase(typename Entries::iterator entry) {
    bytes_ -= entry->bytes;
    by_key_.erase(entry->key);
    entries_.erase(entry);
  }

  std::size_t bytes_max_;
  std::size_t bytes_ = 0;
  Entries entries_;
  std::unordered_map<std::string_view, typename Entries::iterator> by_key_;  ///< into entries_
};

}  // namespace langnghe::api
