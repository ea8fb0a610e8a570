#include "bench/year_ledgers.hpp"

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>

#include <ledger/limits.hpp>
#include <ledger/memory_store.hpp>
#include <ledger/record.hpp>
#include <services/data_directory.hpp>
#include <vault/vault.hpp>

#include "acts/acts.hpp"
#include "bench/workload.hpp"

namespace langnghe::tools::bench {
namespace {

using namespace eventstore;

const LedgerId kYear{"tan-quy-dong"};

std::vector<Record> act_out_the_year(const std::filesystem::path& root) {
  const auto store = make_memory_store();
  const auto vault = make_memory_vault();
  const auto views = open_views(*store, DataDirectory{root});
  const auto loaded =
      load_acts({*store, *vault, *views}, kYear, bundled_wards().front().acts, [](auto) {});
  if (!loaded) {
    throw std::runtime_error("bench: the demonstration year: " + loaded.error().what);
  }
  std::vector<Record> records;
  while (records.size() < must(store->size(kYear))) {
    auto more = must(store->read_ledger(kYear, {records.size()}, kReadLimitMax));
    std::ranges::move(more, std::back_inserter(records));
  }
  return records;
}

bool same_commit(const RecordView& one, const RecordView& other) {
  return one.recorded == other.recorded && one.user == other.user && one.role == other.role &&
         one.causation == other.causation && one.correlation == other.correlation;
}

RecordView view_of(const Record& record) {
  auto view = parse(record.bytes);
  if (!view) {
    throw std::runtime_error("bench: " + view.error());
  }
  return *view;
}

NewEvent event_of(const RecordView& view) {
  return {.id = std::string(view.id),
          .stream = {std::string(view.stream)},
          .type = std::string(view.type),
          .schema = view.schema,
          .happened = std::string(view.happened),
          .data = std::string(view.data)};
}

// Acts of one commit are written together, so that the copy takes no longer than they did.
void copy_into(EventStore& store, const LedgerId& ledger, const std::vector<Record>& records) {
  for (std::size_t at = 0; at < records.size();) {
    const RecordView first = view_of(records[at]);
    Commit commit;
    commit.ledger = ledger;
    commit.idempotency_key = "copy/" + std::to_string(at);
    commit.actor = {std::string(first.user), std::string(first.role)};
    commit.causation = first.causation;
    commit.correlation = first.correlation;
    commit.recorded = first.recorded;
    for (; at < records.size(); ++at) {
      const RecordView view = view_of(records[at]);
      if (!same_commit(first, view)) {
        break;
      }
      commit.events.push_back(event_of(view));
    }
    (void)must(store.append(std::move(commit)));
  }
}

}  // namespace

std::vector<LedgerId> make_year_ledgers(const std::filesystem::path& root, std::size_t count) {
  const auto records = act_out_the_year(root / "acted-out");
  const auto store = make_store(DataDirectory{root}).store;
  std::vector<LedgerId> ledgers;
  for (std::size_t i = 0; i < count; ++i) {
    ledgers.push_back({"ward-" + std::to_string(i)});
  }
  std::vector<std::exception_ptr> faults(count);
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < count; ++i) {
      threads.emplace_back([&, i] {
        try {
          copy_into(*store, ledgers[i], records);
        } catch (...) {
          faults[i] = std::current_exception();
        }
      });
    }
  }
  for (const auto& fault : faults) {
    if (fault) {
      std::rethrow_exception(fault);
    }
  }
  return ledgers;
}

}  // namespace langnghe::tools::bench
