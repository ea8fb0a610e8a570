#pragma once

#include "rocksdb/database.hpp"

namespace langnghe::eventstore {

/// What a store of the durable engine shows to this folder beside EventStore: backup and scrub work
/// on the whole database, not on events.
class OwnsDatabase {
 public:
  OwnsDatabase() = default;
  OwnsDatabase(const OwnsDatabase&) = delete;
  OwnsDatabase& operator=(const OwnsDatabase&) = delete;
  virtual ~OwnsDatabase() = default;
  [[nodiscard]] virtual const Database& database() const = 0;
};

}  // namespace langnghe::eventstore
