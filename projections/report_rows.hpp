#pragma once

#include <domain/report.hpp>
#include <projections/report.hpp>

#include "issue_rows.hpp"
#include "report_facts.hpp"
#include "row.hpp"

/// How the report's facts lie in rows.
namespace langnghe::projections::row {

void fields(auto& archive, Of<report::Transition> auto& value) {
  auto& [day, kind, ending] = value;
  archive(day, kind, ending);
}
void fields(auto& archive, Of<report::DueStep> auto& value) {
  auto& [since, due] = value;
  archive(since, due);
}
void fields(auto& archive, Of<report::Round> auto& value) {
  auto& [began, dues, settled_on] = value;
  archive(began, dues, settled_on);
}
void fields(auto& archive, Of<report::Forwarding> auto& value) {
  auto& [sent, acknowledged, told] = value;
  archive(sent, acknowledged, told);
}
void fields(auto& archive, Of<report::NoticeFacts> auto& value) {
  auto& [issued, settled, delivered] = value;
  archive(issued, settled, delivered);
}
void fields(auto& archive, Of<report::Feedback> auto& value) {
  auto& [on, verdict] = value;
  archive(on, verdict);
}
void fields(auto& archive, Of<report::IssueFacts> auto& value) {
  auto& [id, state, timeline, rounds, forwards, notices, extensions, asked, feedback] = value;
  archive(id, state, timeline, rounds, forwards, notices, extensions, asked, feedback);
}
void fields(auto& archive, Of<report::DialogueFacts> auto& value) {
  auto& [id, phase, khom, date, venue, outside_office_hours, announced, short_notice, residents,
         opinions, anonymous_opinions] = value;
  archive(id, phase, khom, date, venue, outside_office_hours, announced, short_notice, residents,
          opinions, anonymous_opinions);
}
void fields(auto& archive, Of<report::LateEntry> auto& value) {
  auto& [stream, recorded] = value;
  archive(stream, recorded);
}

void fields(auto& archive, Of<domain::FiguresFrozen> auto& value) {
  auto& [ledger_size, definition_version, figures_hash, estimate] = value;
  archive(ledger_size, definition_version, figures_hash, estimate);
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
void fields(auto& archive, Of<domain::ReportState> auto& value) {
  auto& [phase, frozen, narrative, signature, submission, acknowledgement] = value;
  archive(phase, frozen, narrative, signature, submission, acknowledgement);
}
void fields(auto& archive, Of<report::ReportRow> auto& value) {
  auto& [version, state] = value;
  archive(version, state);
}

}  // namespace langnghe::projections::row
