#pragma once

#include <cstdint>
#include <expected>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <domain/ids.hpp>
#include <ledger/reader.hpp>
#include <vault/vault.hpp>

#include "cases/case_throttle.hpp"

namespace langnghe::api {

/// Finds a case of any ward by its code. Codes follow from a key of each ledger, which is kept in
/// the vault's folder; nothing of them is in a ledger. What is known here is made again from the
/// ledgers after a start, with the first code that is asked for. Thread-safe.
class CaseBook {
 public:
  explicit CaseBook(const Limits& limits) : throttle_(limits) {}

  struct Place {
    eventstore::LedgerId ledger;
    domain::IssueId issue;
  };
  struct Found {
    Place place;
    bool is_meant = false;  ///< else it stands in for a code of no case
  };
  /// The reason, for the log.
  using Fault = std::string;

  /// The code as it is read (`read_case_code`). Nothing only while there are no cases at all: a
  /// code of none is answered with some case that has a phone, so that whoever asks does the same
  /// for it.
  [[nodiscard]] std::expected<std::optional<Found>, Fault> find(eventstore::LedgerReader& store,
                                                                eventstore::Vault& vault,
                                                                std::string_view code);
  [[nodiscard]] std::expected<std::string, Fault> code_of(eventstore::Vault& vault,
                                                          const eventstore::LedgerId& ledger,
                                                          const domain::IssueId& issue);
  /// Opens a seal of no meaning: as much work as opening a phone that is there.
  void open_nothing(eventstore::Vault& vault, const eventstore::LedgerId& ledger);

  [[nodiscard]] CaseThrottle& throttle() { return throttle_; }

 private:
  struct OfLedger {
    eventstore::SecretKey key;
    std::string nothing;  ///< sealed
    std::uint64_t next = 0;
    std::set<std::string, std::less<>> with_phone;  ///< residents
  };
  [[nodiscard]] std::expected<OfLedger*, Fault> of(eventstore::Vault& vault,
                                                   const eventstore::LedgerId& ledger);
  [[nodiscard]] std::expected<void, Fault> catch_up(eventstore::LedgerReader& store,
                                                    eventstore::Vault& vault);
  void take(const eventstore::LedgerId& ledger, OfLedger& own, std::string_view bytes);

  CaseThrottle throttle_;
  std::mutex mutex_;  ///< guards the members below
  std::map<eventstore::LedgerId, std::unique_ptr<OfLedger>> ledgers_;
  std::unordered_map<std::string, Place> places_;
  std::vector<Place> stand_ins_;  ///< with a phone, the first of them
  std::optional<Place> first_;    ///< where none has a phone
};

}  // namespace langnghe::api
