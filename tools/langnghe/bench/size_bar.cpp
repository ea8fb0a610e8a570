// P4: is the ledger as quick when it is ten times as large?
#include <memory>
#include <string>

#include <rocksdb_engine/rocksdb_store.hpp>
#include <services/data_directory.hpp>
#include <services/say.hpp>

#include "bench/bars.hpp"
#include "bench/workload.hpp"
#include "command_line/progress.hpp"

namespace langnghe::tools::bench {
namespace {

constexpr std::chrono::seconds kIdlePatience{120};  // compactions of the fill go on for a while

}  // namespace

std::filesystem::path filled_data(const Ground& ground, std::size_t events) {
  const DataDirectory data{ground.root / ("filled-" + std::to_string(events))};
  if (!std::filesystem::exists(data.root)) {
    const auto store = make_store(data).store;
    ProgressLine progress(say("Ghi sẵn", "Filling"));
    fill(*store, events, [&](std::uint64_t done) { progress.show(done, events); });
    progress.end();
    wait_until_idle(kIdlePatience);
  }
  return data.root;
}

std::vector<Row> flat_in_size(const Ground& ground) {
  const std::size_t large = ground.sizes.events;
  const std::size_t small = large / 10;
  const auto small_store = make_store(DataDirectory{filled_data(ground, small)}).store;
  const auto large_store = make_store(DataDirectory{filled_data(ground, large)}).store;
  wait_until_idle(kIdlePatience);
  Rounds appends;
  Rounds reads;
  const double seconds = ground.sizes.seconds;
  for (int round = 0; round < ground.sizes.rounds; ++round) {
    const std::string run = "p4-" + std::to_string(round);
    const auto append = [&](eventstore::EventStore& store) {
      return append_for(store, run, kClients, seconds, Conditions::stream_version).per_second;
    };
    appends.limit.push_back(append(*small_store));
    appends.program.push_back(append(*large_store));
    reads.limit.push_back(read_streams_for(*small_store, small, seconds));
    reads.program.push_back(read_streams_for(*large_store, large, seconds));
  }
  const std::string sizes = std::to_string(large) + " : " + std::to_string(small);
  return {row_of("P4", std::string(say("ghi bền, sổ cái ", "durable append, ledgers of ")) + sizes,
                 "commits/s", appends, Bound::at_least, 0.9),
          row_of("P4",
                 std::string(say("đọc dòng sự kiện, sổ cái ", "stream reads, ledgers of ")) + sizes,
                 "records/s", reads, Bound::at_least, 0.9)};
}

}  // namespace langnghe::tools::bench
