#include "reader.hpp"

#include <algorithm>
#include <limits>
#include <memory>
#include <span>
#include <string>

#include <ledger/engine/hashed_key.hpp>
#include <ledger/limits.hpp>

#include "keys.hpp"

namespace langnghe::eventstore {
namespace {

StoreError corrupt(std::string context) {
  return {StoreErrorCode::corrupt, std::move(context), {}, {}};
}

// A long scan reads ahead (event-stores.md section 8.4: automatic readahead stops at 256 KiB) and
// leaves the cache to the point reads. A short one, at the tail, is served by the memtable.
rocksdb::ReadOptions scan_options(std::uint64_t records, const rocksdb::Slice& end) {
  constexpr std::uint64_t kLongScan = 256;
  rocksdb::ReadOptions options;
  options.iterate_upper_bound = &end;
  if (records > kLongScan) {
    options.readahead_size = std::size_t{2} << 20;
    options.fill_cache = false;
  }
  return options;
}

StoreResult<void> append_records(const Database& database, const LedgerId& ledger,
                                 std::span<const Position> positions,
                                 std::vector<Record>& records) {
  std::vector<std::string> keys;
  keys.reserve(positions.size());
  for (const Position position : positions) {
    keys.push_back(record_key(ledger, position));
  }
  const std::vector<rocksdb::Slice> slices(keys.begin(), keys.end());
  std::vector<rocksdb::PinnableSlice> values(keys.size());
  std::vector<rocksdb::Status> statuses(keys.size());
  database.db().MultiGet(rocksdb::ReadOptions(), database.records(), keys.size(), slices.data(),
                         values.data(), statuses.data(), true);
  for (std::size_t at = 0; at < keys.size(); ++at) {
    if (statuses[at].IsNotFound()) {
      return std::unexpected(corrupt("the stream index names position " +
                                     std::to_string(positions[at].value) +
                                     ", where there is no record"));
    }
    if (!statuses[at].ok()) {
      return std::unexpected(to_store_error(statuses[at], "reading a record"));
    }
    records.push_back({positions[at], values[at].ToString()});
  }
  return {};
}

}  // namespace

StoreResult<std::vector<Record>> Reader::read_ledger(const LedgerId& ledger, Position from,
                                                     std::size_t limit, std::uint64_t size) const {
  std::vector<Record> records;
  if (from.value >= size) {
    return records;
  }
  records.reserve(std::min({limit, kReadLimitMax, size - from.value}));
  const auto visited = visit_ledger(ledger, from, std::min(limit, kReadLimitMax), size,
                                    [&records](Position position, std::string_view bytes) {
                                      records.push_back({position, std::string(bytes)});
                                      return true;
                                    });
  if (!visited) {
    return std::unexpected(visited.error());
  }
  return records;
}

StoreResult<std::uint64_t> Reader::visit_ledger(const LedgerId& ledger, Position from,
                                                std::uint64_t limit, std::uint64_t size,
                                                const RecordVisitor& visit) const {
  if (from.value >= size) {
    return 0;
  }
  const std::uint64_t wanted = std::min(limit, size - from.value);
  const std::string end_key = record_key(ledger, {from.value + wanted});
  const rocksdb::Slice end(end_key);
  const std::unique_ptr<rocksdb::Iterator> at(
      database_.db().NewIterator(scan_options(wanted, end), database_.records()));
  const std::size_t prefix_bytes = end_key.size() - kNumberBytes;
  std::uint64_t visited = 0;
  for (at->Seek(record_key(ledger, from)); visited < wanted && at->Valid(); at->Next()) {
    // A key between two that begin with this ledger's name begins with it too: its length and its
    // number tell the rest.
    const rocksdb::Slice key = at->key();
    const Position position{from.value + visited};
    if (key.size() != end_key.size() ||
        read_number({key.data() + prefix_bytes, kNumberBytes}) != position.value) {
      break;
    }
    ++visited;
    if (!visit(position, {at->value().data(), at->value().size()})) {
      return visited;
    }
  }
  if (!at->status().ok()) {
    return std::unexpected(to_store_error(at->status(), "reading the ledger"));
  }
  if (visited < wanted) {
    return std::unexpected(
        corrupt("position " + std::to_string(from.value + visited) + " is missing"));
  }
  return visited;
}

StoreResult<std::vector<Record>> Reader::read_stream(const LedgerId& ledger,
                                                     const StreamName& stream, Version after,
                                                     std::size_t limit, std::uint64_t size) const {
  constexpr std::size_t kTogether = 256;
  const auto positions = positions_of(ledger, stream, after, std::min(limit, kReadLimitMax), size);
  if (!positions) {
    return std::unexpected(positions.error());
  }
  std::vector<Record> records;
  records.reserve(positions->size());
  std::span<const Position> rest(*positions);
  while (!rest.empty()) {
    const auto part = rest.first(std::min(rest.size(), kTogether));
    if (auto read = append_records(database_, ledger, part, records); !read) {
      return std::unexpected(std::move(read.error()));
    }
    rest = rest.subspan(part.size());
  }
  return records;
}

StoreResult<Version> Reader::version_of(const HashedKey& stream, Version head,
                                        std::uint64_t size) const {
  std::string key;
  rocksdb::PinnableSlice value;
  for (; head != kAbsent; --head.value) {
    assign_version_key(key, stream.bytes, head);
    const rocksdb::Status status =
        database_.db().Get(rocksdb::ReadOptions(), database_.streams(), key, &value);
    if (!status.ok()) {
      return std::unexpected(to_store_error(status, "reading the stream index"));
    }
    if (value.size() != kNumberBytes) {
      return std::unexpected(corrupt("an entry of the stream index has a wrong form"));
    }
    if (read_number({value.data(), kNumberBytes}) < size) {
      break;
    }
    value.Reset();
  }
  return head;
}

StoreResult<std::vector<Position>> Reader::positions_of(const LedgerId& ledger,
                                                        const StreamName& stream, Version after,
                                                        std::size_t limit,
                                                        std::uint64_t size) const {
  constexpr Version kLast{std::numeric_limits<std::uint64_t>::max()};
  std::vector<Position> positions;
  if (after == kLast) {
    return positions;
  }
  const std::string prefix = stream_key(ledger, stream).bytes;
  const std::string end_key = version_key(prefix, kLast);
  const rocksdb::Slice end(end_key);
  // Most streams are short whatever the limit, and their entries lie in one block or two: reading
  // ahead would read megabytes for them, and a block that is kept serves their neighbours.
  rocksdb::ReadOptions options;
  options.iterate_upper_bound = &end;
  const std::unique_ptr<rocksdb::Iterator> at(
      database_.db().NewIterator(options, database_.streams()));
  std::string expected = version_key(prefix, {after.value + 1});
  for (at->Seek(expected); positions.size() < limit && at->Valid(); at->Next()) {
    assign_version_key(expected, prefix, {after.value + 1 + positions.size()});
    if (at->key() != expected || at->value().size() != kNumberBytes) {
      return std::unexpected(corrupt("the stream index leaps over a version"));
    }
    const Position position{read_number({at->value().data(), kNumberBytes})};
    if (position.value >= size) {
      break;
    }
    positions.push_back(position);
  }
  if (!at->status().ok()) {
    return std::unexpected(to_store_error(at->status(), "reading the stream index"));
  }
  return positions;
}

}  // namespace langnghe::eventstore
