#include <optional>
#include <string>

#include <following/records.hpp>

namespace langnghe::eventstore {
namespace {

StoreError leap(std::uint64_t expected, Position position) {
  return {StoreErrorCode::corrupt,
          "the ledger leaps from position " + std::to_string(expected) + " to " +
              std::to_string(position.value),
          {},
          {}};
}

}  // namespace

StoreResult<std::uint64_t> Records::visit(const RecordVisitor& visit) const {
  if (empty()) {
    return 0;
  }
  std::uint64_t next = from_.value;
  std::optional<StoreError> leapt;
  const auto visited = store_.visit_ledger(ledger_, from_, end_ - from_.value,
                                           [&](Position position, std::string_view bytes) {
                                             if (stop_.stop_requested()) {
                                               return false;
                                             }
                                             if (position.value != next) {
                                               leapt = leap(next, position);
                                               return false;
                                             }
                                             ++next;
                                             return visit(position, bytes);
                                           });
  if (!visited) {
    return std::unexpected(visited.error());
  }
  if (leapt) {
    return std::unexpected(*std::move(leapt));
  }
  return next - from_.value;
}

}  // namespace langnghe::eventstore
