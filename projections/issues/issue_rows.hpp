#pragma once

#include <domain/issue_state.hpp>
#include <projections/commitments.hpp>
#include <projections/issues.hpp>
#include <projections/work.hpp>

#include "rows/row.hpp"
#include "rows/value_rows.hpp"
#include "settings/settings_rows.hpp"

/// How an issue's state lies in rows.
namespace langnghe::projections::row {

void fields(auto& archive, Of<domain::ImportOrigin> auto& value) {
  auto& [source, external_id, file_hash, line, agreed_due] = value;
  archive(source, external_id, file_hash, line, agreed_due);
}
void fields(auto& archive, Of<domain::FirstReplyOwed> auto& value) {
  auto& [start, due, policy_version, calendar_version] = value;
  archive(start, due, policy_version, calendar_version);
}
void fields(auto& archive, Of<domain::ClockCourse::DueFrom> auto& value) {
  auto& [since, due] = value;
  archive(since, due);
}
void fields(auto& archive, Of<domain::ClockCourse::RunsFrom> auto& value) {
  auto& [since, runs] = value;
  archive(since, runs);
}
void fields(auto& archive, Of<domain::ClockCourse> auto& value) {
  auto& [dues, runs] = value;
  archive(dues, runs);
}
void fields(auto& archive, Of<domain::Breach> auto& value) {
  auto& [clock, due, day] = value;
  archive(clock, due, day);
}
void fields(auto& archive, Of<domain::IssueRecorded> auto& value) {
  auto& [channel, dialogue, opinion, khom, resident, received, subject, field, pressing, words,
         origin, split_from, first_reply, first_reply_on] = value;
  archive(channel, dialogue, opinion, khom, resident, received, subject, field, pressing, words,
          origin, split_from, first_reply, first_reply_on);
}
void fields(auto& archive, Of<domain::IssueClassified> auto& value) {
  auto& [type, field, complexity, policy_version, calendar_version, first_reply_due, original_due,
         provisional, term, start, group] = value;
  archive(type, field, complexity, policy_version, calendar_version, first_reply_due, original_due,
          provisional, term, start, group);
}
void fields(auto& archive, Of<domain::IssueAssigned> auto& value) {
  auto& [assignee, unit, internal_due] = value;
  archive(assignee, unit, internal_due);
}
void fields(auto& archive, Of<domain::Pause> auto& value) {
  auto& [from, until] = value;
  archive(from, until);
}
void fields(auto& archive, Of<domain::ResolutionClock> auto& value) {
  auto& [start, term, agreed_due, extensions, pauses] = value;
  archive(start, term, agreed_due, extensions, pauses);
}
void fields(auto& archive, Of<domain::ClockStep> auto& value) {
  auto& [kind, on, previous_due, due, clock, policy_version, calendar_version, reason] = value;
  archive(kind, on, previous_due, due, clock, policy_version, calendar_version, reason);
}
void fields(auto& archive, Of<domain::ClockPaused> auto& value) {
  auto& [ground, until, reason, previous_due, new_due, calendar_version] = value;
  archive(ground, until, reason, previous_due, new_due, calendar_version);
}
void fields(auto& archive, Of<domain::PendingExtension> auto& value) {
  auto& [requested_by, days, reason, late] = value;
  archive(requested_by, days, reason, late);
}
void fields(auto& archive, Of<domain::MarkedDue> auto& value) {
  auto& [first_reply, resolution] = value;
  archive(first_reply, resolution);
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
void fields(auto& archive, Of<domain::HandlingRefused> auto& value) {
  auto& [ground, reason, number, symbol, date, signer, capacity] = value;
  archive(ground, reason, number, symbol, date, signer, capacity);
}
void fields(auto& archive, Of<domain::ReopenRequested> auto& value) {
  auto& [requester, reason] = value;
  archive(requester, reason);
}
void fields(auto& archive, Of<domain::AbsorbedIssue> auto& value) {
  auto& [issue, resident, received, round, start, served_on, given_up_for] = value;
  archive(issue, resident, received, round, start, served_on, given_up_for);
}
void fields(auto& archive, Of<domain::Delivery> auto& value) {
  auto& [on, method, proof, absorbed] = value;
  archive(on, method, proof, absorbed);
}
void fields(auto& archive, Of<domain::IssueLink> auto& value) {
  auto& [other, kind] = value;
  archive(other, kind);
}
void fields(auto& archive, Of<domain::Commitment> auto& value) {
  auto& [id, what, owner, first_due, due, revisions, status, missed, missed_due, missed_on,
         misses_retracted, course] = value;
  archive(id, what, owner, first_due, due, revisions, status, missed, missed_due, missed_on,
          misses_retracted, course);
}
void fields(auto& archive, Of<domain::IssueState> auto& value) {
  auto& [phase, recorded, classification, assignment, returns, contested_on, first_reply_due,
         first_reply, first_reply_on, original_due, effective_due, settled_on, delivered_on, clock,
         clock_steps, paused, extensions, pending_extension, approaching, breached,
         first_reply_course, resolution_course, breaches, breaches_retracted, answer, notice,
         deliveries, delivery_failures, forward, bounces, handed_over, refusal, feedback_asked,
         verdict, reopen_request, reopenings, split_into, merged_into, phase_before_merge, absorbed,
         links, information_requests, escalation, commitments, last_act_on, course] = value;
  archive(phase, recorded, classification, assignment, returns, contested_on, first_reply_due,
          first_reply, first_reply_on, original_due, effective_due, settled_on, delivered_on, clock,
          clock_steps, paused, extensions, pending_extension, approaching, breached,
          first_reply_course, resolution_course, breaches, breaches_retracted, answer, notice,
          deliveries, delivery_failures, forward, bounces, handed_over, refusal, feedback_asked,
          verdict, reopen_request, reopenings, split_into, merged_into, phase_before_merge,
          absorbed, links, information_requests, escalation, commitments, last_act_on);
}

void fields(auto& archive, Of<issues::Holding> auto& value) {
  auto& [assignee, unit, from, accepted, until, returned] = value;
  archive(assignee, unit, from, accepted, until, returned);
}
void fields(auto& archive, Of<issues::IssueRow> auto& value) {
  auto& [id, version, last, state, holdings, phase_since, told_on] = value;
  archive(id, version, last, state, holdings, phase_since, told_on);
}
void fields(auto& archive, Of<commitments::CommitmentRow> auto& value) {
  auto& [issue, khom, commitment, made_on, last] = value;
  archive(issue, khom, commitment, made_on, last);
}
void fields(auto& archive, Of<work::Item> auto& value) {
  auto& [issue, phase, khom, field, subject, pressing, received, since, first_reply_due,
         first_reply_on, due, settled_on, paused_until, approaching, breached, first_reply,
         policy_version, calendar_version, due_since, assignee, held_since, drafted_by, sent_back,
         extension_requested, reopen_requested, returns, delivery_failures, escalation, told_on,
         version, owed, answer_is_there, feedback_asked] = value;
  archive(issue, phase, khom, field, subject, pressing, received, since, first_reply_due,
          first_reply_on, due, settled_on, paused_until, approaching, breached, first_reply,
          policy_version, calendar_version, due_since, assignee, held_since, drafted_by, sent_back,
          extension_requested, reopen_requested, returns, delivery_failures, escalation, told_on,
          version, owed, answer_is_there, feedback_asked);
}

}  // namespace langnghe::projections::row
