#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <search/issue_search.hpp>

#include <domain/ids.hpp>
#include <following/supervisor.hpp>
#include <ledger/reader.hpp>
#include <vault/vault.hpp>

namespace langnghe::search {

/// Finds people by words of their name or by their phone number, each ledger's in a file of its own
/// in which neither stands: it holds marks (`eventstore::BlindKey`) that say nothing without the
/// master key. Whoever is erased, withheld or anonymous is not in it.
///
/// Whoever asks it must be somebody who may read the people it finds, and who said why.
/// Thread-safe.
class PeopleSearch {
 public:
  /// Makes the folder when it follows. All must outlive it.
  PeopleSearch(eventstore::LedgerReader& store, eventstore::Vault& vault,
               std::filesystem::path directory);
  PeopleSearch(const PeopleSearch&) = delete;
  PeopleSearch& operator=(const PeopleSearch&) = delete;
  /// Stops following.
  ~PeopleSearch();

  /// Follows all ledgers under a supervisor that outlives it. Called once.
  void follow(eventstore::Supervisor& supervisor,
              std::function<void(const eventstore::ConsumerState&)> on_failure = {});

  /// Waits until the ledger's index holds `size` records; false when the deadline passes first.
  [[nodiscard]] bool wait_for(const eventstore::LedgerId& ledger, std::uint64_t size,
                              std::chrono::steady_clock::time_point deadline);

  /// Can anybody be looked for by this: words of a name, a phone number, or its last four digits?
  [[nodiscard]] static bool is_query(std::string_view text);

  /// The people whose name has all the words and whose phone number is the one given, in the order
  /// of their identifiers; as the ledger stands now.
  [[nodiscard]] std::expected<std::vector<domain::ResidentId>, SearchFault> find(
      const eventstore::LedgerId& ledger, std::uint64_t size, std::string_view text);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace langnghe::search
