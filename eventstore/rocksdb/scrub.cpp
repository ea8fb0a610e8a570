#include "scrub.hpp"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <thread>
#include <utility>

#include <rocksdb/db.h>

#include <ledger/record/form.hpp>

#include "scrub_scans.hpp"

namespace langnghe::eventstore {
namespace {

constexpr std::uint64_t kRecordsPerTask = 32'768;

/// One ledger's results, filled in by tasks; each slot has one writer.
struct LedgerScrub {
  LedgerId ledger;
  LedgerState state;
  std::vector<RecordsScan> parts;
  StreamsScan streams;
  KeysScan keys;
};

using Tasks = std::vector<std::function<void()>>;

class Scrub {
 public:
  Scrub(const Database& database, const ScrubOptions& options)
      : database_(database),
        options_(options),
        findings_(options.findings_max),
        snapshot_(&database.db()),
        view_{database, reading(), findings_, done_} {}

  ScrubReport run() {
    read_states();
    for (auto* family : {database_.records(), database_.streams(), database_.keys()}) {
      check_no_stranger(family);
    }
    work_off(make_tasks());
    ScrubReport report;
    for (const auto& ledger : ledgers_) {
      compare(*ledger, report);
    }
    findings_.move_to(report);
    return report;
  }

 private:
  rocksdb::ReadOptions reading() {
    rocksdb::ReadOptions options;
    options.snapshot = snapshot_.snapshot();
    return options;
  }

  void check_files() {
    const auto files = database_.db().VerifyFileChecksums(rocksdb::ReadOptions());
    if (!files.ok()) {
      findings_.add("table files", files.ToString());
    }
  }

  void check_blocks() {
    const auto blocks = database_.db().VerifyChecksum(rocksdb::ReadOptions());
    if (!blocks.ok()) {
      findings_.add("table blocks", blocks.ToString());
    }
  }

  void read_states() {
    const std::unique_ptr<rocksdb::Iterator> at(
        database_.db().NewIterator(view_.reading, database_.meta()));
    for (at->SeekToFirst(); at->Valid(); at->Next()) {
      read_state(at->key().ToString(), at->value().ToString());
    }
    if (!at->status().ok()) {
      findings_.add("meta", at->status().ToString());
    }
  }

  void read_state(const std::string& key, const std::string& value) {
    if (key == kFormatKey) {
      if (value != kFormat) {
        findings_.add("meta", "ledger format " + value + " is not known here");
      }
      return;
    }
    if (!key.starts_with(kLedgerPrefix)) {
      return;  // another family of facts; not part of format 1
    }
    LedgerId ledger{key.substr(kLedgerPrefix.size())};
    auto state = read_ledger_state(value);
    if (!is_ledger_id(ledger.value) || !state) {
      findings_.add("meta", "the state of a ledger does not read back");
      return;
    }
    total_ += state->size;
    auto scrub = std::make_unique<LedgerScrub>();
    scrub->ledger = std::move(ledger);
    scrub->state = std::move(*state);
    ledgers_.push_back(std::move(scrub));
  }

  [[nodiscard]] bool is_known(std::string_view ledger) const {
    return std::ranges::any_of(ledgers_,
                               [&](const auto& known) { return known->ledger.value == ledger; });
  }

  // Leaps from ledger to ledger: each key must belong to one that has a state.
  void check_no_stranger(rocksdb::ColumnFamilyHandle* family) {
    const std::unique_ptr<rocksdb::Iterator> at(database_.db().NewIterator(view_.reading, family));
    at->SeekToFirst();
    while (at->Valid()) {
      const std::string key = at->key().ToString();
      const std::string ledger = key.substr(0, key.find('\0'));
      if (!is_known(ledger)) {
        findings_.add(family->GetName(), "an entry of a ledger that has no state");
      }
      at->Seek(ledger + '\1');
    }
    if (!at->status().ok()) {
      findings_.add(family->GetName(), at->status().ToString());
    }
  }

  // The long ones first, so that the threads end together.
  Tasks make_tasks() {
    Tasks tasks;
    if (options_.files) {
      tasks.push_back([this] { check_blocks(); });
      tasks.push_back([this] { check_files(); });
    }
    for (const auto& owned : ledgers_) {
      LedgerScrub* const ledger = owned.get();
      tasks.push_back([this, ledger] {
        ledger->streams = scan_streams(view_, ledger->ledger, ledger->state.size);
      });
      tasks.push_back(
          [this, ledger] { ledger->keys = scan_keys(view_, ledger->ledger, ledger->state.size); });
    }
    for (const auto& owned : ledgers_) {
      LedgerScrub* const ledger = owned.get();
      const std::uint64_t size = ledger->state.size;
      ledger->parts.resize((size + kRecordsPerTask - 1) / kRecordsPerTask);
      for (std::size_t part = 0; part < ledger->parts.size(); ++part) {
        tasks.push_back([this, ledger, part, size] {
          const std::uint64_t from = part * kRecordsPerTask;
          ledger->parts[part] =
              scan_records(view_, ledger->ledger, from, std::min(size, from + kRecordsPerTask));
        });
      }
      tasks.push_back([this, ledger] { check_end(*ledger); });
    }
    return tasks;
  }

  void check_end(const LedgerScrub& ledger) {
    const std::string end_key = ledger.ledger.value + '\1';
    const rocksdb::Slice end(end_key);
    rocksdb::ReadOptions options = view_.reading;
    options.iterate_upper_bound = &end;
    const std::unique_ptr<rocksdb::Iterator> at(
        database_.db().NewIterator(options, database_.records()));
    at->Seek(record_key(ledger.ledger, {ledger.state.size}));
    if (at->Valid()) {
      findings_.add(ledger.ledger.value, "a record lies behind the end");
    } else if (!at->status().ok()) {
      findings_.add(ledger.ledger.value, at->status().ToString());
    }
  }

  void work_off(const Tasks& tasks) {
    const unsigned threads =
        options_.threads > 0 ? options_.threads : std::max(1u, std::thread::hardware_concurrency());
    std::atomic<std::size_t> next = 0;
    std::mutex mutex;
    std::condition_variable finished;
    unsigned running = threads;
    std::vector<std::jthread> workers;
    for (unsigned at = 0; at < threads; ++at) {
      workers.emplace_back([&] {
        for (std::size_t task = next++; task < tasks.size(); task = next++) {
          tasks[task]();
        }
        const std::lock_guard lock(mutex);
        --running;
        finished.notify_all();
      });
    }
    std::unique_lock lock(mutex);
    while (!finished.wait_for(lock, std::chrono::milliseconds(200), [&] { return running == 0; })) {
      if (options_.progress) {
        options_.progress(done_, total_);
      }
    }
    if (options_.progress) {
      options_.progress(done_, total_);
    }
  }

  void compare(const LedgerScrub& ledger, ScrubReport& report) {
    const std::string& name = ledger.ledger.value;
    UnorderedSum entries;
    std::string recorded;
    for (const RecordsScan& part : ledger.parts) {
      report.records += part.records;
      report.record_bytes += part.bytes;
      entries.add(part.entries);
      if (part.first_recorded < recorded) {
        findings_.add(name, "recorded times run backwards");
      }
      recorded = part.last_recorded;
    }
    report.streams += ledger.streams.streams;
    report.keys += ledger.keys.keys;
    if (recorded != ledger.state.last_recorded) {
      findings_.add(name, "the ledger's state does not name the last record's time");
    }
    if (entries != ledger.streams.entries) {
      findings_.add(name, "the stream index and the records do not agree");
    }
    if (ledger.keys.starts_less_ends != one_chain(ledger.state.size)) {
      findings_.add(name, "the idempotency keys do not cover the records exactly once");
    }
  }

  const Database& database_;
  const ScrubOptions& options_;
  ScrubFindings findings_;
  rocksdb::ManagedSnapshot snapshot_;
  std::atomic<std::uint64_t> done_ = 0;
  std::uint64_t total_ = 0;
  ScrubView view_;
  std::vector<std::unique_ptr<LedgerScrub>> ledgers_;
};

}  // namespace

StoreResult<ScrubReport> scrub_database(const Database& database, const ScrubOptions& options) {
  return Scrub(database, options).run();
}

}  // namespace langnghe::eventstore
