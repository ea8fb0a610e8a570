#pragma once

#include <domain/dialogue.hpp>
#include <domain/resident.hpp>
#include <projections/dialogues.hpp>
#include <projections/residents.hpp>

#include "rows/row.hpp"
#include "rows/value_rows.hpp"

/// How dialogues, opinions and residents lie in rows.
namespace langnghe::projections::row {

void fields(auto& archive, Of<domain::Venue> auto& value) {
  auto& [kind, place, host_address] = value;
  archive(kind, place, host_address);
}
void fields(auto& archive, Of<domain::DialogueScheduled> auto& value) {
  auto& [khom, date, start, end, venue, format, chair, topics, outside_office_hours,
         double_booked] = value;
  archive(khom, date, start, end, venue, format, chair, topics, outside_office_hours,
          double_booked);
}
void fields(auto& archive, Of<domain::DialogueAnnounced> auto& value) {
  auto& [document, channels, days_before, short_notice] = value;
  archive(document, channels, days_before, short_notice);
}
void fields(auto& archive, Of<domain::DialogueOpened> auto& value) {
  auto& [start, chaired_by, substitute] = value;
  archive(start, chaired_by, substitute);
}
void fields(auto& archive, Of<domain::AttendanceRecorded> auto& value) {
  auto& [residents, officials, bodies] = value;
  archive(residents, officials, bodies);
}
void fields(auto& archive, Of<domain::OpinionRecorded> auto& value) {
  auto& [opinion, order, resident, anonymous, words, issues] = value;
  archive(opinion, order, resident, anonymous, words, issues);
}
void fields(auto& archive, Of<domain::DialogueClosed> auto& value) {
  auto& [end, residents, opinions, issues] = value;
  archive(end, residents, opinions, issues);
}
void fields(auto& archive, Of<domain::MinutesSigned> auto& value) {
  auto& [number, symbol, date, signers, answered_on_the_spot, noted, taken_away, redirected,
         undecided] = value;
  archive(number, symbol, date, signers, answered_on_the_spot, noted, taken_away, redirected,
          undecided);
}
void fields(auto& archive, Of<domain::ResidentRegistered> auto& value) {
  auto& [khom, anonymous, name, phone, address] = value;
  archive(khom, anonymous, name, phone, address);
}
void fields(auto& archive, Of<domain::KeyDestroyed> auto& value) {
  auto& [ground, reason, decision, decided_on] = value;
  archive(ground, reason, decision, decided_on);
}
void fields(auto& archive, Of<domain::ResidentState> auto& value) {
  auto& [phase, resident, erasure, course] = value;
  archive(phase, resident, erasure);
}
void fields(auto& archive, Of<residents::ResidentRow> auto& value) {
  auto& [id, version, last, state] = value;
  archive(id, version, last, state);
}
void fields(auto& archive, Of<domain::ParticipantInvited> auto& value) {
  auto& [participant, role, required] = value;
  archive(participant, role, required);
}
void fields(auto& archive, Of<domain::InvitationAnswered> auto& value) {
  auto& [participant, coming, note] = value;
  archive(participant, coming, note);
}
void fields(auto& archive, Of<domain::Invitation> auto& value) {
  auto& [invited, answer] = value;
  archive(invited, answer);
}
void fields(auto& archive, Of<domain::DialoguePostponed> auto& value) {
  auto& [reason, previous_date, date, start, outside_office_hours, double_booked] = value;
  archive(reason, previous_date, date, start, outside_office_hours, double_booked);
}
void fields(auto& archive, Of<domain::DialogueRearranged> auto& value) {
  auto& [reason, khom, start, end, venue, chair, outside_office_hours, announce_again,
         double_booked] = value;
  archive(reason, khom, start, end, venue, chair, outside_office_hours, announce_again,
          double_booked);
}
void fields(auto& archive, Of<domain::PreviousResultsPresented> auto& value) {
  auto& [issues, said] = value;
  archive(issues, said);
}
void fields(auto& archive, Of<domain::OpinionConfirmed> auto& value) {
  auto& [opinion, method, files] = value;
  archive(opinion, method, files);
}
void fields(auto& archive, Of<domain::ConfirmationDeclined> auto& value) {
  auto& [opinion, reason] = value;
  archive(opinion, reason);
}
void fields(auto& archive, Of<domain::SignatureRefused> auto& value) {
  auto& [signer, reason] = value;
  archive(signer, reason);
}
void fields(auto& archive, Of<domain::MinutesAddendumSigned> auto& value) {
  auto& [ordinal, text, date, signers] = value;
  archive(ordinal, text, date, signers);
}
void fields(auto& archive, Of<domain::ConclusionPublished> auto& value) {
  auto& [number, symbol, date, signer, text, places, due, late, capacity] = value;
  archive(number, symbol, date, signer, text, places, due, late, capacity);
}

void fields(auto& archive, Of<dialogues::OpinionRow> auto& value) {
  auto& [dialogue, opinion, happened, confirmation, declined] = value;
  archive(dialogue, opinion, happened, confirmation, declined);
}
void fields(auto& archive, Of<dialogues::DialogueRow> auto& value) {
  auto& [id, version, last, phase, schedule, announcement, announced_on, opening, attendance,
         closing, minutes, opinions, issues, redirected, invitations, postponements, rearrangements,
         cancelled_for, missed_on, presentation, presented, presentation_skipped_for,
         signatures_refused, addenda, conclusion] = value;
  archive(id, version, last, phase, schedule, announcement, announced_on, opening, attendance,
          closing, minutes, opinions, issues, redirected, invitations, postponements,
          rearrangements, cancelled_for, missed_on, presentation, presented,
          presentation_skipped_for, signatures_refused, addenda, conclusion);
}

}  // namespace langnghe::projections::row
