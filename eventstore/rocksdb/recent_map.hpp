#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <utility>

#include <ledger/engine/hashed_key.hpp>

namespace langnghe::eventstore {

/// The entries written since some group ("the floor"), with a bound on their number: two
/// generations, of which the older is dropped whole. Whoever looked into the database after the
/// floor needs to look only here for what has changed since. Belongs to the sequencer's thread.
template <class Value>
class RecentMap {
 public:
  explicit RecentMap(std::size_t generation_max) : generation_max_(generation_max) {}

  [[nodiscard]] const Value* find(const HashedKey& key) const {
    for (const auto* generation : {&young_, &old_}) {
      if (const auto found = generation->find(key); found != generation->end()) {
        return &found->second;
      }
    }
    return nullptr;
  }

  /// Is everything here that was written after this group?
  [[nodiscard]] bool covers(std::uint64_t group) const { return group >= old_since_; }

  void put(HashedKey key, Value value) {
    young_.insert_or_assign(std::move(key), std::move(value));
  }

  /// To be called after each group, with its number.
  void end_group(std::uint64_t group) {
    if (young_.size() < generation_max_) {
      return;
    }
    old_.swap(young_);
    young_.clear();
    old_since_ = young_since_;
    young_since_ = group;
  }

 private:
  using Generation = std::unordered_map<HashedKey, Value, HashedKeyHash>;

  std::size_t generation_max_;
  Generation young_;
  Generation old_;
  std::uint64_t young_since_ = 0;  // young_ holds what was written after this group
  std::uint64_t old_since_ = 0;
};

}  // namespace langnghe::eventstore
