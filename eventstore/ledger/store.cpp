#include <ledger/store.hpp>

namespace langnghe::eventstore {

std::string_view EventStore::writing_stopped_by() const {
  return writable() ? "" : "write_failed";
}

}  // namespace langnghe::eventstore
