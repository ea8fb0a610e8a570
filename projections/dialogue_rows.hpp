#pragma once

#include <domain/dialogue.hpp>
#include <domain/resident.hpp>
#include <domain/sealed.hpp>
#include <projections/dialogues.hpp>

#include "row.hpp"

/// How dialogues, opinions and residents lie in rows.
namespace langnghe::projections::row {

void fields(auto& archive, Of<domain::SealedText> auto& value) {
  auto& [resident, ciphertext] = value;
  archive(resident, ciphertext);
}
void fields(auto& archive, Of<domain::Venue> auto& value) {
  auto& [kind, place, host_address] = value;
  archive(kind, place, host_address);
}
void fields(auto& archive, Of<domain::DialogueScheduled> auto& value) {
  auto& [khom, date, start, end, venue, format, chair, topics, outside_office_hours] = value;
  archive(khom, date, start, end, venue, format, chair, topics, outside_office_hours);
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
  auto& [number, symbol, date, signers, answered_on_the_spot, noted, taken_away, redirected] =
      value;
  archive(number, symbol, date, signers, answered_on_the_spot, noted, taken_away, redirected);
}
void fields(auto& archive, Of<domain::ResidentRegistered> auto& value) {
  auto& [khom, anonymous, name, phone, address] = value;
  archive(khom, anonymous, name, phone, address);
}

void fields(auto& archive, Of<dialogues::OpinionRow> auto& value) {
  auto& [dialogue, opinion, happened] = value;
  archive(dialogue, opinion, happened);
}
void fields(auto& archive, Of<dialogues::DialogueRow> auto& value) {
  auto& [id, version, last, phase, schedule, announcement, announced_on, opening, attendance,
         closing, minutes, opinions, issues, redirected] = value;
  archive(id, version, last, phase, schedule, announcement, announced_on, opening, attendance,
          closing, minutes, opinions, issues, redirected);
}

}  // namespace langnghe::projections::row
