#include "engine.hpp"

#include <stdexcept>
#include <utility>

#include <ledger/memory_store.hpp>
#include <rocksdb_engine/rocksdb_store.hpp>

namespace langnghe::test {

std::ostream& operator<<(std::ostream& out, Engine engine) {
  return out << (engine == Engine::memory ? "memory" : "rocksdb");
}

void StoreContract::open() {
  if (GetParam() == Engine::memory) {
    store_ = eventstore::make_memory_store();
    return;
  }
  auto opened = eventstore::open_rocksdb_store(
      {.directory = directory_.path() / "ledger", .read_only = false});
  if (!opened) {
    throw std::runtime_error(opened.error().context);
  }
  store_ = std::move(opened->store);
}

bool StoreContract::reopen() {
  if (GetParam() == Engine::memory) {
    return false;
  }
  close();
  open();
  return true;
}

}  // namespace langnghe::test
