#include "reading/shown_code.hpp"

#include <log/log.hpp>

#include "cases/case_book.hpp"
#include "cases/case_code.hpp"

namespace langnghe::api {

std::optional<std::string> shown_case_code(const Call& call,
                                           const projections::issues::IssueRow& row) {
  using enum domain::Role;
  const auto& access = *call.access;
  const bool hands_out = access.has(cchc_officer) || access.has(clerk) || access.has(khom_head);
  if (!hands_out || row.state.recorded.khom.value.empty()) {
    return std::nullopt;
  }
  const auto code = call.cases.code_of(call.services.vault, call.ledger_id(), row.id);
  if (!code) {
    log::error("vault: " + code.error());
    return std::nullopt;
  }
  return printed_case_code(*code);
}

}  // namespace langnghe::api
