#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include <ledger/record.hpp>
#include <transparency/checkpoint.hpp>
#include <transparency/running_tree.hpp>

namespace langnghe::tools {

/// The checks of a record by itself, and after those of its ledger that were read before it.
class RecordCheck {
 public:
  explicit RecordCheck(std::string ledger) : ledger_(std::move(ledger)) {}

  /// Nothing, or what is wrong with the record.
  [[nodiscard]] std::string next(std::string_view record);
  [[nodiscard]] std::size_t streams() const { return versions_.size(); }

 private:
  [[nodiscard]] std::string check_envelope(const eventstore::RecordView& view);

  std::string ledger_;
  std::map<std::string, std::uint64_t, std::less<>> versions_;
  std::string recorded_;
};

/// The records of a whole ledger, from the first on; and the tree they make.
class LedgerCheck {
 public:
  explicit LedgerCheck(std::string ledger, eventstore::RunningTree::TakeTile take = {})
      : check_(std::move(ledger)), tree_(std::move(take)) {}

  /// Nothing, or what is wrong with the record.
  [[nodiscard]] std::string next(const eventstore::Record& record);
  /// Only its place in the tree, where the record itself cannot be read.
  void next_hash(const eventstore::Hash& leaf);

  /// To be asked for a head of that size later on: told before the records in front of it are read.
  void watch(std::uint64_t size);
  /// Do the records read so far begin with those that the head stands for? What is wrong, or
  /// nothing.
  [[nodiscard]] std::string against(const eventstore::Checkpoint& head) const;

  [[nodiscard]] std::uint64_t records() const { return tree_.size(); }
  [[nodiscard]] std::size_t streams() const { return check_.streams(); }
  [[nodiscard]] const eventstore::RunningTree& tree() const { return tree_; }

 private:
  RecordCheck check_;
  std::map<std::uint64_t, eventstore::Hash> roots_;  ///< of the sizes that are watched and reached
  std::set<std::uint64_t> watched_;
  eventstore::RunningTree tree_;
};

}  // namespace langnghe::tools
