#pragma once

#include <cstdint>
#include <expected>
#include <map>
#include <string>

#include <attachments/attachments.hpp>
#include <ledger/reader.hpp>
#include <projections/views.hpp>
#include <vault/vault.hpp>

namespace langnghe::clockwork {

/// Destroys the key of every resident whose erasure stands in a ledger, then takes the ciphertext
/// of their files away. The ledger decides and the
/// vault follows: whoever was killed between the two finds it here at the next start.
///
///   Erasures erasures(store, vault, views);
///   if (auto done = erasures.follow(); !done) …    // before serving, and again and again
class Erasures {
 public:
  /// All must outlive it. Belongs to one thread.
  /// `files` may be absent: the ciphertext of files then stays, and cannot be read.
  Erasures(eventstore::LedgerReader& store, eventstore::Vault& vault, projections::Views& views,
           eventstore::Attachments* files = nullptr);

  /// Looks at every ledger from where it last stopped; the first time at every resident. An error
  /// is for the log: nothing is passed over, the next call begins there again.
  [[nodiscard]] std::expected<void, std::string> follow();

 private:
  std::expected<void, std::string> begin(const eventstore::LedgerId& ledger);
  std::expected<void, std::string> read_on(const eventstore::LedgerId& ledger);
  std::expected<void, std::string> destroy(const eventstore::LedgerId& ledger,
                                           std::string_view resident);

  eventstore::LedgerReader& store_;
  eventstore::Vault& vault_;
  projections::Views& views_;
  eventstore::Attachments* files_;
  std::map<eventstore::LedgerId, std::uint64_t> seen_;  ///< records looked at
};

}  // namespace langnghe::clockwork
