#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <domain/event.hpp>
#include <ledger/store.hpp>
#include <projections/views.hpp>

/// Ledgers for tests of the views: events go through the codec into a store in memory, so that what
/// is applied has really been stored.
namespace langnghe::test {

[[nodiscard]] domain::Date day(std::string_view text);

class WardLedger {
 public:
  explicit WardLedger(std::string_view name = "tan-quy-dong");

  /// One commit of acts that happened on a day, entered on it or (`recorded`) on a later one.
  void act(std::string_view happened, const std::vector<domain::Emitted>& events,
           std::string_view recorded = {});
  /// The same for one event of one issue.
  void act(std::string_view happened, const std::string& issue, domain::IssueEvent event);
  /// A record that no program can read as an event.
  void store_unknown_event(std::string_view happened);

  /// Another ledger with the first `records` records of this one, one commit for each.
  void copy_to(WardLedger& other, std::uint64_t from, std::uint64_t to) const;

  [[nodiscard]] eventstore::EventStore& store() const { return *store_; }
  [[nodiscard]] const eventstore::LedgerId& id() const { return id_; }
  [[nodiscard]] std::uint64_t size() const { return store_->size(id_).value(); }
  /// The views after all records, made in memory.
  [[nodiscard]] std::shared_ptr<const projections::Snapshot> snapshot() const;

 private:
  void append(eventstore::Commit commit);

  eventstore::LedgerId id_;
  std::unique_ptr<eventstore::EventStore> store_;
  std::uint64_t commits_ = 0;
  std::uint64_t events_ = 0;
};

/// Every row of every projection, by projection and key.
using Rows = std::map<std::string, std::map<std::string, std::string>>;
[[nodiscard]] Rows rows_of(const projections::Snapshot& snapshot);

}  // namespace langnghe::test
