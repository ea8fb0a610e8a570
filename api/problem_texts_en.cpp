#include <array>

#include "problem_texts.hpp"

namespace langnghe::api {
namespace {

constexpr auto kProblems = std::to_array<ProblemText>({
    // ---- the API
    {"malformed_target", "The address cannot be read",
     "The path or query is not a well-formed URL. Check the percent-encoding; `.`, `..` and "
     "encoded "
     "slashes are not accepted."},
    {"unknown_path", "Nothing is at this address",
     "The contract at /openapi.yaml lists every path there is."},
    {"method_not_allowed", "This address does not take that method", "Use one of: {allow}."},
    {"query_invalid", "A query parameter is not valid",
     "`errors` names each parameter and what is allowed. Correct the address and ask again."},
    {"malformed_json", "The body is not well-formed JSON",
     "Send one JSON object in UTF-8, each name once, nested at most 32 levels deep."},
    {"body_invalid", "Fields of the body are not valid",
     "`errors` names every field and what was expected. Correct them all and send again."},
    {"unsupported_media_type", "The body must be JSON",
     "Send the header Content-Type: application/json."},
    {"internal_error", "The server made a mistake",
     "Nothing is known to have been stored. Try again with the same Idempotency-Key: the act "
     "cannot "
     "happen twice. Tell the operator if it stays."},
    {"unknown_ward", "There is no such ward", "No ledger is called \"{ward}\". Check the address."},
    {"sign_in_required", "Sign in first",
     "Send the cookie of a login session or Authorization: Bearer with a valid access token. The "
     "session may have ended."},
    {"wrong_credentials", "User name or password is wrong",
     "Check both and try again. After several failures there is a wait."},
    {"sign_in_throttled", "Too many failed attempts", "Wait {seconds} seconds, then try again."},
    {"other_ward", "Your account belongs to another ward",
     "Use the address of your own ward, or ask its administrator for an account here."},
    {"account_disabled", "The account is not active",
     "Ask the ward's administrator to register or enable it."},
    {"account_without_role", "The account has no role",
     "Ask the ward's administrator to grant you one."},
    {"acting_role_not_held", "You do not hold that role",
     "X-Acting-Role names \"{role}\", which your account does not have. Leave the header out or "
     "name "
     "a role of yours."},
    {"csrf_token_missing", "The page's token is missing or old",
     "Send the csrf_token of GET …/session in the header X-CSRF-Token."},
    {"reading_not_permitted", "Your role may not read this",
     "Ask the ward's administrator if your work needs it."},
    {"password_change_not_permitted", "You may not change this password",
     "Change your own with the right old_password, or ask an administrator."},
    {"idempotency_key_missing", "An Idempotency-Key is needed",
     "Make a new random key for every act, and send the same one when you send it again."},
    {"idempotency_key_malformed", "The Idempotency-Key is not well-formed",
     "Use 1 to 255 visible ASCII characters, for example a UUID."},
    {"idempotency_key_reused", "This Idempotency-Key was used for another request",
     "Nothing was stored. Make a new key for a new act."},
    {"if_match_required", "Say which version you saw",
     "Read the resource and send its ETag in If-Match, so that nobody's change is overwritten "
     "unseen."},
    {"if_match_malformed", "If-Match is not a version",
     "Send the ETag as it was given, for example If-Match: \"3\"."},
    {"version_stale", "Somebody changed this in the meantime",
     "You saw version {seen}; it is now at {current_version}. `changes` says what happened since. "
     "Read it again and decide again."},
    {"not_found", "There is nothing by that name",
     "It does not exist in this ward, or is not yours to see."},
    {"beyond_ledger", "The ledger is not that long yet",
     "as_of={asked} was asked for and the ledger holds {ledger_size} records."},
    {"position_not_reached", "The views have not come that far yet",
     "min_position={asked} was asked for and the views hold {position} records. Try again "
     "shortly."},
    {"resident_key_destroyed", "This person's data was erased",
     "Their key was destroyed, so nothing can be sealed under it any more. Record a new speaker "
     "instead."},
    {"record_too_large", "The act is too large to be stored",
     "One record holds less than 64 KiB. Shorten the texts."},
    {"queue_full", "The server has too much to do",
     "Nothing was stored. Send the same request again shortly."},
    {"store_unavailable", "The ledger cannot be written now",
     "Writing stopped to protect the data. Reading goes on; tell the operator. Keep the "
     "Idempotency-Key and send the act again later."},
    {"views_unavailable", "The views cannot be read now", "Try again shortly; tell the operator."},
    {"ledger_unreadable", "A stored record cannot be read",
     "The record at position {position} is damaged or newer than this program. Tell the operator."},
    {"vault_unavailable", "Personal data cannot be sealed or opened now",
     "Nothing was stored. Tell the operator: the vault of keys does not answer."},
    {"not_ready", "The service is not ready", "`errors` says what it waits for."},
    // ---- the rules
    {"role_not_permitted", "Your role may not do this",
     "The act \"{act}\" is for other roles. Ask a colleague who holds one of them."},
    {"outside_khom_scope", "This is not your khóm",
     "Your account is limited to other khóm than \"{khom}\"."},
    {"same_person_drafted", "Who drafted an answer does not approve it",
     "Somebody else must approve it, or give override_reason, which stays visible for ever."},
    {"same_person_requested", "Who asked for an extension does not decide it",
     "Somebody else must decide it."},
    {"not_the_assignee", "This is assigned to somebody else",
     "Only the assigned officer may do this. Ask for a new assignment if the work is yours."},
    {"act_not_allowed_in_state", "That cannot be done now",
     "\"{act}\" is not possible while the state is \"{state}\". `allowed_commands` lists what is."},
    {"already_exists", "It exists already",
     "\"{stream}\" was made before. Read it and go on from there."},
    {"does_not_exist", "It does not exist",
     "\"{stream}\" is not in this ward's ledger. Check the address and the identifiers."},
    {"value_required", "A value is missing", "\"{field}\" must not be empty."},
    {"value_not_valid", "A value is not valid",
     "\"{field}\" cannot be \"{value}\". Correct it and send again."},
    {"unknown_khom", "There is no such khóm", "\"{khom}\" is not a khóm of this ward."},
    {"unknown_field_code", "There is no such field of work",
     "\"{field}\" is not in the list of the valid policy. Choose one of that list."},
    {"unknown_official", "There is no such official",
     "\"{official}\" is not appointed, or not in office on that day."},
    {"khom_not_valid_then", "The khóm did not exist on that day",
     "\"{khom}\" is not valid on {date}."},
    {"happened_in_future", "That has not happened yet",
     "\"{happened}\" lies after today, {today}. Only what took place is recorded."},
    {"happened_before_start", "That is before the beginning",
     "\"{happened}\" lies before {start}, when it began."},
    {"date_order", "The dates are in the wrong order", "{first} must not come after {second}."},
    {"duplicate_id", "The identifier is taken", "\"{id}\" is already used. Choose another."},
    {"opinion_without_issue", "An opinion raises at least one issue",
     "Add the issue, even where it is only to be noted."},
    {"issue_in_two_opinions", "An issue is named twice",
     "Each issue here must be new and named once."},
    {"no_policy_adopted", "No policy of time limits is adopted",
     "Adopt one first: POST …/policy/adopt-policy."},
    {"no_calendar_adopted", "No working calendar is adopted",
     "Adopt one first: POST …/calendar/adopt-calendar."},
    {"no_plan_for_year", "There is no plan for that year", "Draft the plan of {year} first."},
    {"no_report_route", "It is not known to whom reports go",
     "Adopt a report route valid on {date} first."},
    {"clock_not_running", "No deadline is running", "There is nothing to extend or to breach."},
    {"extension_limit_reached", "No further extension is possible",
     "The policy allows {limit}. Settle the matter or escalate it."},
    {"extension_too_long", "The extension is too long",
     "The policy allows at most {max_days} working days each time."},
    {"no_extension_requested", "Nobody asked for an extension", "There is nothing to decide."},
    {"extension_already_requested", "An extension is already asked for",
     "Wait for the decision on it."},
    {"number_taken", "The document number is taken",
     "Number {number} of {year} is in the register. Leave the number out to get the next free "
     "one."},
    {"attendance_missing", "Attendance is not recorded yet",
     "Record it before closing the dialogue."},
    {"dialogue_not_open", "The dialogue is not open",
     "Open it before recording what happens in it."},
    {"figures_not_frozen", "The figures are not frozen yet", "Freeze them before this act."},
    {"period_not_over", "The period is not over", "It ends on {to}. Ask for an estimate, or wait."},
    {"denunciation_keeps_nothing", "A denunciation is not recorded as an issue",
     "The law protects the denouncer: redirect it, and only the dialogue, the day, the counter, "
     "the "
     "paper register number and the receiving officer are kept."},
    {"not_a_legal_procedure", "Only complaints and denunciations are handed over",
     "Classify it first, or forward it to the competent body."},
});

constexpr auto kFaults = std::to_array<FaultText>({
    {"not_json", "This is not JSON."},
    {"too_deep", "Nested too deep."},
    {"duplicate_field", "This name stands twice in one object."},
    {"not_an_object", "An object is expected here."},
    {"unknown_field", "There is no field of this name. Known: {expected}."},
    {"missing_field", "This field is needed ({expected})."},
    {"wrong_type", "The kind of value is wrong: {expected} is expected."},
    {"too_long", "The text is too long; at most {expected} bytes."},
    {"too_many", "Too many items; at most {expected}."},
    {"wrong_count", "Exactly {expected} items are expected."},
    {"out_of_range", "Outside of {expected}."},
    {"not_a_choice", "Choose one of: {expected}."},
    {"not_a_date", "There is no such day; the form is {expected}."},
    {"not_a_time", "There is no such time; the form is {expected}."},
    {"not_an_instant", "Not an instant; the form is {expected}, with the offset."},
    {"not_well_formed_id", "Not a well-formed identifier: {expected}."},
    {"unknown_parameter", "There is no such parameter here. Known: {expected}."},
    {"missing_parameter", "This parameter is needed ({expected})."},
    {"repeated_parameter", "Given more than once."},
    {"not_a_number", "A whole number {expected} is expected."},
    {"day_is_no_instant",
     "A day is not an instant: say when on that day, for example {expected}, or give a ledger "
     "size."},
    {"malformed_cursor", "Use the `next` of the page before as it was given."},
    {"value_required", "Must not be empty."},
    {"value_not_valid", "This value is not possible here."},
    {"does_not_exist", "There is no such resident."},
    {"weak_secret", "At least 10 characters are needed."},
    {"too_wide", "At most {expected} days at once."},
    {"store_not_writable", "The ledger cannot be written."},
    {"views_stopped", "The views stopped: {expected}."},
    {"checkpoints_stopped", "No ledger head is signed any more: {expected}."},
    {"checkpoint_absent", "No ledger head is signed yet."},
    {"views_behind", "The views are {expected} records behind."},
});

}  // namespace

std::span<const ProblemText> problem_texts_en() {
  return kProblems;
}
std::span<const FaultText> fault_texts_en() {
  return kFaults;
}

}  // namespace langnghe::api
