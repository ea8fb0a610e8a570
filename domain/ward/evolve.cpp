#include <algorithm>

#include <domain/ward.hpp>

namespace langnghe::domain {
namespace {

void fold(WardState& state, const WardEstablished& event) {
  state.exists = true;
  state.ward = event;
}

void fold(WardState& state, const KhomAdded& event) {
  state.khoms[event.khom] = Khom{event.khom,
                                 {{event.valid_from, event.name}},
                                 event.sample,
                                 event.valid_from,
                                 std::nullopt,
                                 event.taken_over_from,
                                 {}};
}

void fold(WardState& state, const KhomRenamed& event) {
  const auto khom = state.khoms.find(event.khom);
  if (khom != state.khoms.end()) {
    khom->second.names.emplace_back(event.valid_from, event.name);
  }
}

void fold(WardState& state, const KhomClosed& event) {
  const auto khom = state.khoms.find(event.khom);
  if (khom != state.khoms.end()) {
    khom->second.last_day = event.last_day;
  }
}

void fold(WardState& state, const OfficialAppointed& event) {
  state.officials[event.official] =
      Official{event.official,
               event.name,
               event.position,
               event.unit,
               event.valid_from,
               std::nullopt,
               event.office.value_or(office_by_position(event.position))};
}

void fold(WardState& state, const OfficialLeft& event) {
  const auto official = state.officials.find(event.official);
  if (official != state.officials.end()) {
    official->second.last_day = event.last_day;
  }
}

void fold(WardState& state, const ReportRouteAdopted& event) {
  state.routes.push_back(event);
}

void fold(WardState& state, const NumberingAdopted& event) {
  state.numberings.push_back(event);
}

// One that takes the others in keeps its own past; a new one begins that day.
void fold(WardState& state, const KhomsMerged& event) {
  const auto [into, is_new] = state.khoms.try_emplace(event.into);
  if (is_new) {
    into->second.id = event.into;
    into->second.sample = event.sample;
    into->second.valid_from = event.valid_from;
  }
  into->second.names.emplace_back(event.valid_from, event.name);
  for (const KhomId& khom : event.from) {
    const auto merged = state.khoms.find(khom);
    if (khom == event.into || merged == state.khoms.end()) {
      continue;
    }
    merged->second.last_day = add_days(event.valid_from, -1);
    into->second.merged_from.push_back(khom);
  }
}

void fold(WardState& state, const TemplateAdopted& event) {
  state.templates.push_back(event);
}

void fold(WardState& state, const RecipientsAdopted& event) {
  state.recipients.push_back(event);
}

void fold(WardState& state, const SigningDelegated& event) {
  state.delegations[event.delegation] = Delegation{event, std::nullopt};
}

void fold(WardState& state, const DelegationRevoked& event) {
  const auto delegation = state.delegations.find(event.delegation);
  if (delegation != state.delegations.end()) {
    delegation->second.revocation = event;
  }
}

void fold(WardState&, const TimeConfirmed&) {}  // a mark in the history, no part of the ward

/// The entry with the latest `valid_from` not after the date; of two that begin on the same day the
/// one adopted later.
template <class Entry>
const Entry* latest_on(const std::vector<Entry>& entries, const Date& date) {
  const Entry* found = nullptr;
  for (const Entry& entry : entries) {
    if (entry.valid_from <= date && (!found || found->valid_from <= entry.valid_from)) {
      found = &entry;
    }
  }
  return found;
}

template <class Entry>
const Entry* latest_of_kind(const std::vector<Entry>& entries, PaperKind kind, const Date& date) {
  const Entry* found = nullptr;
  for (const Entry& entry : entries) {
    const bool stands = entry.kind == kind && entry.valid_from <= date;
    if (stands && (!found || found->valid_from <= entry.valid_from)) {
      found = &entry;
    }
  }
  return found;
}

}  // namespace

bool Delegation::covers(const OfficialId& signer, std::string_view document,
                        const Date& date) const {
  const Date last = revocation ? std::min(given.last_day, revocation->last_day) : given.last_day;
  return given.to == signer && given.valid_from <= date && date <= last &&
         std::ranges::find(given.documents, document) != given.documents.end();
}

bool Khom::valid_on(const Date& date) const {
  return valid_within(date, date);
}

bool Khom::valid_within(const Date& from, const Date& to) const {
  return valid_from <= to && (!last_day || from <= *last_day);
}

std::string Khom::name_on(const Date& date) const {
  const std::pair<Date, std::string>* found = nullptr;
  for (const auto& name : names) {
    if (name.first <= date && (!found || found->first <= name.first)) {
      found = &name;
    }
  }
  if (found) {
    return found->second;
  }
  // Before it existed it is spoken of by the first name it got.
  return names.empty() ? std::string{} : names.front().second;
}

bool Official::valid_on(const Date& date) const {
  return valid_from <= date && (!last_day || date <= *last_day);
}

const Khom* WardState::find_khom(const KhomId& khom) const {
  const auto found = khoms.find(khom);
  return found == khoms.end() ? nullptr : &found->second;
}

const ReportRouteAdopted* WardState::route_on(const Date& date) const {
  return latest_on(routes, date);
}

const TemplateAdopted* WardState::template_on(std::string_view type, const Date& date) const {
  const TemplateAdopted* found = nullptr;
  for (const TemplateAdopted& entry : templates) {
    const bool stands = !entry.kind && entry.type == type && entry.valid_from <= date;
    if (stands && (!found || found->valid_from <= entry.valid_from)) {
      found = &entry;
    }
  }
  return found;
}

const TemplateAdopted* WardState::template_of(PaperKind kind, const Date& date) const {
  return latest_of_kind(templates, kind, date);
}

const RecipientsAdopted* WardState::recipients_of(PaperKind kind, const Date& date) const {
  return latest_of_kind(recipients, kind, date);
}

NumberingMode WardState::numbering_on(const Date& date) const {
  const NumberingAdopted* adopted = latest_on(numberings, date);
  return adopted ? adopted->mode : NumberingMode::shared;
}

void evolve(WardState& state, const WardEvent& event) {
  std::visit([&](const auto& what) { fold(state, what); }, event);
}

}  // namespace langnghe::domain
