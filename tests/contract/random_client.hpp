#pragma once

#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include <ledger/store.hpp>

#include "history.hpp"
#include "linearizable.hpp"

namespace langnghe::test {

/// Calls the store at random and notes each call: appends with and without expectations, reads of
/// versions, streams, size and keys, on a few streams that many clients fight for. Belongs to one
/// thread.
class RandomClient {
 public:
  static constexpr std::uint32_t kStreams = 6;

  RandomClient(eventstore::EventStore& store, History& history, std::uint64_t seed)
      : store_(store), history_(history), random_(seed) {}

  /// Makes one call; false when the history is full. Throws when the store answers what no working
  /// store answers.
  bool step();

  /// Sends a commit again of which no answer is known, as a client does after a crash. False when
  /// the history is full.
  bool retry(const Operation& unanswered);

 private:
  [[nodiscard]] std::uint64_t below(std::uint64_t bound) { return random_() % bound; }
  void append(Operation& operation);
  void send(Operation& operation);
  void read(Operation& operation);
  void read_version(Operation& operation);
  void read_stream(Operation& operation);
  void find(Operation& operation);

  eventstore::EventStore& store_;
  History& history_;
  std::mt19937_64 random_;
  std::array<std::uint64_t, kStreams> known_{};  // the last version heard of, for each stream
};

/// The content of the ledger of such clients; fails the test when it cannot be read.
[[nodiscard]] std::vector<Placed> placed_in(eventstore::EventStore& store);

}  // namespace langnghe::test
