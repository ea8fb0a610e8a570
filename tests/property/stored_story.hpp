#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include <ledger/store.hpp>
#include <projections/views.hpp>

#include "property/any_story.hpp"

/// A story as it is kept: every event through the codec into a store in memory.
namespace langnghe::domain::spec {

class StoredStory {
 public:
  explicit StoredStory(const Ledger& ledger) : StoredStory(ledger, ledger.events().size()) {}
  /// Its first `size` events alone.
  StoredStory(const Ledger& ledger, std::size_t size);

  [[nodiscard]] std::size_t size() const;
  [[nodiscard]] std::vector<eventstore::Record> records() const;
  /// The events as they are read back.
  [[nodiscard]] std::vector<RecordedEvent> events() const;
  /// The views after the first `size` events.
  [[nodiscard]] std::shared_ptr<const projections::Snapshot> views(std::size_t size) const;
  [[nodiscard]] std::shared_ptr<const projections::Snapshot> views() const { return views(size()); }

 private:
  eventstore::LedgerId id_{"thu"};
  std::unique_ptr<eventstore::EventStore> store_;
};

/// A period of 2021 of any family.
[[nodiscard]] Period any_period();

}  // namespace langnghe::domain::spec
