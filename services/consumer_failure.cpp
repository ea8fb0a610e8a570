#include <log/log.hpp>
#include <services/consumer_failure.hpp>

namespace langnghe::tools {

void tell_failure(const eventstore::ConsumerState& state) {
  log::error(state.consumer + ": " + state.failure, state.ledger.value);
}

}  // namespace langnghe::tools
