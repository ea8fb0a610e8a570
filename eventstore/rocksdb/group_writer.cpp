#include "group_writer.hpp"

#include <algorithm>
#include <utility>

#include <ledger/limits.hpp>
#include <ledger/verify.hpp>

#include "settings.hpp"

namespace langnghe::eventstore {
namespace {

// The size that a typical group needs; RocksDB's batch grows beyond it and keeps what it has.
constexpr std::size_t kBatchReserve = std::size_t{256} << 10;

}  // namespace

GroupWriter::GroupWriter(const Database& database, const LedgerStates& ledgers)
    : database_(database),
      lookup_(database),
      recent_keys_(kRecentMax),
      recent_heads_(kRecentMax),
      batch_(kBatchReserve, 0, kProtectionBytesPerKey, 0) {
  for (const auto& [id, state] : ledgers) {
    ledgers_[id].stored = state;
  }
}

bool GroupWriter::write(CommitGroup& group) {
  begin_group();
  for (Request* const request : group.requests) {
    request->answer = decide(*request);
  }
  if (fresh_.empty()) {
    return true;
  }
  put_ledgers();
  const rocksdb::Status status = database_.db().Write(ordered_write(), &batch_);
  if (!status.ok()) {
    group.refuse_all(to_store_error(status, "writing the ledger").context);
    return false;
  }
  group.written = true;
  group.sizes = end_group();
  return true;
}

StoreResult<Committed> GroupWriter::decide(Request& request) {
  auto known = known_answer(request);
  if (!known) {
    return std::unexpected(std::move(known.error()));
  }
  if (*known) {
    return **known;
  }
  PreparedCommit& commit = request.commit;
  for (PreparedStream& stream : commit.streams) {
    const auto head = head_of(stream, request.checked_after);
    if (!head) {
      return std::unexpected(head.error());
    }
    stream.head = *head;
  }
  if (auto conflict = first_conflict(commit)) {
    return std::unexpected(std::move(*conflict));
  }
  Ledger& target = ledger(commit.ledger);
  const Committed result{{target.next.size}, commit.events.size(), false};
  if (!commit.events.empty()) {
    target.next.last_recorded = std::max(target.next.last_recorded, commit.recorded);
    target.next.size += commit.events.size();
    number_events(commit, target.next.last_recorded);
  }
  put(commit, result);
  for (std::size_t at = 0; at < commit.keys.size(); ++at) {
    keys_.emplace(&commit.keys[at].key, KeyInGroup{fresh_.size(), at});
  }
  for (const PreparedStream& stream : commit.streams) {
    if (stream.written) {
      heads_.insert_or_assign(&stream.key, stream.head);
    }
  }
  fresh_.emplace_back(&request, result);
  return result;
}

StoreResult<std::optional<Committed>> GroupWriter::known_answer(const Request& request) const {
  const std::vector<PreparedKey>& keys = request.commit.keys;
  for (const PreparedKey& key : keys) {
    const auto known = known_entry(key, request.checked_after);
    if (!known) {
      return std::unexpected(known.error());
    }
    if (*known && keys.size() > 1) {
      return std::unexpected(key_was_used());
    }
    if (*known) {
      return answer_again(**known, key.request_hash);
    }
  }
  return std::nullopt;
}

StoreResult<std::optional<KeyEntry>> GroupWriter::known_entry(const PreparedKey& key,
                                                              std::uint64_t checked_after) const {
  if (const auto same_group = keys_.find(&key.key); same_group != keys_.end()) {
    const auto& [request, result] = fresh_[same_group->second.request];
    const auto& known = request->commit.keys;
    const Committed first = answers_of(known, result.first)[same_group->second.key];
    return KeyEntry{first.first, first.events, known[same_group->second.key].request_hash};
  }
  if (const KeyEntry* const recent = recent_keys_.find(key.key)) {
    return *recent;
  }
  if (recent_keys_.covers(checked_after)) {
    return std::nullopt;  // its caller has looked, and nothing was written since
  }
  return lookup_.find_key(key.key);
}

StoreResult<Version> GroupWriter::head_of(const PreparedStream& stream,
                                          std::uint64_t checked_after) const {
  if (const auto same_group = heads_.find(&stream.key); same_group != heads_.end()) {
    return same_group->second;
  }
  if (const Version* const recent = recent_heads_.find(stream.key)) {
    return *recent;
  }
  if (recent_heads_.covers(checked_after)) {
    return stream.head;  // as its caller found it
  }
  return lookup_.head_of(stream.key, stream.head);
}

GroupWriter::Ledger& GroupWriter::ledger(const LedgerId& id) {
  Ledger& found = ledgers_[id.value];
  if (!found.changed) {
    found.changed = true;
    found.next = found.stored;
    changed_.emplace_back(id, &found);
  }
  return found;
}

void GroupWriter::begin_group() {
  batch_.Clear();
  changed_.clear();
  fresh_.clear();
  keys_.clear();
  heads_.clear();
}

// All that one commit adds to the ledger. Its tree is kept beside it, in proof/.
void GroupWriter::put(const PreparedCommit& commit, const Committed& result) {
  Position position = result.first;
  for (const PreparedEvent& event : commit.events) {
    const PreparedStream& stream = commit.streams[event.stream];
    assign_record_key(key_, commit.ledger, position);
    put(database_.records(), key_, event.record.bytes);
    assign_version_key(key_, stream.key.bytes, event.version);
    value_.clear();
    append_number(value_, position.value);
    put(database_.streams(), key_, value_);
    ++position.value;
  }
  position = result.first;
  for (const PreparedKey& key : commit.keys) {
    assign_key_entry(value_, position, key.events, key.request_hash);
    put(database_.keys(), key.key.bytes, value_);
    position.value += key.events;
  }
}

void GroupWriter::put_ledgers() {
  for (const auto& [id, ledger] : changed_) {
    assign_ledger_state(value_, ledger->next);
    put(database_.meta(), ledger_state_key(id), value_);
  }
}

void GroupWriter::put(rocksdb::ColumnFamilyHandle* family, std::string_view key,
                      std::string_view value) {
  const rocksdb::Status status = batch_.Put(family, key, value);
  VERIFY(status.ok());  // an in-memory batch without a limit refuses nothing that is well formed
}

// The batch can be read, and everything behind it in the log: what we know moves on.
std::vector<LedgerSize> GroupWriter::end_group() {
  keys_.clear();
  heads_.clear();
  const std::uint64_t group = groups_written_ + 1;
  for (auto& [request, result] : fresh_) {
    PreparedCommit& commit = request->commit;
    Position first = result.first;
    for (PreparedKey& key : commit.keys) {
      recent_keys_.put(std::move(key.key), {first, key.events, std::move(key.request_hash)});
      first.value += key.events;
    }
    for (PreparedStream& stream : commit.streams) {
      if (stream.written) {
        recent_heads_.put(std::move(stream.key), stream.head);
      }
    }
  }
  recent_keys_.end_group(group);
  recent_heads_.end_group(group);
  std::vector<LedgerSize> sizes;
  sizes.reserve(changed_.size());
  for (auto& [id, ledger] : changed_) {
    ledger->stored = ledger->next;
    ledger->changed = false;
    sizes.push_back({id, ledger->stored.size});
  }
  groups_written_ = group;
  return sizes;
}

}  // namespace langnghe::eventstore
