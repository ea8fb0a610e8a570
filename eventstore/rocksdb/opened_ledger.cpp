#include "opened_ledger.hpp"

#include <string>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

#include "start_check.hpp"

namespace langnghe::eventstore {
namespace {

StoreResult<LedgerStates> check(const Database& database, bool read_only, const SizeBoard& board) {
  if (auto checked = check_format(database, read_only); !checked) {
    return std::unexpected(std::move(checked.error()));
  }
  auto states = check_ledgers(database);
  if (!states) {
    return states;
  }
  for (const auto& ledger : board.ledgers()) {
    const auto found = states->find(ledger.value);
    if (const auto known = board.size(ledger);
        known > (found == states->end() ? 0 : found->second.size)) {
      return std::unexpected(
          StoreError{StoreErrorCode::corrupt,
                     "records of ledger " + ledger.value + " that were acknowledged are gone",
                     {},
                     {}});
    }
  }
  return states;
}

// A process that was killed may have left records that are not on the disk yet. Who opens the log
// to write puts them into tables; here they are synced as they are, before anybody counts on them.
StoreResult<void> sync_logs(const std::filesystem::path& directory) {
  std::error_code fault;
  std::filesystem::directory_iterator files(directory, fault);
  for (; !fault && files != std::filesystem::directory_iterator(); files.increment(fault)) {
    if (files->path().extension() != ".log") {
      continue;
    }
    const int log = ::open(files->path().c_str(), O_RDONLY | O_CLOEXEC);
    const bool synced = log >= 0 && ::fdatasync(log) == 0;
    if (!synced) {
      fault = {errno, std::generic_category()};
    }
    if (log >= 0) {
      ::close(log);
    }
    if (!synced) {
      break;
    }
  }
  if (fault) {
    return std::unexpected(StoreError{
        StoreErrorCode::unavailable, "syncing the ledger's log: " + fault.message(), {}, {}});
  }
  return {};
}

}  // namespace

OpenedLedger::OpenedLedger(std::unique_ptr<Database> opened, SizeBoard& board,
                           const LedgerStates& ledgers, bool writes)
    : database(std::move(opened)), lookup(*database), reader(*database) {
  for (const auto& [id, state] : ledgers) {
    board.publish({id}, state.size);
  }
  if (writes) {
    sequencer.emplace(*database, board, ledgers);
  }
}

StoreResult<std::unique_ptr<OpenedLedger>> OpenedLedger::open(const RocksDbOptions& options,
                                                              rocksdb::Env& env, SizeBoard& board) {
  auto database = Database::open(options, env);
  if (!database) {
    return std::unexpected(std::move(database.error()));
  }
  const auto ledgers = check(**database, options.read_only, board);
  if (!ledgers) {
    return std::unexpected(ledgers.error());
  }
  return std::make_unique<OpenedLedger>(std::move(*database), board, *ledgers, !options.read_only);
}

StoreResult<std::unique_ptr<OpenedLedger>> OpenedLedger::open_to_read(const RocksDbOptions& options,
                                                                      rocksdb::Env& env,
                                                                      SizeBoard& board) {
  if (auto synced = sync_logs(options.directory); !synced) {
    return std::unexpected(std::move(synced.error()));
  }
  RocksDbOptions to_read = options;
  to_read.read_only = true;
  return open(to_read, env, board);
}

}  // namespace langnghe::eventstore
