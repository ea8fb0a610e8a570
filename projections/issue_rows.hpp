#pragma once

#include <domain/issue_state.hpp>
#include <projections/issues.hpp>

#include "row.hpp"
#include "settings_rows.hpp"

/// How an issue's state lies in rows.
namespace langnghe::projections::row {

void fields(auto& archive, Of<domain::IssueRecorded> auto& value) {
  auto& [dialogue, opinion, khom, resident, received, subject, field, pressing] = value;
  archive(dialogue, opinion, khom, resident, received, subject, field, pressing);
}
void fields(auto& archive, Of<domain::IssueClassified> auto& value) {
  auto& [type, field, complexity, policy_version, calendar_version, first_reply_due, original_due,
         provisional, term] = value;
  archive(type, field, complexity, policy_version, calendar_version, first_reply_due, original_due,
          provisional, term);
}
void fields(auto& archive, Of<domain::IssueAssigned> auto& value) {
  auto& [assignee, unit, internal_due] = value;
  archive(assignee, unit, internal_due);
}
void fields(auto& archive, Of<domain::ClockStep> auto& value) {
  auto& [kind, start, term, due, policy_version, calendar_version] = value;
  archive(kind, start, term, due, policy_version, calendar_version);
}
void fields(auto& archive, Of<domain::PendingExtension> auto& value) {
  auto& [requested_by, days, reason, late] = value;
  archive(requested_by, days, reason, late);
}
void fields(auto& archive, Of<domain::AnswerState> auto& value) {
  auto& [draft, drafted_by, outcome, text, legal_basis, sent_back, approved] = value;
  archive(draft, drafted_by, outcome, text, legal_basis, sent_back, approved);
}
void fields(auto& archive, Of<domain::NoticeIssued> auto& value) {
  auto& [number, symbol, date, signer, capacity] = value;
  archive(number, symbol, date, signer, capacity);
}
void fields(auto& archive, Of<domain::IssueForwarded> auto& value) {
  auto& [body, document, asked, resident_told] = value;
  archive(body, document, asked, resident_told);
}
void fields(auto& archive, Of<domain::HandedOver> auto& value) {
  auto& [type, dialogue, received, counter, paper_register_number, receiving_officer] = value;
  archive(type, dialogue, received, counter, paper_register_number, receiving_officer);
}
void fields(auto& archive, Of<domain::IssueState> auto& value) {
  auto& [phase, recorded, classification, assignment, first_reply_on, original_due, effective_due,
         settled_on, delivered_on, clock, extensions, pending_extension, answer, notice, forward,
         handed_over, feedback_asked, verdict, reopenings, last_act_on] = value;
  archive(phase, recorded, classification, assignment, first_reply_on, original_due, effective_due,
          settled_on, delivered_on, clock, extensions, pending_extension, answer, notice, forward,
          handed_over, feedback_asked, verdict, reopenings, last_act_on);
}

void fields(auto& archive, Of<issues::IssueRow> auto& value) {
  auto& [id, version, last, state] = value;
  archive(id, version, last, state);
}

}  // namespace langnghe::projections::row
