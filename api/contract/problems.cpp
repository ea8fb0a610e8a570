#include "contract/problems.hpp"

#include <utility>

#include <domain/refusal.hpp>

#include "http/problem.hpp"
#include "problems/problem.hpp"

namespace langnghe::contract {
namespace {

using api::ProblemCode;

// No default: the compiler then names a problem of which it is not said where it may arise.
bool may_arise(ProblemCode code, const Asked& asked) {
  switch (code) {
    using enum ProblemCode;
    case malformed_target:
    case unknown_path:
    case method_not_allowed:
    case internal_error:
    case not_ready:
      return true;
    case query_invalid:
    case not_found:
    case unknown_ward:
    case store_unavailable:
    case views_unavailable:
    case ledger_unreadable:
    case ledger_differs:
    case accounts_unavailable:
      return asked.in_ward();
    case sign_in_required:
    case wrong_credentials:
    case other_ward:
    case account_disabled:
    case account_without_role:
    case reading_not_permitted:
    case beyond_ledger:
    case position_not_reached:
    case search_not_ready:
    case resident_key_destroyed:
      return asked.member() || asked.secrets;
    case vault_unavailable:
      return asked.member() || asked.secrets || asked.cases;
    case case_unknown:
    case case_throttled:
      return asked.cases;
    case too_many_streams:
      return asked.live;
    case sign_in_throttled:
    case second_factor_required:
    case wrong_second_factor:
    case password_change_not_permitted:
    case second_factor_not_permitted:
      return asked.secrets;
    case acting_role_not_held:
    case idempotency_key_missing:
    case idempotency_key_malformed:
    case idempotency_key_reused:
    case if_match_required:
    case if_match_malformed:
    case version_stale:
    case record_too_large:
      return asked.act;
    case act_not_in_batch:
    case act_comes_first:
    case earlier_act_not_done:
      return asked.batch;
    case csrf_token_missing:
    case queue_full:
    case clock_unconfirmed:
      return asked.writes;
    case malformed_json:
    case body_invalid:
      return asked.json_body;
    case unsupported_media_type:
    case content_coding_not_supported:
      return asked.writes;
    case range_not_satisfiable:
    case attaching_not_permitted:
    case upload_interrupted:
    case media_type_not_allowed:
    case media_type_mismatch:
    case attachment_too_large:
    case attachment_erased:
    case attachment_unknown:
    case attachment_damaged:
    case storage_full:
    case attachments_unavailable:
      return asked.file;
    case template_not_a_document:
    case template_too_large:
    case template_malformed:
    case template_macro:
    case template_external_link:
    case template_unknown_tag:
    case template_missing_tag:
      return asked.paper || asked.act;
    case pdf_not_installed:
    case pdf_not_made:
      return asked.paper;
  }
  return true;
}

template <class Code, class May>
void add(Code last, CodesByStatus& codes, May may) {
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    const auto code = static_cast<Code>(i);
    if (may(code)) {
      codes[api::status_of(code)].emplace(wire_name(code));
    }
  }
}

void add_refusals(CodesByStatus& codes) {
  add(domain::RefusalCode::purpose_required, codes, [](auto) { return true; });
}

/// The HTTP server may refuse any request before the program sees it. Where a status is named, its
/// problems therefore have the server's codes too.
void add_refusals_of_server(CodesByStatus& codes) {
  for (int i = 0; i <= static_cast<int>(http::kLastRefusal); ++i) {
    const auto refusal = static_cast<http::Refusal>(i);
    const auto found = codes.find(http::status_of(refusal));
    if (found != codes.end()) {
      found->second.emplace(http::wire_name(refusal));
    }
  }
}

CodesByStatus every_problem() {
  CodesByStatus codes;
  add(api::kLastProblemCode, codes, [](auto) { return true; });
  add_refusals(codes);
  add_refusals_of_server(codes);
  return codes;
}

}  // namespace

CodesByStatus problems_of(const Asked& asked) {
  CodesByStatus codes;
  add(api::kLastProblemCode, codes, [&](auto code) { return may_arise(code, asked); });
  if (asked.act) {
    add_refusals(codes);
  }
  return codes;
}

std::string problem_name(int status) {
  return "Problem" + std::to_string(status);
}

Json problem_schemas(const Json& problem) {
  Json schemas = Json::object();
  for (const auto& [status, codes] : every_problem()) {
    auto schema = problem;
    auto& members = schema["properties"];
    members["status"] = {{"type", "integer"}, {"const", status}};
    members["code"] = {{"type", "string"}, {"enum", codes}};
    schemas[problem_name(status)] = std::move(schema);
  }
  return schemas;
}

Json problem_responses(const Json& said) {
  Json responses = Json::object();
  for (const auto& [status, codes] : every_problem()) {
    auto response = said;
    const auto name = problem_name(status);
    response["content"]["application/problem+json"] = {
        {"schema", {{"$ref", "#/components/schemas/" + name}}}};
    if (status == 429 || status == 503) {
      response["headers"] = {{"Retry-After", {{"$ref", "#/components/headers/RetryAfter"}}}};
    }
    responses[name] = std::move(response);
  }
  return responses;
}

}  // namespace langnghe::contract
