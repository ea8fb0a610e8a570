// P1 to P3: what a durable append costs beside RocksDB and the disk alone.
#include <memory>
#include <string>

#include <rocksdb_engine/rocksdb_store.hpp>
#include <services/say.hpp>

#include "bench/bare_rocksdb.hpp"
#include "bench/bars.hpp"
#include "bench/workload.hpp"

namespace langnghe::tools::bench {
namespace {

std::unique_ptr<eventstore::EventStore> open_at(const std::filesystem::path& directory) {
  return must(eventstore::open_rocksdb_store({.directory = directory})).store;
}

std::string run_name(const char* bar, int round) {
  return std::string(bar) + "-" + std::to_string(round);
}

std::string text(std::string_view vi, std::string_view en) {
  return std::string(say(vi, en));
}

}  // namespace

std::vector<Row> durable_append(const Ground& ground) {
  const double seconds = ground.sizes.seconds;
  Rounds batch;
  Rounds native;
  BareWriter bare(ground.root / "p1-bare");
  const auto store = open_at(ground.root / "p1");
  for (int round = 0; round < ground.sizes.rounds; ++round) {
    batch.limit.push_back(bare.batch_loop(kBatchRecords, seconds));
    const double program =
        append_for(*store, run_name("p1", round), kClients, seconds, Conditions::stream_version)
            .per_second;
    batch.program.push_back(program);
    native.limit.push_back(bare.group_commit(kClients, seconds));
    native.program.push_back(program);
  }
  return {row_of("P1",
                 text("ghi bền, 64 luồng, so với vòng lặp RocksDB một luồng, 64 bản ghi một lô",
                      "durable append, 64 clients, against one writer of 64-record batches"),
                 "commits/s", batch, Bound::at_least, 0.8),
          row_of("P1",
                 text("ghi bền, 64 luồng, so với RocksDB tự gộp 64 luồng",
                      "durable append, 64 clients, against RocksDB's own 64-thread group commit"),
                 "commits/s", native, Bound::at_least, 4)};
}

std::vector<Row> latency(const Ground& ground) {
  const double seconds = ground.sizes.seconds;
  const auto entry = entry_sizes();
  const std::size_t bytes = kRecordBytes + entry.record_key + entry.stream_key +
                            entry.stream_value + entry.idempotency_key + entry.idempotency_value;
  Rounds one;
  Rounds many;
  const auto store = open_at(ground.root / "p2");
  for (int round = 0; round < ground.sizes.rounds; ++round) {
    one.limit.push_back(fdatasync_p50_us(ground.root, bytes, seconds));
    one.program.push_back(
        median(append_for(*store, run_name("p2a", round), 1, seconds, Conditions::stream_version)
                   .latencies_us));
    auto all =
        append_for(*store, run_name("p2b", round), kClients, seconds, Conditions::stream_version);
    // Little's law: the time in which every client is answered once is the period of the groups.
    many.limit.push_back(1e6 * static_cast<double>(kClients) / all.per_second);
    many.program.push_back(percentile(std::move(all.latencies_us), 0.99));
  }
  return {row_of("P2",
                 text("một luồng ghi, p50, so với fdatasync p50 cùng số byte",
                      "one client, p50, against fdatasync p50 of the same bytes"),
                 "µs", one, Bound::at_most, 1.5),
          row_of("P2",
                 text("64 luồng ghi, p99, so với chu kỳ một nhóm",
                      "64 clients, p99, against the period of a group"),
                 "µs", many, Bound::at_most, 3)};
}

std::vector<Row> conditions(const Ground& ground) {
  const double seconds = ground.sizes.seconds;
  Rounds rounds;
  const auto store = open_at(ground.root / "p3");
  for (int round = 0; round < ground.sizes.rounds; ++round) {
    rounds.limit.push_back(
        append_for(*store, run_name("p3a", round), kClients, seconds, Conditions::none).per_second);
    rounds.program.push_back(
        append_for(*store, run_name("p3b", round), kClients, seconds, Conditions::stream_version)
            .per_second);
  }
  return {row_of("P3",
                 text("ghi có điều kiện phiên bản so với ghi không điều kiện",
                      "append with an expected version against one without"),
                 "commits/s", rounds, Bound::at_least, 0.9)};
}

}  // namespace langnghe::tools::bench
