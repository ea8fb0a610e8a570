#pragma once

#include <domain/plan.hpp>
#include <domain/settings.hpp>
#include <domain/user.hpp>
#include <domain/ward.hpp>

#include "rows/row.hpp"

/// How the ward, its calendars, policies, plans and accounts lie in rows.
namespace langnghe::projections::row {

void fields(auto& archive, Of<domain::WardEstablished> auto& value) {
  auto& [name, place_name, issuer, issuer_symbol, city, province] = value;
  archive(name, place_name, issuer, issuer_symbol, city, province);
}
void fields(auto& archive, Of<domain::Khom> auto& value) {
  auto& [id, names, sample, valid_from, last_day, taken_over_from, merged_from] = value;
  archive(id, names, sample, valid_from, last_day, taken_over_from, merged_from);
}
void fields(auto& archive, Of<domain::Official> auto& value) {
  auto& [id, name, position, unit, valid_from, last_day, office] = value;
  archive(id, name, position, unit, valid_from, last_day, office);
}
void fields(auto& archive, Of<domain::ReportRouteAdopted> auto& value) {
  auto& [addressee, through, valid_from, due_within] = value;
  archive(addressee, through, valid_from, due_within);
}
void fields(auto& archive, Of<domain::NumberingAdopted> auto& value) {
  auto& [mode, valid_from] = value;
  archive(mode, valid_from);
}
void fields(auto& archive, Of<domain::TemplateAdopted> auto& value) {
  auto& [type, version, valid_from, text, basis] = value;
  archive(type, version, valid_from, text, basis);
}
void fields(auto& archive, Of<domain::SigningDelegated> auto& value) {
  auto& [delegation, by, to, capacity, documents, document, date, valid_from, last_day] = value;
  archive(delegation, by, to, capacity, documents, document, date, valid_from, last_day);
}
void fields(auto& archive, Of<domain::DelegationRevoked> auto& value) {
  auto& [delegation, last_day, reason] = value;
  archive(delegation, last_day, reason);
}
void fields(auto& archive, Of<domain::Delegation> auto& value) {
  auto& [given, revocation] = value;
  archive(given, revocation);
}
// The course of a stream serves decisions, which fold the stream itself: no row holds it.
void fields(auto& archive, Of<domain::WardState> auto& value) {
  auto& [exists, ward, khoms, officials, routes, numberings, templates, delegations, course] =
      value;
  archive(exists, ward, khoms, officials, routes, numberings, templates, delegations);
}

void fields(auto& archive, Of<domain::WorkingCalendar> auto& value) {
  auto& [version, days_off, worked_days, confirmed_through, basis] = value;
  archive(version, days_off, worked_days, confirmed_through, basis);
}
void fields(auto& archive, Of<domain::CalendarState> auto& value) {
  auto& [versions, course] = value;
  archive(versions);
}

void fields(auto& archive, Of<domain::Term> auto& value) {
  auto& [days, unit] = value;
  archive(days, unit);
}
void fields(auto& archive, Of<domain::HoursSpan> auto& value) {
  auto& [start, end] = value;
  archive(start, end);
}
void fields(auto& archive, Of<domain::FieldDefinition> auto& value) {
  auto& [code, name_vi, name_en] = value;
  archive(code, name_vi, name_en);
}
void fields(auto& archive, Of<domain::DeliveryRule> auto& value) {
  auto& [method, parts] = value;
  archive(method, parts);
}
void fields(auto& archive, Of<domain::Policy> auto& value) {
  auto& [version, valid_from, basis, first_reply, assign, forward, settle_simple, settle_complex,
         notice_after_settlement, publish_result, extensions_max, extension_days_max,
         announce_days_before, dialogues_per_quarter, late_entry_days, approaching_days,
         pause_days_max, missed_grace_hours, recommendation_answer, refusal_notice, retention_years,
         office_hours, field_list, delivery_proof] = value;
  archive(version, valid_from, basis, first_reply, assign, forward, settle_simple, settle_complex,
          notice_after_settlement, publish_result, extensions_max, extension_days_max,
          announce_days_before, dialogues_per_quarter, late_entry_days, approaching_days,
          pause_days_max, missed_grace_hours, recommendation_answer, refusal_notice,
          retention_years, office_hours, field_list, delivery_proof);
}
void fields(auto& archive, Of<domain::PolicyState> auto& value) {
  auto& [versions, course] = value;
  archive(versions);
}

void fields(auto& archive, Of<domain::PlanLine> auto& value) {
  auto& [khom, per_quarter] = value;
  archive(khom, per_quarter);
}
void fields(auto& archive, Of<domain::PlanDrafted> auto& value) {
  auto& [year, title, legal_basis, lines] = value;
  archive(year, title, legal_basis, lines);
}
void fields(auto& archive, Of<domain::PlanApproved> auto& value) {
  auto& [number, symbol, date, signer, capacity] = value;
  archive(number, symbol, date, signer, capacity);
}
void fields(auto& archive, Of<domain::ObligationMissed> auto& value) {
  auto& [khom, quarter, owed, held] = value;
  archive(khom, quarter, owed, held);
}
void fields(auto& archive, Of<domain::LateDialogueCredited> auto& value) {
  auto& [khom, quarter, dialogue, held_on, reason] = value;
  archive(khom, quarter, dialogue, held_on, reason);
}
void fields(auto& archive, Of<domain::PlanState> auto& value) {
  auto& [phase, plan, version, approval, places, missed, credited, course] = value;
  archive(phase, plan, version, approval, places, missed, credited);
}

void fields(auto& archive, Of<domain::UserRegistered> auto& value) {
  auto& [display_name, official] = value;
  archive(display_name, official);
}
void fields(auto& archive, Of<domain::RoleGranted> auto& value) {
  auto& [role, khoms] = value;
  archive(role, khoms);
}
void fields(auto& archive, Of<domain::UserState> auto& value) {
  auto& [exists, enabled, registration, roles, course] = value;
  archive(exists, enabled, registration, roles);
}

}  // namespace langnghe::projections::row
