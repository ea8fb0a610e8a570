#pragma once

#include <optional>
#include <string_view>

#include <ledger/engine/hashed_key.hpp>
#include <ledger/engine/key_entry.hpp>
#include <ledger/error.hpp>

#include "database.hpp"

namespace langnghe::eventstore {

/// Point questions to the stored indexes. Any thread.
class Lookup {
 public:
  explicit Lookup(const Database& database) : database_(database) {}

  [[nodiscard]] StoreResult<std::optional<KeyEntry>> find_key(const HashedKey& key) const;

  /// The version a stream is at. With a right guess (kAbsent when there is no better one) the
  /// answer comes from the Bloom filters and at most one point read, else from a seek.
  [[nodiscard]] StoreResult<Version> head_of(const HashedKey& stream, Version guess) const;

 private:
  [[nodiscard]] StoreResult<bool> has_version(std::string_view stream, Version version) const;
  [[nodiscard]] StoreResult<bool> is_at(std::string_view stream, Version version) const;
  [[nodiscard]] StoreResult<Version> seek_head(std::string_view stream) const;

  const Database& database_;
};

}  // namespace langnghe::eventstore
