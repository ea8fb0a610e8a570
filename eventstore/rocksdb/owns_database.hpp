#pragma once

#include <functional>

#include "database.hpp"

namespace langnghe::eventstore {

/// The interface of the durable engine for this folder, beside EventStore: backup and scrub work
/// on the whole database, not on events.
class OwnsDatabase {
 public:
  OwnsDatabase() = default;
  OwnsDatabase(const OwnsDatabase&) = delete;
  OwnsDatabase& operator=(const OwnsDatabase&) = delete;
  virtual ~OwnsDatabase() = default;
  /// The database stays open meanwhile. False: it cannot be had, and nothing was called.
  [[nodiscard]] virtual bool with_database(
      const std::function<void(const Database&)>& use) const = 0;
};

}  // namespace langnghe::eventstore
