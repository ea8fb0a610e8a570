#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include <ledger/types.hpp>

namespace langnghe::eventstore {

/// A key of the engines with its hash, worked out once, on the caller's thread.
struct HashedKey {
  std::string bytes;
  std::size_t hash = 0;

  HashedKey() = default;
  explicit HashedKey(std::string key)
      : bytes(std::move(key)), hash(std::hash<std::string_view>{}(bytes)) {}
  bool operator==(const HashedKey& other) const {
    return hash == other.hash && bytes == other.bytes;
  }
};

struct HashedKeyHash {
  std::size_t operator()(const HashedKey& key) const { return key.hash; }
};

// NUL is in no ledger id and no stream name, so no key is the beginning of another's.

/// `ledger NUL stream NUL`; with a version behind it, a key of the stream index.
[[nodiscard]] inline HashedKey stream_key(const LedgerId& ledger, const StreamName& stream) {
  std::string bytes;
  bytes.reserve(ledger.value.size() + stream.value.size() + 2 + sizeof(std::uint64_t));
  bytes.append(ledger.value).push_back('\0');
  bytes.append(stream.value).push_back('\0');
  return HashedKey(std::move(bytes));
}

/// `ledger NUL key`; the key comes last, so it may hold any byte.
[[nodiscard]] inline HashedKey idempotency_key(const LedgerId& ledger, std::string_view key) {
  std::string bytes;
  bytes.reserve(ledger.value.size() + 1 + key.size());
  bytes.append(ledger.value).push_back('\0');
  bytes.append(key);
  return HashedKey(std::move(bytes));
}

}  // namespace langnghe::eventstore
