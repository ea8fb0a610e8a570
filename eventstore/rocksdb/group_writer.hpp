#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <rocksdb/write_batch.h>

#include <ledger/engine/key_entry.hpp>

#include "commit_queue.hpp"
#include "database.hpp"
#include "keys.hpp"
#include "lookup.hpp"
#include "recent_map.hpp"

namespace langnghe::eventstore {

using LedgerStates = std::map<std::string, LedgerState>;

/// Decides the commits of a group one after the other and writes what they make in one batch, which
/// is durable only after the next sync. What it knows moves on with the write: so a group is
/// decided on what may yet be lost, and its answers must wait for the sync. One thread at a time,
/// but for `groups_written`.
class GroupWriter {
 public:
  GroupWriter(const Database& database, const LedgerStates& ledgers);

  /// Fills in the answers, `written` and `sizes`. False: the write failed; the writer must not be
  /// used again.
  [[nodiscard]] bool write(CommitGroup& group);

  /// Any thread: what this many groups wrote is seen by reads that begin afterwards.
  [[nodiscard]] std::uint64_t groups_written() const { return groups_written_; }

 private:
  struct Ledger {
    LedgerState stored;
    LedgerState next;  // with the commits of this group
    bool changed = false;
  };
  struct KeyHash {
    std::size_t operator()(const HashedKey* key) const { return key->hash; }
  };
  struct KeyEqual {
    bool operator()(const HashedKey* left, const HashedKey* right) const { return *left == *right; }
  };
  template <class Value>
  using InGroup = std::unordered_map<const HashedKey*, Value, KeyHash, KeyEqual>;

  [[nodiscard]] StoreResult<Committed> decide(Request& request);
  /// A key of a commit of this group.
  struct KeyInGroup {
    std::size_t request;  // index into fresh_
    std::size_t key;      // index into its keys
  };

  [[nodiscard]] StoreResult<std::optional<Committed>> known_answer(const Request& request) const;
  [[nodiscard]] StoreResult<std::optional<KeyEntry>> known_entry(const PreparedKey& key,
                                                                 std::uint64_t checked_after) const;
  [[nodiscard]] StoreResult<Version> head_of(const PreparedStream& stream,
                                             std::uint64_t checked_after) const;
  Ledger& ledger(const LedgerId& id);
  void begin_group();
  void put(const PreparedCommit& commit, const Committed& result);
  void put_ledgers();
  void put(rocksdb::ColumnFamilyHandle* family, std::string_view key, std::string_view value);
  [[nodiscard]] std::vector<LedgerSize> end_group();

  const Database& database_;
  Lookup lookup_;
  std::atomic<std::uint64_t> groups_written_ = 0;

  std::map<std::string, Ledger> ledgers_;
  RecentMap<KeyEntry> recent_keys_;
  RecentMap<Version> recent_heads_;

  // Of the group at hand.
  rocksdb::WriteBatch batch_;
  std::vector<std::pair<LedgerId, Ledger*>> changed_;
  std::vector<std::pair<Request*, Committed>> fresh_;  // those that write something
  InGroup<KeyInGroup> keys_;
  InGroup<Version> heads_;

  std::string key_;  // reused, so that a group's puts do not allocate
  std::string value_;
};

}  // namespace langnghe::eventstore
