#pragma once

#include <projections/oversight.hpp>

#include "rows/row.hpp"

/// How documents, recommendations, reads of sealed data and takedowns lie in rows.
namespace langnghe::projections::row {

void fields(auto& archive, Of<oversight::DocumentRow> auto& value) {
  auto& [year, type, number, symbol, date, taken_by, voided, reason, by, position] = value;
  archive(year, type, number, symbol, date, taken_by, voided, reason, by, position);
}
void fields(auto& archive, Of<domain::RecommendationMade> auto& value) {
  auto& [recommendation, body, text, basis, about, answer_due, policy_version, calendar_version] =
      value;
  archive(recommendation, body, text, basis, about, answer_due, policy_version, calendar_version);
}
void fields(auto& archive, Of<domain::RecommendationAnswered> auto& value) {
  auto& [recommendation, text, document, late] = value;
  archive(recommendation, text, document, late);
}
void fields(auto& archive, Of<domain::Recommendation> auto& value) {
  auto& [made, answer] = value;
  archive(made, answer);
}
void fields(auto& archive, Of<oversight::RecommendationRow> auto& value) {
  auto& [recommendation, made_on, made_by, answered_on, position, answered_at] = value;
  archive(recommendation, made_on, made_by, answered_on, position, answered_at);
}
void fields(auto& archive, Of<domain::SealedRead> auto& value) {
  auto& [resident, subject, purpose, file] = value;
  archive(resident, subject, purpose, file);
}
void fields(auto& archive, Of<oversight::SealedReadRow> auto& value) {
  auto& [position, read, by, role, happened] = value;
  archive(position, read, by, role, happened);
}
void fields(auto& archive, Of<domain::TakedownRegistered> auto& value) {
  auto& [takedown, subject, place, reason, decision] = value;
  archive(takedown, subject, place, reason, decision);
}
void fields(auto& archive, Of<oversight::TakedownRow> auto& value) {
  auto& [position, takedown, by, on] = value;
  archive(position, takedown, by, on);
}

void fields(auto& archive, Of<oversight::AccountActRow> auto& value) {
  auto& [position, user, act, detail, expires, by, role, happened] = value;
  archive(position, user, act, detail, expires, by, role, happened);
}

}  // namespace langnghe::projections::row
