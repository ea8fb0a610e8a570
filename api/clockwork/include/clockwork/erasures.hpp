#pragma once

#include <expected>
#include <map>
#include <memory>
#include <string>

#include <attachments/attachments.hpp>
#include <following/supervisor.hpp>
#include <ledger/reader.hpp>
#include <projections/views.hpp>
#include <vault/vault.hpp>

namespace langnghe::clockwork {

/// Destroys the key of every resident whose erasure stands in a ledger, then takes the ciphertext
/// of their files away. The ledger decides and the
/// vault follows: whoever was killed between the two finds it here at the next start.
///
///   Erasures erasures(store, vault, views);
///   if (auto done = erasures.carry_out(); !done) …               // before serving
///   const auto following = supervisor.follow(erasures.plan());   // from then on
class Erasures {
 public:
  /// All must outlive it.
  /// `files` may be absent: the ciphertext of files then stays, and cannot be read.
  Erasures(eventstore::LedgerReader& store, eventstore::Vault& vault, projections::Views& views,
           eventstore::Attachments* files = nullptr);
  ~Erasures();

  /// Looks at every ledger up to its present end, from where it last stopped; the first time at
  /// every resident. An error is for the log: nothing is passed over, the next call begins there
  /// again. Not beside a following.
  [[nodiscard]] std::expected<void, std::string> carry_out();

  /// Follows all ledgers; the erasures must outlive the following.
  [[nodiscard]] eventstore::FollowingPlan plan();

 private:
  class OfLedger;
  [[nodiscard]] eventstore::Consumer* of(const eventstore::LedgerId& ledger);

  eventstore::LedgerReader& store_;
  eventstore::Vault& vault_;
  projections::Views& views_;
  eventstore::Attachments* files_;
  std::map<eventstore::LedgerId, std::unique_ptr<OfLedger>> ledgers_;
};

}  // namespace langnghe::clockwork
