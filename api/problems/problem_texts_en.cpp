#include <array>

#include "problems/problem_texts.hpp"

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
    {"content_coding_not_supported", "The body is compressed or coded",
     "Content-Encoding is \"{coding}\", and no coding is taken. Send the body as it is."},
    {"range_not_satisfiable", "The file has no such part",
     "It has {bytes} bytes. Ask for a part within them, or for the whole without Range."},
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
    {"second_factor_required", "A code is needed too",
     "The password is right. Send the six digits that the program on your phone shows now, or a "
     "recovery code."},
    {"wrong_second_factor", "The code is wrong",
     "Send the code that the phone shows now; each is good once. Look at the phone's clock. After "
     "many failures you will have to wait."},
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
    {"second_factor_not_permitted", "You may not change this second factor",
     "Your own needs your password and a right code; who lost the phone asks an administrator."},
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
    {"too_many_streams", "Too many live streams are open",
     "One user has {most} at most. Close a window that follows the ward, or try again shortly."},
    {"case_unknown", "No case was found",
     "Check the code on your slip and the last four digits of the phone number that you left. The "
     "ward's office helps where the slip is lost."},
    {"case_throttled", "Too many codes that fit nothing",
     "Wait {seconds} seconds, then try again."},
    {"resident_key_destroyed", "This person's data was erased",
     "Their key was destroyed, so nothing can be sealed under it any more. Record a new speaker "
     "instead."},
    {"attaching_not_permitted", "Your role may not attach files",
     "Those who take in and handle issues, and the clerk, attach files. Ask one of them."},
    {"upload_interrupted", "The file did not arrive whole",
     "Nothing was stored. Send the file again."},
    {"media_type_not_allowed", "Files of this type are not taken",
     "Content-Type is \"{given}\". Taken are: {allowed}. Convert the file to one of them and send "
     "it again."},
    {"media_type_mismatch", "The file is not of the type it is declared to be",
     "Its first bytes are not those of {media_type}. Send the Content-Type that fits the file, or "
     "see whether the file is damaged."},
    {"attachment_too_large", "The file is too large",
     "At most {bytes_max} bytes are taken. Scan at a lower resolution, compress, or split it."},
    {"attachment_erased", "The file was erased for ever",
     "The resident's key was destroyed when their data was erased; nobody can open it any more."},
    {"attachment_unknown", "There is no such file",
     "No file {hash} is stored here. Upload it first (POST …/attachments), then name the hash of "
     "the "
     "answer."},
    {"attachment_damaged", "The stored file is damaged",
     "Its bytes no longer give the hash in the ledger, so they are not handed out. Tell the "
     "operator: langnghe doctor, then fetch it from a backup."},
    {"storage_full", "The server's disk is full",
     "Nothing was stored. Tell the operator to make room on the disk, then send it again."},
    {"attachments_unavailable", "Files cannot be read or written now",
     "Nothing was stored. Try again later; if it goes on, tell the operator."},
    {"pdf_not_installed", "This server makes no PDF yet",
     "LibreOffice is not installed: ask the operator for the package libreoffice-writer-nogui. "
     "Until "
     "then take the Word document (`format=docx`)."},
    {"pdf_not_made", "The PDF cannot be made now",
     "The server makes one at a time and is busy, or this one took too long. Try again in a "
     "moment, "
     "or take the Word document (`format=docx`)."},
    {"record_too_large", "The act is too large to be stored",
     "One record holds less than 64 KiB. Shorten the texts."},
    {"queue_full", "The server has too much to do",
     "Nothing was stored. Send the same request again shortly."},
    {"store_unavailable", "The ledger cannot be written now",
     "Writing stopped to protect the data. Reading goes on; tell the operator. Keep the "
     "Idempotency-Key and send the act again later."},
    {"ledger_differs", "The ledger is not what was signed",
     "Nothing was stored. Writing has stopped until the ledger is restored; reading goes on. Tell "
     "the operator: /readyz says which ledger, and from which position."},
    {"views_unavailable", "The views cannot be read now", "Try again shortly; tell the operator."},
    {"search_not_ready", "Nothing can be searched yet",
     "The index is being made or is a moment behind. Try again shortly; lists without q are "
     "answered."},
    {"ledger_unreadable", "A stored record cannot be read",
     "The record at position {position} is damaged or newer than this program. Tell the operator."},
    {"vault_unavailable", "Personal data cannot be sealed or opened now",
     "Nothing was stored. Tell the operator: the vault of keys does not answer."},
    {"accounts_unavailable", "The accounts cannot be read now",
     "Nobody can be recognised until then. Tell the operator: /readyz and the log say what is "
     "wrong "
     "with accounts.json."},
    {"clock_unconfirmed", "The server's clock has to be confirmed",
     "Nothing was stored, reading goes on. The clock says {now}, expected is about {expected}. An "
     "administrator compares it with another clock and confirms it (ward/confirm-time), or has it "
     "set right."},
    {"not_ready", "The service is not ready", "`errors` says what it waits for."},
    // ---- the rules
    {"role_not_permitted", "Your role may not do this",
     "The act \"{act}\" is for: {roles}. Ask somebody who holds such a role."},
    {"outside_khom_scope", "This is not your khóm",
     "Your account is limited to other khóm than \"{khom}\"."},
    {"same_person_drafted", "Who drafted an answer does not approve it",
     "Somebody else must approve it, or give override_reason, which stays visible for ever."},
    {"same_person_requested", "Who asked for an extension does not decide it",
     "Somebody else must decide it."},
    {"not_the_assignee", "This is assigned to somebody else",
     "Only the assigned officer may do this. Ask for a new assignment if the work is yours."},
    {"act_not_allowed_in_state", "That cannot be done now",
     "\"{act}\" is not possible: {state}. Read it again to see what can be done."},
    {"already_exists", "It exists already",
     "There is {stream} already. Read it and go on from there."},
    {"does_not_exist", "It does not exist",
     "There is no {stream} in this ward's ledger. Check the address and the identifiers."},
    {"value_required", "A value is missing", "This must be given: {field}."},
    {"value_not_valid", "A value is not valid",
     "This value cannot be used for: {field}. Correct it and send again."},
    {"unknown_khom", "There is no such khóm", "\"{khom}\" is not a khóm of this ward."},
    {"unknown_field_code", "There is no such field of work",
     "\"{field}\" is not in the list of the valid policy. Choose one of that list."},
    {"unknown_official", "There is no such official",
     "\"{official}\" is not appointed, or not in office on that day."},
    {"khom_not_valid_then", "The khóm did not exist on that day",
     "\"{khom}\" is not valid on {date}."},
    {"happened_in_future", "That has not happened yet",
     "{happened} lies after today, {today}. Only what took place is recorded."},
    {"happened_before_start", "That is before the beginning",
     "{happened} lies before {start}, the day of \"{act}\". This act rests on that one and cannot "
     "have happened earlier: check the day."},
    {"date_order", "The order in time is wrong",
     "{first} should come no later than {second}, and comes after it. Check both."},
    {"duplicate_id", "The identifier is taken", "\"{id}\" is already used. Choose another."},
    {"not_the_meetings_day", "That is not the day of the dialogue",
     "The dialogue is set for {day}, and this is said to have happened on {happened}. If it is "
     "held on another day, postpone it to that day first."},
    {"already_invited", "Already invited", "This person or body is among those invited already."},
    {"not_invited", "Not invited",
     "This person or body is not among those invited. Invite first, then record the answer."},
    {"not_an_earlier_matter", "That is no earlier matter of this khóm",
     "Issue {issue} is of another khóm, or was raised at this very dialogue. Only earlier matters "
     "of the same khóm are presented."},
    {"figures_unchanged", "The figures have not changed",
     "What was told still stands, so there is nothing to supplement."},
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
    {"number_not_next", "That is not the next number",
     "Number {number} is not the next of the series, which is {next}. Leave it out to take the "
     "next one; for a gap the chair first allows the number, with the reason."},
    {"number_before_last", "Numbers and dates would run against each other",
     "Number {number} of {date} would stand after {last} of {last_date}. If the document really "
     "comes late to the register, the chair first allows the number, with the reason."},
    {"counter_taken", "That counter is used",
     "Counter {counter} exists in {year}. Leave it out to take the next one."},
    {"signature_not_authorised", "The signer has no authority for this",
     "\"{official}\" may not sign a document of type {document} as given on {date}. The chair "
     "signs TM or OWN, a deputy KT; everybody else only under a recorded written delegation in "
     "force."},
    {"presentation_undecided", "It is open whether earlier results were presented",
     "Record the presentation of earlier results, or the reason for skipping it, then sign."},
    {"chair_booked", "The chair has another dialogue at that hour",
     "\"{chair}\" chairs \"{dialogue}\" on {date} at {start}. Choose another hour or chair; if it "
     "shall stay so, send it again with double_booking true."},
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
    {"chair_decides", "The chair decides this",
     "A date later than the running one is set by the chair alone, with a reason."},
    {"clock_already_paused", "The clock is paused already",
     "Wait for the end of the pause, or let it run again first."},
    {"clock_not_paused", "The clock is not paused", "There is no pause to end."},
    {"pause_too_long", "The pause is too long",
     "The policy allows at most {max_days} days each time."},
    {"deadline_not_reached", "The deadline has not come",
     "It is due on {due}: that has not passed, or what was done in time may still be entered."},
    {"already_marked", "It is marked already",
     "This was recorded for the deadline of {due}, and is recorded once for each."},
    {"deadline_unchanged", "The deadline does not change",
     "The calendar and policy in force give the date it has."},
    {"number_in_use", "A document carries this number",
     "Number {number} belongs to a document that was issued, so it cannot be voided."},
    {"same_issue", "It is the same issue", "Name another issue."},
    {"other_issue_ended", "The other issue is not being handled",
     "\"{issue}\" has ended, was merged, or carries issues merged into it. Choose one that is "
     "being handled."},
    {"different_khom", "The issues are of two khóm",
     "Only issues of one khóm are merged; link them if they belong together."},
    {"answer_owed", "Somebody has not got the answer yet",
     "Whoever raised what was merged in ({issues}) keeps the right to the answer. Deliver or post "
     "the notice for them, or record why it cannot be delivered, and close then."},
    {"not_from_a_dialogue", "Only what was said at a dialogue is answered on the spot",
     "This came in another way: classify it, have it handled and answer in writing."},
    {"undecided_issues", "Some issues are not decided yet",
     "Once the minutes are signed, {issues} can no longer be answered on the spot or noted. Look "
     "at "
     "each; if they are to be taken away, send the act again and name them in \"taken_away\"."},
    {"not_absorbed", "It was not merged", "There is nothing to take apart."},
    {"already_imported", "This row was imported before",
     "Row \"{external_id}\" of this list is in the ledger, and is taken once."},
    {"unknown_commitment", "There is no such commitment",
     "\"{commitment}\" is not among those of this issue. Read them again."},
    {"commitment_settled", "The commitment was seen to be kept",
     "The khóm has seen it done; it does not change any more."},
    {"own_commitment", "Who promised does not verify",
     "A khóm head or supervisor other than who promised must do it."},
    {"obligation_met", "The khóm had its dialogues",
     "\"{khom}\" had enough of them in quarter {quarter}; nothing was missed."},
    {"obligation_not_missed", "That quarter was not missed",
     "\"{khom}\" was not recorded as missed in quarter {quarter}, so nothing is to be made good."},
    {"quarter_not_over", "The quarter is not over", "It ends on {to}. Wait until then."},
    {"key_destroyed", "This person's data was erased",
     "The key was destroyed by decision; nothing more is recorded about this person."},
    {"issue_open", "An issue of this person is open",
     "\"{issue}\" has not ended, so the key is still needed. End it first."},
    {"retention_running", "The data must still be kept",
     "It is kept until {until}. Before that only a lawful request erases it."},
    {"unknown_recommendation", "There is no such recommendation",
     "\"{recommendation}\" is not in the record of supervision."},
    {"already_answered", "The recommendation was answered",
     "Each is answered once, and the answer stays for ever."},
    {"purpose_required", "A purpose is needed",
     "Say what the sealed data is read for; the purpose is kept in the ledger."},
});

constexpr auto kFaults = std::to_array<FaultText>({
    {"not_json", "This is not JSON."},
    {"too_deep", "Nested too deep."},
    {"duplicate_field", "This name stands twice in one object."},
    {"not_an_object", "An object is expected here."},
    {"unknown_field", "There is no field of this name. Known: {expected}."},
    {"missing_field", "This field is needed ({expected})."},
    {"wrong_type", "The kind of value is wrong: {expected} is expected."},
    {"too_long", "The text is too long; at most {expected} characters."},
    {"too_many", "Too many items; at most {expected}."},
    {"wrong_count", "Exactly {expected} items are expected."},
    {"out_of_range", "Outside of {expected}."},
    {"not_a_choice", "Choose one of: {expected}."},
    {"not_a_date", "There is no such day; the form is {expected}."},
    {"not_a_time", "There is no such time; the form is {expected}."},
    {"not_an_instant", "Not an instant; the form is {expected}, with the offset."},
    {"not_a_moment",
     "Not a moment: a day, an instant with its offset, or a ledger size is expected ({expected})."},
    {"not_well_formed_id", "Not a well-formed identifier: {expected}."},
    {"official_without_account",
     "This is an official, who has no account with the role officer. Choose somebody of GET "
     "…/assignees, or have an administrator make the account."},
    {"official_with_several_accounts",
     "This official has several accounts that can accept work. Name the user, see GET "
     "…/assignees."},
    {"not_a_hash", "A SHA-256 is expected: 64 hexadecimal digits in lower case."},
    {"not_utf8", "This is not text in UTF-8."},
    {"control_character",
     "Holds the control character {expected}, which copying often brings along. Delete it, or type "
     "the passage again."},
    {"line_break", "This field has one line. Remove line breaks and tabs."},
    {"bidirectional_control",
     "Holds {expected}, which shows the text in another order than it is stored. Delete it, or "
     "type the passage again."},
    {"invisible_character",
     "Holds {expected}, which shows nothing; copying from web pages often brings it along. Delete "
     "it, or type the passage again."},
    {"unassigned_character",
     "{expected} means nothing in Unicode, so it cannot be read elsewhere. Use ordinary letters."},
    {"too_many_marks", "A letter carries too many marks. Type the passage again."},
    {"looks_like_tcvn3",
     "This looks like TCVN3 (fonts .VnTime, .VnArial), which cannot be read elsewhere. Convert it "
     "to Unicode (Unikey: Ctrl+Shift+F6) and send it again."},
    {"looks_like_vni",
     "This looks like VNI (fonts VNI-Times), which cannot be read elsewhere. Convert it to Unicode "
     "(Unikey: Ctrl+Shift+F6) and send it again."},
    {"secret_not_typable",
     "A password must not hold controls or characters that show nothing. Type it on the keyboard."},
    {"unknown_parameter", "There is no such parameter here. Known: {expected}."},
    {"missing_parameter", "This parameter is needed ({expected})."},
    {"repeated_parameter", "Given more than once."},
    {"no_person", "Write words of a name, a whole phone number, or its last four digits."},
    {"no_words", "Write a word of letters or digits; at most {expected} words at once."},
    {"not_a_number", "A whole number {expected} is expected."},
    {"later_than_to", "Must be no later than `to`."},
    {"malformed_case_code",
     "Not a code as the slip has it: check each symbol. 0, O, 1, I and L are in none."},
    {"malformed_cursor", "Use the `next` of the page before as it was given."},
    {"value_required", "Must not be empty."},
    {"value_not_valid", "This value is not possible here."},
    {"does_not_exist", "There is no such resident."},
    {"wrong_code", "The code is wrong: send the one that the phone shows now; each is good once."},
    {"no_offer", "No secret was made, or more than fifteen minutes ago. Begin again."},
    {"second_factor_is_on", "It is on already: turn it off before you turn it on anew."},
    {"wrong_password", "The password is wrong."},
    {"weak_secret", "At least 10 characters are needed."},
    {"too_wide", "At most {expected} days at once."},
    {"store_not_writable", "The ledger cannot be written."},
    {"ledger_differs",
     "The ledger is not what its signed head stands for, from position {expected} on. Writing and "
     "signing have stopped. Stop langnghe, restore the newest backup (langnghe restore) and tell "
     "the supervisors."},
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
