#include <algorithm>

#include <following/catch_up.hpp>

namespace langnghe::eventstore {

Outcome catch_up(Consumer& consumer, LedgerReader& store, const LedgerId& ledger,
                 std::uint64_t records_max) {
  if (auto begun = consumer.begin({}); !begun) {
    return begun;
  }
  const auto size = store.size(ledger);
  if (!size) {
    return std::unexpected(Failure{size.error().context});
  }
  while (consumer.checkpoint().value < *size) {
    const auto from = consumer.checkpoint();
    const Records records(store, ledger, from, std::min(*size, from.value + records_max));
    if (auto taken = consumer.take(records); !taken) {
      return taken;
    }
    if (consumer.checkpoint() == from) {
      return std::unexpected(Failure{"the records end before the ledger's size"});
    }
  }
  return {};
}

}  // namespace langnghe::eventstore
