#pragma once

#include <domain/report.hpp>
#include <projections/report.hpp>

#include "issues/issue_rows.hpp"
#include "report/report_facts.hpp"
#include "rows/row.hpp"

/// How the report's facts lie in rows.
namespace langnghe::projections::row {

void fields(auto& archive, Of<report::Moment> auto& value) {
  auto& [day, position] = value;
  archive(day, position);
}
void fields(auto& archive, Of<report::CountedAct> auto& value) {
  auto& [act, at, part] = value;
  archive(act, at, part);
}
void fields(auto& archive, Of<report::Transition> auto& value) {
  auto& [day, kind, ending, position] = value;
  archive(day, kind, ending, position);
}
void fields(auto& archive, Of<report::PhaseStep> auto& value) {
  auto& [day, phase] = value;
  archive(day, phase);
}
void fields(auto& archive, Of<report::DueStep> auto& value) {
  auto& [since, due] = value;
  archive(since, due);
}
void fields(auto& archive, Of<report::Settlement> auto& value) {
  auto& [at, due, recalled] = value;
  archive(at, due, recalled);
}
void fields(auto& archive, Of<report::Round> auto& value) {
  auto& [began, start, dues, settlements] = value;
  archive(began, start, dues, settlements);
}
void fields(auto& archive, Of<report::PauseFacts> auto& value) {
  auto& [ground, from, until, ended] = value;
  archive(ground, from, until, ended);
}
void fields(auto& archive, Of<report::Forwarding> auto& value) {
  auto& [sent, acknowledged, told, bounced] = value;
  archive(sent, acknowledged, told, bounced);
}
void fields(auto& archive, Of<report::NoticeFacts> auto& value) {
  auto& [issued, settled, delivered, replacement] = value;
  archive(issued, settled, delivered, replacement);
}
void fields(auto& archive, Of<report::OwedFacts> auto& value) {
  auto& [absorbed, since, until] = value;
  archive(absorbed, since, until);
}
void fields(auto& archive, Of<report::Feedback> auto& value) {
  auto& [at, verdict, asked, solved] = value;
  archive(at, verdict, asked, solved);
}
void fields(auto& archive, Of<report::Attributes> auto& value) {
  auto& [since, khom, field, type, pressing, group] = value;
  archive(since, khom, field, type, pressing, group);
}
void fields(auto& archive, Of<report::SpotAnswer> auto& value) {
  auto& [position, accepted] = value;
  archive(position, accepted);
}
void fields(auto& archive, Of<report::PromiseFacts::Known> auto& value) {
  auto& [since, status, position] = value;
  archive(since, status, position);
}
void fields(auto& archive, Of<report::PromiseFacts> auto& value) {
  auto& [id, dues, known] = value;
  archive(id, dues, known);
}
void fields(auto& archive, Of<report::DialogueStep> auto& value) {
  auto& [kind, day, position, phase, khom, date, venue, outside_office_hours, late, anonymous,
         speaker, residents, bodies] = value;
  archive(kind, day, position, phase, khom, date, venue, outside_office_hours, late, anonymous,
          speaker, residents, bodies);
}
void fields(auto& archive, Of<report::IssueFacts> auto& value) {
  auto& [id, state, timeline, phases, rounds, pauses, forwards, notices, owed, feedback, acts,
         promised_at, recorded_at, first_reply_at, contest_at, accepted_on_the_spot, attributes,
         spot_answers, reply_dues, told, promises, imported_end, still_as_imported, split_on] =
      value;
  archive(id, state, timeline, phases, rounds, pauses, forwards, notices, owed, feedback, acts,
          promised_at, recorded_at, first_reply_at, contest_at, accepted_on_the_spot, attributes,
          spot_answers, reply_dues, told, promises, imported_end, still_as_imported, split_on);
}
void fields(auto& archive, Of<report::DialogueFacts> auto& value) {
  auto& [id, phase, khom, date, venue, outside_office_hours, announced, short_notice, residents,
         opinions, anonymous_opinions, bodies, confirmed, declined, missed, presentation,
         minutes_signed, published_on, published_late, acts, planning, meeting, opinion_records,
         anonymous_records, confirmations, presentation_at, minutes_at, published_at, steps] =
      value;
  archive(id, phase, khom, date, venue, outside_office_hours, announced, short_notice, residents,
          opinions, anonymous_opinions, bodies, confirmed, declined, missed, presentation,
          minutes_signed, published_on, published_late, acts, planning, meeting, opinion_records,
          anonymous_records, confirmations, presentation_at, minutes_at, published_at, steps);
}
void fields(auto& archive, Of<report::NamelessFacts> auto& value) {
  auto& [since, named] = value;
  archive(since, named);
}
void fields(auto& archive, Of<report::LateEntry> auto& value) {
  auto& [stream, recorded, mark] = value;
  archive(stream, recorded, mark);
}
void fields(auto& archive, Of<report::DutyFacts> auto& value) {
  auto& [khom, year, quarter, position, credited, dialogue, day] = value;
  archive(khom, year, quarter, position, credited, dialogue, day);
}

void fields(auto& archive, Of<domain::FiguresFrozen> auto& value) {
  auto& [ledger_size, definition_version, figures_hash, estimate, measured_on] = value;
  archive(ledger_size, definition_version, figures_hash, estimate, measured_on);
}
void fields(auto& archive, Of<domain::ReportSigned> auto& value) {
  auto& [number, symbol, date, signer, capacity] = value;
  archive(number, symbol, date, signer, capacity);
}
void fields(auto& archive, Of<domain::ReportSubmitted> auto& value) {
  auto& [addressee, through, channel] = value;
  archive(addressee, through, channel);
}
void fields(auto& archive, Of<domain::ReportAcknowledged> auto& value) {
  auto& [receipt] = value;
  archive(receipt);
}
void fields(auto& archive, Of<domain::ReportReturned> auto& value) {
  auto& [reason] = value;
  archive(reason);
}
void fields(auto& archive, Of<domain::FigureDifference> auto& value) {
  auto& [figure, before, after] = value;
  archive(figure, before, after);
}
void fields(auto& archive, Of<domain::ReportSupplemented> auto& value) {
  auto& [ordinal, ledger_size, definition_version, figures_hash, differences, positions, reason,
         measured_on] = value;
  archive(ordinal, ledger_size, definition_version, figures_hash, differences, positions, reason,
          measured_on);
}
void fields(auto& archive, Of<domain::EstimatedReport> auto& value) {
  auto& [frozen, narrative, signature, submission, acknowledgement, returned, supplements] = value;
  archive(frozen, narrative, signature, submission, acknowledgement, returned, supplements);
}
void fields(auto& archive, Of<domain::ReportState> auto& value) {
  auto& [phase, frozen, narrative, signature, submission, acknowledgement, returned, supplements,
         estimates, course] = value;
  archive(phase, frozen, narrative, signature, submission, acknowledgement, returned, supplements,
          estimates);
}
void fields(auto& archive, Of<report::ReportRow> auto& value) {
  auto& [version, state] = value;
  archive(version, state);
}

}  // namespace langnghe::projections::row
