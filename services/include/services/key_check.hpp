#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <vector>

#include <api/trouble.hpp>
#include <following/supervisor.hpp>
#include <ledger/reader.hpp>
#include <vault/vault.hpp>

namespace langnghe::tools {

/// The vault's keys of the people a ledger knows and has not erased.
struct KeyFindings {
  std::uint64_t residents = 0;
  std::uint64_t missing = 0;  ///< no key: what was sealed for them cannot be opened
  std::uint64_t damaged = 0;  ///< a file that is no key under this master key
  /// Destroyed for good, though this ledger knows of no decision: it is older than the vault.
  std::uint64_t destroyed = 0;
  std::string first{};  ///< the first resident whose key is lost

  [[nodiscard]] std::uint64_t lost() const { return missing + damaged; }
};

/// Unwraps the key of every resident. Reads the ledger whole. Throws std::runtime_error where that
/// cannot be read.
[[nodiscard]] KeyFindings check_keys(eventstore::LedgerReader& store,
                                     const eventstore::LedgerId& ledger, eventstore::Vault& vault,
                                     const std::stop_token& stop = {});

/// For a person.
[[nodiscard]] std::string describe(const KeyFindings& findings);

/// Checks all keys at the start and again and again while it is served: a consumer of each ledger,
/// which knows the residents it has read of.
class KeyWatch {
 public:
  /// All must outlive it.
  KeyWatch(eventstore::LedgerReader& store, eventstore::Vault& vault, std::chrono::hours every,
           eventstore::Supervisor& supervisor);
  ~KeyWatch();

  /// Waits for the end of the first check of every ledger there is, at most so long.
  void wait_for_first(std::chrono::milliseconds patience);

  /// Any thread.
  [[nodiscard]] std::vector<api::Trouble> troubles() const;
  /// Of all ledgers together.
  [[nodiscard]] KeyFindings findings() const;

 private:
  class OfLedger;
  /// The end of the last check of a ledger.
  struct Checked {
    KeyFindings findings{};
    std::string fault{};  ///< the ledger could not be read
  };
  void note(const eventstore::LedgerId& ledger, Checked checked);

  eventstore::LedgerReader& store_;
  eventstore::Vault& vault_;
  const std::chrono::hours every_;
  mutable std::mutex mutex_;  ///< guards checked_
  std::condition_variable changed_;
  std::map<eventstore::LedgerId, Checked> checked_;
  std::map<eventstore::LedgerId, std::unique_ptr<OfLedger>> ledgers_;
  std::unique_ptr<eventstore::Following> following_;  // last: its consumers are those of ledgers_
};

}  // namespace langnghe::tools
