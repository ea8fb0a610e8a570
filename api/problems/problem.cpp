#include "problems/problem.hpp"

#include <algorithm>
#include <array>

#include <domain/enum_text.hpp>

namespace langnghe::api {
namespace {

struct Row {
  ProblemCode code;
  int status;
  std::string_view name;
};

using enum ProblemCode;

constexpr auto kRows = std::to_array<Row>({
    {malformed_target, 400, "malformed_target"},
    {unknown_path, 404, "unknown_path"},
    {method_not_allowed, 405, "method_not_allowed"},
    {query_invalid, 400, "query_invalid"},
    {malformed_json, 400, "malformed_json"},
    {body_invalid, 422, "body_invalid"},
    {unsupported_media_type, 415, "unsupported_media_type"},
    {content_coding_not_supported, 415, "content_coding_not_supported"},
    {range_not_satisfiable, 416, "range_not_satisfiable"},
    {internal_error, 500, "internal_error"},
    {unknown_ward, 404, "unknown_ward"},
    {sign_in_required, 401, "sign_in_required"},
    {wrong_credentials, 401, "wrong_credentials"},
    {sign_in_throttled, 429, "sign_in_throttled"},
    {second_factor_required, 401, "second_factor_required"},
    {wrong_second_factor, 401, "wrong_second_factor"},
    {other_ward, 403, "other_ward"},
    {account_disabled, 403, "account_disabled"},
    {account_without_role, 403, "account_without_role"},
    {acting_role_not_held, 403, "acting_role_not_held"},
    {csrf_token_missing, 403, "csrf_token_missing"},
    {reading_not_permitted, 403, "reading_not_permitted"},
    {password_change_not_permitted, 403, "password_change_not_permitted"},
    {second_factor_not_permitted, 403, "second_factor_not_permitted"},
    {idempotency_key_missing, 400, "idempotency_key_missing"},
    {idempotency_key_malformed, 400, "idempotency_key_malformed"},
    {idempotency_key_reused, 422, "idempotency_key_reused"},
    {if_match_required, 428, "if_match_required"},
    {if_match_malformed, 400, "if_match_malformed"},
    {version_stale, 412, "version_stale"},
    {act_not_in_batch, 422, "act_not_in_batch"},
    {act_comes_first, 422, "act_comes_first"},
    {earlier_act_not_done, 424, "earlier_act_not_done"},
    {not_found, 404, "not_found"},
    {beyond_ledger, 400, "beyond_ledger"},
    {position_not_reached, 503, "position_not_reached"},
    {too_many_streams, 429, "too_many_streams"},
    {case_unknown, 404, "case_unknown"},
    {case_throttled, 429, "case_throttled"},
    {resident_key_destroyed, 409, "resident_key_destroyed"},
    {attaching_not_permitted, 403, "attaching_not_permitted"},
    {upload_interrupted, 400, "upload_interrupted"},
    {media_type_not_allowed, 415, "media_type_not_allowed"},
    {media_type_mismatch, 415, "media_type_mismatch"},
    {attachment_too_large, 413, "attachment_too_large"},
    {attachment_erased, 410, "attachment_erased"},
    {attachment_unknown, 422, "attachment_unknown"},
    {attachment_damaged, 500, "attachment_damaged"},
    {storage_full, 507, "storage_full"},
    {attachments_unavailable, 503, "attachments_unavailable"},
    {template_not_a_document, 422, "template_not_a_document"},
    {template_too_large, 422, "template_too_large"},
    {template_malformed, 422, "template_malformed"},
    {template_macro, 422, "template_macro"},
    {template_external_link, 422, "template_external_link"},
    {template_unknown_tag, 422, "template_unknown_tag"},
    {template_missing_tag, 422, "template_missing_tag"},
    {pdf_not_installed, 503, "pdf_not_installed"},
    {pdf_not_made, 503, "pdf_not_made"},
    {record_too_large, 413, "record_too_large"},
    {queue_full, 503, "queue_full"},
    {store_unavailable, 503, "store_unavailable"},
    {ledger_differs, 503, "ledger_differs"},
    {views_unavailable, 503, "views_unavailable"},
    {search_not_ready, 503, "search_not_ready"},
    {ledger_unreadable, 500, "ledger_unreadable"},
    {vault_unavailable, 503, "vault_unavailable"},
    {accounts_unavailable, 503, "accounts_unavailable"},
    {clock_unconfirmed, 503, "clock_unconfirmed"},
    {not_ready, 503, "not_ready"},
});
static_assert(kRows.size() == static_cast<std::size_t>(kLastProblemCode) + 1);

const Row& row_of(ProblemCode code) {
  return *std::ranges::find(kRows, code, &Row::code);
}

/// A fact named `field` says which member of the body is meant.
std::vector<Fault> faults_of(const domain::Refusal& refusal) {
  if (status_of(refusal.code) != 422) {
    return {};
  }
  for (const auto& fact : refusal.facts) {
    if (fact.name == "field" && refusal.code != domain::RefusalCode::unknown_field_code) {
      std::string pointer = "/" + fact.value;
      std::ranges::replace(pointer, '.', '/');
      return {
          {Fault::In::body, std::move(pointer), std::string(domain::wire_name(refusal.code)), ""}};
    }
  }
  return {};
}

}  // namespace

std::string_view wire_name(ProblemCode code) {
  return row_of(code).name;
}

Problem not_before(std::function<bool()> ready) {
  Problem waiting;
  waiting.not_before = std::move(ready);
  return waiting;
}

int status_of(ProblemCode code) {
  return row_of(code).status;
}

// No default: the compiler then names a refusal that has no status.
int status_of(domain::RefusalCode code) {
  switch (code) {
    using enum domain::RefusalCode;
    case role_not_permitted:
    case outside_khom_scope:
    case same_person_drafted:
    case same_person_requested:
    case not_the_assignee:
    case chair_decides:
    case own_commitment:
      return 403;
    case does_not_exist:
    case unknown_commitment:
    case unknown_recommendation:
    case unknown_document:
      return 404;
    case act_not_allowed_in_state:
    case already_exists:
    case duplicate_id:
    case no_policy_adopted:
    case no_calendar_adopted:
    case no_plan_for_year:
    case no_report_route:
    case clock_not_running:
    case extension_limit_reached:
    case no_extension_requested:
    case extension_already_requested:
    case number_taken:
    case number_not_next:
    case number_before_last:
    case counter_taken:
    case paper_unchanged:
    case presentation_undecided:
    case chair_booked:
    case attendance_missing:
    case dialogue_not_open:
    case figures_not_frozen:
    case period_not_over:
    case not_a_legal_procedure:
    case clock_already_paused:
    case clock_not_paused:
    case deadline_not_reached:
    case already_marked:
    case deadline_unchanged:
    case number_in_use:
    case same_issue:
    case other_issue_ended:
    case different_khom:
    case not_absorbed:
    case answer_owed:
    case not_from_a_dialogue:
    case undecided_issues:
    case already_invited:
    case not_invited:
    case figures_unchanged:
    case already_imported:
    case commitment_settled:
    case obligation_met:
    case obligation_not_missed:
    case quarter_not_over:
    case key_destroyed:
    case issue_open:
    case retention_running:
    case already_answered:
      return 409;
    case value_required:
    case value_not_valid:
    case unknown_khom:
    case unknown_field_code:
    case unknown_official:
    case khom_not_valid_then:
    case happened_in_future:
    case happened_before_start:
    case date_order:
    case not_the_meetings_day:
    case not_an_earlier_matter:
    case opinion_without_issue:
    case issue_in_two_opinions:
    case extension_too_long:
    case denunciation_keeps_nothing:
    case signature_not_authorised:
    case pause_too_long:
    case purpose_required:
      return 422;
  }
  return 500;
}

Problem problem(ProblemCode code, std::vector<domain::Fact> facts) {
  Problem made;
  made.status = status_of(code);
  made.code = std::string(wire_name(code));
  made.facts = std::move(facts);
  return made;
}

Problem refused(const domain::Refusal& refusal) {
  Problem made;
  made.status = status_of(refusal.code);
  made.code = std::string(domain::wire_name(refusal.code));
  made.facts = refusal.facts;
  made.faults = faults_of(refusal);
  return made;
}

Problem query_problem(std::vector<Fault> faults) {
  auto made = problem(query_invalid);
  made.faults = std::move(faults);
  return made;
}

Problem body_problem(const codec::FieldErrors& errors) {
  using codec::FieldErrorCode;
  const bool not_a_document = std::ranges::any_of(errors, [](const codec::FieldError& error) {
    return error.code == FieldErrorCode::not_json || error.code == FieldErrorCode::too_deep ||
           error.code == FieldErrorCode::duplicate_field;
  });
  if (errors.size() == 1 && errors.front().code == FieldErrorCode::blank_text) {
    // One answer for a blank value, whether its blanks are of ASCII or of any other script.
    auto name = errors.front().where.substr(1);
    std::ranges::replace(name, '/', '.');
    return refused({domain::RefusalCode::value_required, {{"field", std::move(name)}}});
  }
  auto made = problem(not_a_document ? malformed_json : body_invalid);
  for (const auto& error : errors) {
    made.faults.push_back(
        {Fault::In::body, error.where, std::string(domain::to_text(error.code)), error.expected});
  }
  return made;
}

Problem retry_later(Problem what, int seconds) {
  what.headers.emplace_back("Retry-After", std::to_string(seconds));
  return what;
}

}  // namespace langnghe::api
