#include <iostream>

#include <services/consumer_failure.hpp>

namespace langnghe::tools {

void tell_failure(const eventstore::ConsumerState& state) {
  std::cerr << "langnghe: " + state.consumer + ": " + state.ledger.value + ": " + state.failure +
                   "\n";
}

}  // namespace langnghe::tools
