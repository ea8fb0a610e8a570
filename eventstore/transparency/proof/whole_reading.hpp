#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include <following/records.hpp>
#include <transparency/ledger_watch.hpp>
#include <transparency/running_tree.hpp>

namespace langnghe::eventstore {

/// One reading of all that a signed head stands for, a step at a time. Belongs to one thread.
class WholeReading {
 public:
  /// References must outlive it.
  WholeReading(const Transparency& log, LedgerId ledger, Checkpoint head);
  WholeReading(const WholeReading&) = delete;
  WholeReading& operator=(const WholeReading&) = delete;

  /// Some milliseconds' work on the ledger of those records, from where it is: up to the head,
  /// which may lie beyond their end. A stop ends it at the next record.
  void take(const Records& records);

  [[nodiscard]] bool ended() const { return finding_ != WatchFinding::none; }
  [[nodiscard]] std::uint64_t records() const { return tree_.size(); }
  [[nodiscard]] const Checkpoint& head() const { return head_; }

  // Once it has ended:
  [[nodiscard]] WatchFinding finding() const { return finding_; }
  [[nodiscard]] std::uint64_t position() const { return position_; }
  [[nodiscard]] const std::string& detail() const { return detail_; }
  /// The records are well, but kept hashes are not.
  [[nodiscard]] bool hashes_differ() const { return hashes_differ_; }

 private:
  void compare(const TileCoordinate& tile, std::span<const Hash> hashes);
  void conclude();
  void end(WatchFinding finding, std::uint64_t position, std::string detail);

  const Transparency& log_;
  const LedgerId ledger_;
  const Checkpoint head_;
  RunningTree tree_;
  std::optional<std::uint64_t> difference_;  ///< the first record that is not as its kept hash says
  WatchFinding finding_ = WatchFinding::none;
  std::uint64_t position_ = 0;
  std::string detail_;
  bool hashes_differ_ = false;
};

}  // namespace langnghe::eventstore
