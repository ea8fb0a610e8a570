#pragma once

#include <cstdint>
#include <expected>
#include <functional>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <api/http_types.hpp>
#include <codec/field_error.hpp>
#include <domain/refusal.hpp>

/// A problem as RFC 9457 describes it: a stable code that programs rely on, facts, and words made
/// at the very end in the reader's language.
namespace langnghe::api {

/// Problems of the API itself; the rules' own refusals are domain::RefusalCode.
enum class ProblemCode {
  // the request line and its form
  malformed_target,
  unknown_path,
  method_not_allowed,  ///< facts: allow
  query_invalid,
  malformed_json,
  body_invalid,
  unsupported_media_type,
  content_coding_not_supported,  ///< facts: coding
  range_not_satisfiable,         ///< facts: bytes
  internal_error,
  // who asks
  unknown_ward,  ///< facts: ward
  sign_in_required,
  wrong_credentials,
  sign_in_throttled,  ///< facts: seconds
  second_factor_required,
  wrong_second_factor,
  other_ward,
  account_disabled,
  account_without_role,
  acting_role_not_held,  ///< facts: role
  csrf_token_missing,
  reading_not_permitted,
  password_change_not_permitted,
  second_factor_not_permitted,
  // repeating and racing
  idempotency_key_missing,
  idempotency_key_malformed,
  idempotency_key_reused,
  if_match_required,
  if_match_malformed,
  version_stale,  ///< facts: seen, current_version
  // several acts at once
  act_not_in_batch,      ///< facts: path
  act_comes_first,       ///< facts: act
  earlier_act_not_done,  ///< facts: earlier
  // what is asked for
  not_found,
  beyond_ledger,         ///< facts: asked, ledger_size
  position_not_reached,  ///< facts: asked, position
  too_many_streams,      ///< facts: most
  // without an account
  case_unknown,
  case_throttled,  ///< facts: seconds
  // personal data
  resident_key_destroyed,
  // files
  attaching_not_permitted,
  upload_interrupted,
  media_type_not_allowed,  ///< facts: given, allowed
  media_type_mismatch,     ///< facts: media_type
  attachment_too_large,    ///< facts: bytes_max
  attachment_erased,
  attachment_unknown,  ///< facts: hash
  attachment_damaged,
  storage_full,
  attachments_unavailable,
  // papers
  template_not_a_document,
  template_too_large,      ///< facts: where
  template_malformed,      ///< facts: where
  template_macro,          ///< facts: where
  template_external_link,  ///< facts: where
  template_unknown_tag,    ///< facts: where
  template_missing_tag,    ///< facts: where
  pdf_not_installed,
  pdf_not_made,
  // the machine
  record_too_large,
  queue_full,
  store_unavailable,
  ledger_differs,
  views_unavailable,
  search_not_ready,
  ledger_unreadable,  ///< facts: position
  vault_unavailable,
  accounts_unavailable,
  clock_unconfirmed,  ///< facts: reason, now, expected
  not_ready,
};

inline constexpr ProblemCode kLastProblemCode = ProblemCode::not_ready;

[[nodiscard]] std::string_view wire_name(ProblemCode code);
[[nodiscard]] int status_of(ProblemCode code);
[[nodiscard]] int status_of(domain::RefusalCode code);

/// One thing wrong in the body (a JSON Pointer) or in the query (a parameter's name).
struct Fault {
  enum class In { body, query };
  In in = In::body;
  std::string where;
  std::string code;
  std::string expected;  ///< a form, choices, a limit; the same in every language
};

/// The user who changed a resource since the caller saw it.
struct Change {
  std::uint64_t position = 0;
  std::string type;
  std::string user;
  std::string role;
  std::string happened;
  std::string recorded;
};

/// An act on a resource, and why it cannot be done now; nothing where it can.
struct AllowedAct {
  std::string_view act;  ///< of the domain's table, which lives for ever
  std::optional<domain::Refusal> refusal;
};
using AllowedActs = std::vector<AllowedAct>;

struct Problem {
  int status = 500;
  std::string code;
  std::vector<domain::Fact> facts;
  std::vector<Fault> faults;
  AllowedActs allowed_commands;  ///< 409
  std::vector<Change> changes;   ///< version_stale
  std::vector<std::pair<std::string, std::string>> headers;
  std::function<bool()> not_before;  ///< not a problem: see `Response::not_before`
};

[[nodiscard]] Problem problem(ProblemCode code, std::vector<domain::Fact> facts = {});
[[nodiscard]] Problem refused(const domain::Refusal& refusal);
[[nodiscard]] Problem query_problem(std::vector<Fault> faults);
/// 400 for what is not JSON at all, 422 for fields that are not what they should be.
[[nodiscard]] Problem body_problem(const codec::FieldErrors& errors);

/// The same with a wait, for 429 and 503 (RFC 9110 section 10.2.3).
[[nodiscard]] Problem retry_later(Problem what, int seconds);

/// Not an answer yet: the request is handled again once `ready` says yes.
[[nodiscard]] Problem not_before(std::function<bool()> ready);

/// The result of every resource.
using Reply = std::expected<Response, Problem>;

[[nodiscard]] inline std::unexpected<Problem> fail(Problem what) {
  return std::unexpected<Problem>(std::move(what));
}
[[nodiscard]] inline std::unexpected<Problem> fail(ProblemCode code,
                                                   std::vector<domain::Fact> facts = {}) {
  return std::unexpected<Problem>(problem(code, std::move(facts)));
}

}  // namespace langnghe::api
