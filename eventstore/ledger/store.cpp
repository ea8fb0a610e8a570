#include <algorithm>

#include <ledger/store.hpp>

namespace langnghe::eventstore {

// For engines that have to copy anyway: a page at a time.
StoreResult<std::uint64_t> EventStore::visit_ledger(const LedgerId& ledger, Position from,
                                                    std::uint64_t limit,
                                                    const RecordVisitor& visit) {
  constexpr std::uint64_t kPage = 1'000;
  std::uint64_t visited = 0;
  while (visited < limit) {
    const auto page = read_ledger(ledger, {from.value + visited}, std::min(kPage, limit - visited));
    if (!page) {
      return std::unexpected(page.error());
    }
    if (page->empty()) {
      break;
    }
    for (const Record& record : *page) {
      ++visited;
      if (!visit(record.position, record.bytes)) {
        return visited;
      }
    }
  }
  return visited;
}

std::string_view EventStore::writing_stopped_by() const {
  return writable() ? "" : "write_failed";
}

}  // namespace langnghe::eventstore
