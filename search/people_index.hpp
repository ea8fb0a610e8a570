#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <search/issue_search.hpp>

#include <following/consumer.hpp>
#include <ledger/reader.hpp>
#include <vault/vault.hpp>

#include "index_file.hpp"
#include "sqlite.hpp"

namespace langnghe::search {

/// One ledger's people as a consumer of the ledger, and whoever looks for one of them, on any
/// thread. A SQLite file with one row for each mark of each person:
///
///   marks  mark, resident
///   meta   form of the file, ledger, a mark of the key it was made with, checkpoint
class PeopleIndex final : public eventstore::Consumer {
 public:
  PeopleIndex(eventstore::LedgerReader& store, eventstore::Vault& vault,
              eventstore::LedgerId ledger, std::filesystem::path file);

  [[nodiscard]] std::string_view name() const override { return "people_search"; }
  [[nodiscard]] eventstore::Outcome begin(const std::stop_token& stop) override;
  [[nodiscard]] eventstore::Position checkpoint() const override;
  [[nodiscard]] eventstore::Outcome take(const eventstore::Records& records) override;

  /// Any thread.
  [[nodiscard]] bool wait_for(std::uint64_t size, std::chrono::steady_clock::time_point deadline);
  [[nodiscard]] std::expected<std::vector<domain::ResidentId>, SearchFault> find(
      std::uint64_t size, std::string_view text);

 private:
  using Marks = std::expected<std::vector<std::string>, eventstore::Failure>;

  // Each of these under mutex_.
  void open();
  [[nodiscard]] bool is_as_written();
  void make_tables();
  void write(const std::string& resident, const std::vector<std::string>& marks);

  /// Of the person as the ledger knows them now; none of whom nobody may find.
  [[nodiscard]] Marks marks_now(const std::string& resident);
  [[nodiscard]] std::expected<std::string, eventstore::Failure> opened(
      const std::string& resident, std::string_view field,
      const std::optional<domain::SealedText>& sealed);

  eventstore::LedgerReader& store_;
  eventstore::Vault& vault_;
  const eventstore::LedgerId ledger_;
  const std::filesystem::path file_;
  const eventstore::BlindKey key_;

  mutable std::mutex mutex_;  ///< guards the members below: people are looked for seldom
  std::condition_variable moved_;
  std::unique_ptr<Connection> connection_;
  std::optional<Checkpoint> checkpoint_;  ///< nothing while the file is closed
  bool is_damaged_ = false;
  bool must_empty_log_ = false;  ///< bytes of what was removed are still in the log
};

}  // namespace langnghe::search
