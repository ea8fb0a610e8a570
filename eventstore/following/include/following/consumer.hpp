#pragma once

#include <chrono>
#include <expected>
#include <stop_token>
#include <string>
#include <string_view>

#include <following/records.hpp>
#include <ledger/types.hpp>

namespace langnghe::eventstore {

/// The reason that a consumer did not do what it was called for.
struct Failure {
  std::string what;       ///< for the log; holds no personal data
  bool is_final = false;  ///< another attempt before a restart would be in vain
};
using Outcome = std::expected<void, Failure>;

/// The next call that a consumer asks for.
struct NextCall {
  /// At this time also without new records. Default: for records only.
  std::chrono::steady_clock::time_point at = std::chrono::steady_clock::time_point::max();
  bool for_records = true;  ///< earlier, as soon as the ledger goes on beyond the checkpoint
};

/// Follows one ledger: it is handed the records in order of position, and its checkpoint says which
/// position it wants next. A supervisor calls it, one call at a time; it needs no lock against
/// itself, only for what other threads ask it.
///
/// The rule of the checkpoint: a record counts as taken exactly if the checkpoint is beyond it. A
/// consumer that keeps what it makes of the records moves both in one step; after a kill it is then
/// handed each record that was not taken, once.
///
///   class Counter final : public Consumer {
///    public:
///     std::string_view name() const override { return "counter"; }
///     Position checkpoint() const override { return {count_}; }
///     Outcome take(const Records& records) override {
///       const auto visited = records.visit([&](Position, std::string_view) {
///         ++count_;
///         return true;
///       });
///       return visited ? Outcome{} : std::unexpected(Failure{visited.error().context});
///     }
///     …
///   };
class Consumer {
 public:
  Consumer() = default;
  Consumer(const Consumer&) = delete;
  Consumer& operator=(const Consumer&) = delete;
  virtual ~Consumer() = default;

  /// A word for a monitor, the same for every ledger: `views`.
  [[nodiscard]] virtual std::string_view name() const = 0;

  /// Makes it ready to take, from its checkpoint on. Called before the first `take`, and again
  /// after each failure.
  [[nodiscard]] virtual Outcome begin(const std::stop_token& /*stop*/) { return {}; }

  /// The next position it wants.
  [[nodiscard]] virtual Position checkpoint() const = 0;

  /// The records from the checkpoint on, a batch at a time; none where it asked for a call at a
  /// time. It may take fewer than it is given: the next batch begins at the checkpoint. What it
  /// throws (std::exception) is a failure too.
  [[nodiscard]] virtual Outcome take(const Records& records) = 0;

  [[nodiscard]] virtual NextCall next_call() const { return {}; }

  /// The last call, when the following is stopped: `rest` is all that was committed before.
  [[nodiscard]] virtual Outcome finish(const Records& /*rest*/) { return {}; }
};

}  // namespace langnghe::eventstore
