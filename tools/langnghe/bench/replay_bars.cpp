// P5: reading the ledger again, raw and into the views, beside a bare RocksDB scan.
#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>

#include <ledger/maintenance.hpp>
#include <projections/views.hpp>
#include <services/data_directory.hpp>
#include <services/say.hpp>
#include <transparency/merkle.hpp>

#include "bench/bare_rocksdb.hpp"
#include "bench/bars.hpp"
#include "bench/workload.hpp"
#include "bench/year_ledgers.hpp"

namespace langnghe::tools::bench {
namespace {

using eventstore::EventStore;
using eventstore::LedgerId;

/// Whole passes until the time is over: records per second.
double passes_for(double seconds, const std::function<std::uint64_t()>& pass) {
  std::uint64_t records = 0;
  const auto begin = Clock::now();
  do {
    records += pass();
  } while (seconds_since(begin) < seconds);
  return static_cast<double>(records) / seconds_since(begin);
}

std::uint64_t read_all(EventStore& store, const LedgerId& ledger) {
  std::uint64_t bytes = 0;
  const std::uint64_t size = must(store.size(ledger));
  const std::uint64_t records =
      must(store.visit_ledger(ledger, {0}, size, [&bytes](auto, std::string_view record) {
        bytes += record.size();
        return true;
      }));
  if (bytes == 0 || records != size) {
    throw std::runtime_error("bench: the ledger is empty, or was not read whole");
  }
  return records;
}

std::uint64_t fold_in_memory(EventStore& store, const LedgerId& ledger) {
  const auto snapshot = projections::replay_in_memory(store, ledger, must(store.size(ledger)));
  if (!snapshot) {
    throw std::runtime_error("bench: " + snapshot.error().what);
  }
  return (*snapshot)->size();
}

std::uint64_t rebuild(projections::Views& views, EventStore& store, const LedgerId& ledger) {
  if (auto dropped = views.drop(ledger); !dropped) {
    throw std::runtime_error("bench: " + dropped.error().what);
  }
  if (auto done = views.catch_up(ledger, {}); !done) {
    throw std::runtime_error("bench: " + done.error().what);
  }
  return must(store.size(ledger));
}

/// One ledger on each thread.
double fold_side_by_side(EventStore& store, const std::vector<LedgerId>& ledgers, double seconds) {
  std::vector<double> rates(ledgers.size());
  std::vector<std::exception_ptr> faults(ledgers.size());
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < ledgers.size(); ++i) {
      threads.emplace_back([&, i] {
        try {
          rates[i] = passes_for(seconds, [&] { return fold_in_memory(store, ledgers[i]); });
        } catch (...) {
          faults[i] = std::current_exception();
        }
      });
    }
  }
  double sum = 0;
  for (std::size_t i = 0; i < ledgers.size(); ++i) {
    if (faults[i]) {
      std::rethrow_exception(faults[i]);
    }
    sum += rates[i];
  }
  return sum;
}

std::uint64_t hash_all(EventStore& store, const LedgerId& ledger) {
  // The tree's complete subtrees on the right rim, as they grow: one node hash for each leaf.
  std::array<eventstore::Hash, 64> rim{};
  std::uint64_t leaves = 0;
  return must(store.visit_ledger(ledger, {0}, must(store.size(ledger)),
                                 [&](auto /*position*/, std::string_view record) {
                                   eventstore::Hash hash = eventstore::leaf_hash(record);
                                   std::size_t level = 0;
                                   for (; ((leaves >> level) & 1) != 0; ++level) {
                                     hash = eventstore::node_hash(rim[level], hash);
                                   }
                                   rim[level] = hash;
                                   ++leaves;
                                   return true;
                                 }));
}

std::uint64_t scrub_all(eventstore::Maintenance& maintenance) {
  const auto report = must(maintenance.scrub({}));
  if (report.findings_count != 0) {
    throw std::runtime_error("bench: the ledger that was just filled has findings");
  }
  return report.records;
}

/// The same records read, hashed and scrubbed.
struct OfRecords {
  Rounds raw;
  Rounds hashed;
  Rounds scrubbed;
};

OfRecords replay_of_records(const Ground& ground) {
  constexpr double kRecordsPerSecond = 500'000;  // event-stores.md section 7, bar 11
  const DataDirectory data{filled_data(ground, ground.sizes.events)};
  const auto opened = make_store(data);
  const auto& store = opened.store;
  wait_until_idle(std::chrono::seconds(60));
  const BareScan bare(data.ledger());
  const double seconds = ground.sizes.seconds;
  OfRecords all;
  for (int round = 0; round < ground.sizes.rounds; ++round) {
    all.raw.limit.push_back(
        passes_for(seconds, [&] { return bare.scan(bench_ledger().value).records; }));
    all.raw.program.push_back(
        passes_for(seconds, [&] { return read_all(*store, bench_ledger()); }));
    all.hashed.limit.push_back(kRecordsPerSecond);
    all.hashed.program.push_back(
        passes_for(seconds, [&] { return hash_all(*store, bench_ledger()); }));
    all.scrubbed.limit.push_back(kRecordsPerSecond);
    all.scrubbed.program.push_back(
        passes_for(seconds, [&] { return scrub_all(*opened.maintenance); }));
  }
  return all;
}

std::string text(std::string_view vi, std::string_view en) {
  return std::string(say(vi, en));
}

}  // namespace

std::vector<Row> replay(const Ground& ground) {
  const std::size_t cores = std::max(2U, std::thread::hardware_concurrency());
  const DataDirectory data{ground.root / "years"};
  const auto ledgers = make_year_ledgers(data.root, cores);
  // Opened anew, so that the records lie in a table and not in memory.
  const auto store = make_store(data).store;
  const auto views = open_views(*store, data);
  const BareScan bare(data.ledger());
  const double seconds = ground.sizes.seconds;
  Rounds fold;
  Rounds kept;
  Rounds together;
  for (int round = 0; round < ground.sizes.rounds; ++round) {
    const double limit =
        passes_for(seconds, [&] { return bare.scan(ledgers.front().value).records; });
    const double one = passes_for(seconds, [&] { return fold_in_memory(*store, ledgers.front()); });
    fold.limit.push_back(limit);
    fold.program.push_back(one);
    kept.limit.push_back(limit);
    kept.program.push_back(
        passes_for(seconds, [&] { return rebuild(*views, *store, ledgers.front()); }));
    together.limit.push_back(one * static_cast<double>(cores));
    together.program.push_back(fold_side_by_side(*store, ledgers, seconds));
  }
  const OfRecords records = replay_of_records(ground);
  return {row_of("P5", text("đọc lại bản ghi thô", "replay of raw records"), "records/s",
                 records.raw, Bound::at_least, 0.8),
          row_of("P5", text("dựng lại cây băm (RFC 9162)", "hash tree made again (RFC 9162)"),
                 "records/s", records.hashed, Bound::at_least, 1),
          row_of("P5", text("langnghe doctor soát sổ cái", "langnghe doctor checks the ledger"),
                 "records/s", records.scrubbed, Bound::at_least, 1),
          row_of("P5",
                 text("giải mã và gộp vào mọi bảng nhìn, trong bộ nhớ",
                      "decoded and folded into all views, in memory"),
                 "records/s", fold, Bound::at_least, 0.5),
          row_of("P5",
                 text("giải mã, gộp và ghi xuống các bảng nhìn",
                      "decoded, folded and kept in the views' database"),
                 "records/s", kept, Bound::at_least, 0.5),
          row_of("P5",
                 std::to_string(cores) + text(" sổ cái trên từng ấy nhân, so với một sổ nhân lên",
                                              " ledgers on as many cores, against one times that"),
                 "records/s", together, Bound::at_least, 0.8)};
}

}  // namespace langnghe::tools::bench
