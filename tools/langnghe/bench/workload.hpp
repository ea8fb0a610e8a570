#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include <ledger/store.hpp>

namespace langnghe::tools::bench {

inline constexpr std::size_t kRecordBytes = 512;
inline constexpr std::uint64_t kEventsPerStream = 10;
inline constexpr std::size_t kClients = 64;
inline constexpr std::size_t kBatchRecords = 64;  ///< of the bare loop: one group of the clients

[[nodiscard]] const eventstore::LedgerId& bench_ledger();

/// Event `number` of one client: registrations of residents, ten on each stream, every record of
/// 512 bytes. What nobody else writes, so an expectation always holds.
[[nodiscard]] eventstore::NewEvent event_of(const std::string& client, std::uint64_t number);
[[nodiscard]] eventstore::StreamName stream_of(const std::string& client, std::uint64_t number);

enum class Conditions { none, stream_version };
[[nodiscard]] eventstore::Commit commit_of(const std::string& client, std::uint64_t number,
                                           Conditions conditions);

/// The number of bytes of a record's key, its entry in the stream index and the entry of its
/// idempotency key in the store's format, so that a bare loop writes the same.
struct EntrySizes {
  std::size_t record_key;
  std::size_t stream_key;
  std::size_t stream_value;
  std::size_t idempotency_key;
  std::size_t idempotency_value;
};
[[nodiscard]] EntrySizes entry_sizes();

struct Appended {
  double per_second = 0;
  std::vector<double> latencies_us;
};
/// So many threads, each with one commit of one event under way, for so long. `run` sets the
/// streams and keys of this run apart from those of others.
[[nodiscard]] Appended append_for(eventstore::EventStore& store, const std::string& run,
                                  std::size_t clients, double seconds, Conditions conditions);

/// Brings the ledger to `size` records in commits of many events.
void fill(eventstore::EventStore& store, std::uint64_t size,
          const std::function<void(std::uint64_t done)>& progress);
/// The name of the client that `fill` writes as.
inline constexpr const char* kFiller = "f";

/// Reads whole streams that `fill` wrote, chosen at random, for so long: records per second.
[[nodiscard]] double read_streams_for(eventstore::EventStore& store, std::uint64_t filled,
                                      double seconds);

/// Throws std::runtime_error with the store's reason.
[[noreturn]] void fail(const eventstore::StoreError& error);
template <class T>
T must(eventstore::StoreResult<T> result) {
  if (!result) {
    fail(result.error());
  }
  return std::move(*result);
}

}  // namespace langnghe::tools::bench
