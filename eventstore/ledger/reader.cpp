#include <algorithm>
#include <memory>

#include <ledger/reader.hpp>

namespace langnghe::eventstore {
namespace {

/// A lease of an engine that one process has to itself.
class StandingLease final : public Lease {
 public:
  [[nodiscard]] bool held() const override { return true; }
};

}  // namespace

// For engines that have to copy anyway: a page at a time.
StoreResult<std::uint64_t> LedgerReader::visit_ledger(const LedgerId& ledger, Position from,
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

StoreResult<std::unique_ptr<Lease>> LedgerReader::claim(const LedgerId& /*ledger*/, Duty /*duty*/) {
  return std::make_unique<StandingLease>();
}

}  // namespace langnghe::eventstore
