#pragma once

#include <cstddef>
#include <cstdint>
#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include <ledger/types.hpp>

namespace langnghe::command {

/// States of streams at a version, kept so that a command folds only what came after. Records
/// never change, so an entry is never wrong, only old. Keeps the `most` that were used last.
/// Thread-safe.
template <class State>
class StateCache {
 public:
  struct Entry {
    eventstore::Version version;
    State state;
    std::uint64_t ledger_size = 0;  ///< with the last record that is folded in
  };

  explicit StateCache(std::size_t most) : most_(most) {}

  [[nodiscard]] std::optional<Entry> find(const eventstore::LedgerId& ledger,
                                          const eventstore::StreamName& stream) {
    const std::lock_guard lock(mutex_);
    const auto found = places_.find(key_of(ledger, stream));
    if (found == places_.end()) {
      return std::nullopt;
    }
    used_.splice(used_.begin(), used_, found->second);
    return found->second->entry;
  }

  /// Of two versions of a stream the later one stays.
  void put(const eventstore::LedgerId& ledger, const eventstore::StreamName& stream, Entry entry) {
    auto key = key_of(ledger, stream);
    const std::lock_guard lock(mutex_);
    if (const auto found = places_.find(key); found != places_.end()) {
      if (found->second->entry.version < entry.version) {
        found->second->entry = std::move(entry);
      }
      return;
    }
    used_.push_front({key, std::move(entry)});
    places_.emplace(std::move(key), used_.begin());
    if (used_.size() > most_) {
      places_.erase(used_.back().key);
      used_.pop_back();
    }
  }

 private:
  struct Place {
    std::string key;
    Entry entry;
  };

  static std::string key_of(const eventstore::LedgerId& ledger,
                            const eventstore::StreamName& stream) {
    return ledger.value + '/' + stream.value;  // neither name holds a slash
  }

  const std::size_t most_;
  std::mutex mutex_;       // guards everything below
  std::list<Place> used_;  // the last used first
  std::unordered_map<std::string, typename std::list<Place>::iterator> places_;
};

}  // namespace langnghe::command
