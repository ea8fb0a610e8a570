#include "start_check.hpp"

#include <memory>
#include <string>
#include <utility>

#include <ledger/record.hpp>
#include <ledger/record/form.hpp>

#include "keys.hpp"
#include "settings.hpp"

namespace langnghe::eventstore {
namespace {

std::unexpected<StoreError> corrupt(std::string context) {
  return std::unexpected(StoreError{StoreErrorCode::corrupt, std::move(context), {}, {}});
}

StoreResult<void> check_end(const Database& database, const LedgerId& ledger,
                            const LedgerState& state) {
  std::string bytes;
  const auto get = [&](std::uint64_t position) {
    return database.db().Get(rocksdb::ReadOptions(), database.records(),
                             record_key(ledger, {position}), &bytes);
  };
  if (const auto beyond = get(state.size); !beyond.IsNotFound()) {
    return beyond.ok() ? corrupt("a record lies behind the end of ledger " + ledger.value)
                       : std::unexpected(to_store_error(beyond, "checking the ledger's end"));
  }
  if (state.size == 0) {
    return {};
  }
  const auto last = get(state.size - 1);
  if (!last.ok()) {
    return last.IsNotFound() ? corrupt("the last record of ledger " + ledger.value + " is missing")
                             : std::unexpected(to_store_error(last, "checking the ledger's end"));
  }
  const auto record = parse(bytes);
  if (!record || record->ledger != ledger.value || record->recorded != state.last_recorded) {
    return corrupt("the last record of ledger " + ledger.value + " is not what was written");
  }
  return {};
}

}  // namespace

StoreResult<void> check_format(const Database& database, bool read_only) {
  std::string format;
  const auto found =
      database.db().Get(rocksdb::ReadOptions(), database.meta(), kFormatKey, &format);
  if (found.ok()) {
    if (format == kFormat) {
      return {};
    }
    return std::unexpected(StoreError{
        StoreErrorCode::unavailable, "ledger format " + format + " is not known here", {}, {}});
  }
  if (!found.IsNotFound()) {
    return std::unexpected(to_store_error(found, "reading the ledger's format"));
  }
  if (read_only) {
    return {};  // a writer is just about to make it
  }
  const auto marked = database.db().Put(durable_write(), database.meta(), kFormatKey, kFormat);
  if (!marked.ok()) {
    return std::unexpected(to_store_error(marked, "marking the ledger's format"));
  }
  return {};
}

StoreResult<LedgerStates> check_ledgers(const Database& database) {
  LedgerStates states;
  const std::unique_ptr<rocksdb::Iterator> at(
      database.db().NewIterator(rocksdb::ReadOptions(), database.meta()));
  for (at->Seek(kLedgerPrefix); at->Valid() && at->key().starts_with(kLedgerPrefix); at->Next()) {
    const LedgerId ledger{at->key().ToString().substr(kLedgerPrefix.size())};
    auto state = read_ledger_state({at->value().data(), at->value().size()});
    if (!is_ledger_id(ledger.value) || !state) {
      return corrupt("the state of a ledger does not read back");
    }
    if (auto checked = check_end(database, ledger, *state); !checked) {
      return std::unexpected(std::move(checked.error()));
    }
    states.emplace(ledger.value, std::move(*state));
  }
  if (!at->status().ok()) {
    return std::unexpected(to_store_error(at->status(), "reading the ledgers"));
  }
  return states;
}

}  // namespace langnghe::eventstore
