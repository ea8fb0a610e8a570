#include "lookup.hpp"

#include <limits>
#include <memory>

#include "keys.hpp"

namespace langnghe::eventstore {
namespace {

constexpr Version kLastVersion{std::numeric_limits<std::uint64_t>::max()};

StoreError corrupt(std::string context) {
  return {StoreErrorCode::corrupt, std::move(context), {}, {}};
}

}  // namespace

StoreResult<std::optional<KeyEntry>> Lookup::find_key(const HashedKey& key) const {
  rocksdb::PinnableSlice value;
  const rocksdb::Status status =
      database_.db().Get(rocksdb::ReadOptions(), database_.keys(), key.bytes, &value);
  if (status.IsNotFound()) {
    return std::nullopt;
  }
  if (!status.ok()) {
    return std::unexpected(to_store_error(status, "reading an idempotency key"));
  }
  auto entry = read_key_entry({value.data(), value.size()});
  if (!entry) {
    return std::unexpected(corrupt("the entry of an idempotency key is too short"));
  }
  return entry;
}

StoreResult<Version> Lookup::head_of(const HashedKey& stream, Version guess) const {
  const auto right = is_at(stream.bytes, guess);
  if (!right) {
    return std::unexpected(right.error());
  }
  return *right ? guess : seek_head(stream.bytes);
}

StoreResult<bool> Lookup::has_version(std::string_view stream, Version version) const {
  rocksdb::PinnableSlice value;
  const rocksdb::Status status = database_.db().Get(rocksdb::ReadOptions(), database_.streams(),
                                                    version_key(stream, version), &value);
  if (!status.ok() && !status.IsNotFound()) {
    return std::unexpected(to_store_error(status, "reading the stream index"));
  }
  return status.ok();
}

// Versions have no gaps, so a stream is at the version that is there while the next one is not.
StoreResult<bool> Lookup::is_at(std::string_view stream, Version version) const {
  if (version == kLastVersion) {
    return false;
  }
  const auto beyond = has_version(stream, {version.value + 1});
  if (!beyond || *beyond) {
    return beyond ? StoreResult<bool>(false) : beyond;
  }
  return version == kAbsent ? StoreResult<bool>(true) : has_version(stream, version);
}

StoreResult<Version> Lookup::seek_head(std::string_view stream) const {
  const std::unique_ptr<rocksdb::Iterator> at(
      database_.db().NewIterator(rocksdb::ReadOptions(), database_.streams()));
  at->SeekForPrev(version_key(stream, kLastVersion));
  if (!at->Valid()) {
    if (!at->status().ok()) {
      return std::unexpected(to_store_error(at->status(), "seeking in the stream index"));
    }
    return kAbsent;
  }
  const std::string_view key(at->key().data(), at->key().size());
  if (!key.starts_with(stream)) {
    return kAbsent;
  }
  if (key.size() != stream.size() + kNumberBytes) {
    return std::unexpected(corrupt("a key of the stream index has a wrong length"));
  }
  return Version{read_number(key.substr(stream.size()))};
}

}  // namespace langnghe::eventstore
