#pragma once

#include <memory>
#include <optional>

#include <ledger/engine/size_board.hpp>
#include <rocksdb_engine/rocksdb_store.hpp>

#include "database.hpp"
#include "lookup.hpp"
#include "reader.hpp"
#include "sequencer.hpp"

namespace langnghe::eventstore {

/// The open database and all that works on it: made anew as a whole. Thread-safe.
class OpenedLedger {
 public:
  /// Checks the ledgers and tells the board their sizes. `corrupt` where the board knows more
  /// records than are there: they were acknowledged. `env` and `board` must outlive
  /// it.
  [[nodiscard]] static StoreResult<std::unique_ptr<OpenedLedger>> open(
      const RocksDbOptions& options, rocksdb::Env& env, SizeBoard& board);

  /// The same to read alone, where the disk has no room to open it to write.
  [[nodiscard]] static StoreResult<std::unique_ptr<OpenedLedger>> open_to_read(
      const RocksDbOptions& options, rocksdb::Env& env, SizeBoard& board);

  OpenedLedger(std::unique_ptr<Database> database, SizeBoard& board, const LedgerStates& ledgers,
               bool writes);

  const std::unique_ptr<Database> database;
  const Lookup lookup;
  const Reader reader;
  std::optional<Sequencer> sequencer;  ///< none where it only reads
};

}  // namespace langnghe::eventstore
