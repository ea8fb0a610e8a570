#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include <api/trouble.hpp>
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

/// Checks all keys at the start and again and again while it is served. A thread of its own.
class KeyWatch {
 public:
  /// Both must outlive it.
  KeyWatch(eventstore::LedgerReader& store, eventstore::Vault& vault, std::chrono::hours every);

  /// Waits for the end of the first check, at most so long.
  void wait_for_first(std::chrono::milliseconds patience);

  /// Any thread.
  [[nodiscard]] std::vector<api::Trouble> troubles() const;
  [[nodiscard]] KeyFindings findings() const;

 private:
  void run(const std::stop_token& stop);
  void look(const std::stop_token& stop);

  eventstore::LedgerReader& store_;
  eventstore::Vault& vault_;
  const std::chrono::hours every_;
  mutable std::mutex mutex_;  ///< guards what follows
  std::condition_variable_any changed_;
  std::vector<api::Trouble> troubles_;
  KeyFindings findings_;  ///< of all ledgers together
  bool looked_ = false;
  std::jthread thread_;  // last: uses all of the above
};

}  // namespace langnghe::tools
