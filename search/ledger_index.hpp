#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <vector>

#include <search/issue_search.hpp>

#include <following/consumer.hpp>
#include <ledger/reader.hpp>

#include "index_file.hpp"
#include "sqlite.hpp"

namespace langnghe::search {

/// One ledger's index: a consumer that writes it, on its supervisor's thread, and whoever reads it
/// meanwhile, on any thread. Rows and checkpoint move in one transaction.
class LedgerIndex final : public eventstore::Consumer {
 public:
  LedgerIndex(eventstore::LedgerReader& store, eventstore::LedgerId ledger,
              std::filesystem::path file);
  ~LedgerIndex() override;

  [[nodiscard]] std::string_view name() const override { return "search"; }
  [[nodiscard]] eventstore::Outcome begin(const std::stop_token& stop) override;
  [[nodiscard]] eventstore::Position checkpoint() const override;
  [[nodiscard]] eventstore::Outcome take(const eventstore::Records& records) override;

  /// Any thread.
  [[nodiscard]] bool wait_for(std::uint64_t size, std::chrono::steady_clock::time_point deadline);
  [[nodiscard]] std::expected<std::vector<domain::IssueId>, SearchFault> find(
      std::uint64_t size, const WordQuery& query);
  [[nodiscard]] std::expected<std::vector<Likeness>, SearchFault> like(std::uint64_t size,
                                                                       const LikenessAsked& asked);
  /// A reader has met damage: the next call of the consumer begins anew.
  [[nodiscard]] bool is_damaged() const { return is_damaged_; }

 private:
  using Reading = std::function<void(Connection&)>;

  [[nodiscard]] bool is_of_this_ledger(const Checkpoint& checkpoint);
  void open();
  void close();
  /// Runs `reading` on a connection of its own that is kept for the next.
  [[nodiscard]] std::expected<void, SearchFault> read(std::uint64_t size, const Reading& reading);
  [[nodiscard]] std::unique_ptr<Connection> borrow();

  eventstore::LedgerReader& store_;
  const eventstore::LedgerId ledger_;
  const std::filesystem::path file_;

  /// Shared while a reader uses the file, alone while it is closed or made anew.
  std::shared_mutex use_;
  std::unique_ptr<IndexFile> written_;  ///< of the consumer's thread; made anew under use_

  mutable std::mutex mutex_;  ///< guards the members below
  std::condition_variable moved_;
  std::optional<std::uint64_t> size_;                 ///< that can be read; nothing while closed
  std::vector<std::unique_ptr<Connection>> resting_;  ///< connections nobody reads with

  std::atomic<bool> is_damaged_ = false;
};

}  // namespace langnghe::search
