#include <charconv>
#include <string>
#include <string_view>
#include <variant>

#include <projections/report.hpp>

#include "keys.hpp"
#include "report_keys.hpp"
#include "report_rows.hpp"

namespace langnghe::projections::report {
namespace {

Entry entry_of(const Input& input) {
  return {input.event.by, input.event.happened.date, input.position.value};
}

/// An issue's facts lie under the last day they matter, so that a period's figures read only what
/// can be in them; `k/` tells where.
void apply_issue(ViewWriter& view, const Input& input, const domain::IssueEvent& event) {
  const auto id = id_in<domain::IssueId>(input.event.stream, kIssueKind);
  const auto pointer = "k/" + id.value;
  const auto place = view.get(pointer);
  IssueFacts facts;
  if (place) {
    facts = row::read<IssueFacts>(view, *place).value_or(IssueFacts{});
  }
  facts.id = id;
  take_in(facts, event, entry_of(input));
  const auto new_place = issue_place(facts);
  if (place != new_place) {
    if (place) {
      view.erase(*place);
    }
    view.put(pointer, new_place);
  }
  view.put(new_place, row::to_bytes(facts));
}

void apply_dialogue(ViewWriter& view, const Input& input, const domain::DialogueEvent& event) {
  const auto id = id_in<domain::DialogueId>(input.event.stream, kDialogueKind);
  const auto key = std::string(kDialogues) + id.value;
  auto facts = row::read<DialogueFacts>(view, key).value_or(DialogueFacts{});
  facts.id = id;
  take_in(facts, event, entry_of(input));
  view.put(key, row::to_bytes(facts));
}

std::string report_key(const domain::StreamId& stream) {
  return std::string(kReports) + stream.value.substr(kReportKind.size());
}

void apply_report(ViewWriter& view, const Input& input, const domain::ReportEvent& event) {
  const auto key = report_key(input.event.stream);
  auto held = row::read<ReportRow>(view, key).value_or(ReportRow{});
  domain::evolve(held.state, event);
  held.version = input.version;
  view.put(key, row::to_bytes(held));
}

/// What the plan says of a duty that was missed; the duty itself is counted by the schedule.
void apply_plan(ViewWriter& view, const Input& input, const domain::PlanEvent& event) {
  DutyFacts facts;
  if (const auto* missed = std::get_if<domain::ObligationMissed>(&event)) {
    facts.khom = missed->khom;
    facts.quarter = missed->quarter;
  } else if (const auto* credited = std::get_if<domain::LateDialogueCredited>(&event)) {
    facts.khom = credited->khom;
    facts.quarter = credited->quarter;
    facts.credited = true;
    facts.dialogue = credited->dialogue;
  } else {
    return;
  }
  const auto year = std::string_view(input.event.stream.value).substr(kPlanKind.size());
  std::from_chars(year.data(), year.data() + year.size(), facts.year);
  facts.position = input.position.value;
  view.put(std::string(kDuties) + be64(facts.position), row::to_bytes(facts));
}

void apply_supervision(ViewWriter& view, const Input& input,
                       const domain::SupervisionEvent& event) {
  CountedAct act{.act = {}, .at = {input.event.happened.date, input.position.value}, .part = {}};
  if (std::holds_alternative<domain::SealedRead>(event)) {
    act.act = Act::sealed_read;
    act.part = domain::to_text(input.event.role);
  } else if (std::holds_alternative<domain::TakedownRegistered>(event)) {
    act.act = Act::takedown;
  } else {
    return;
  }
  view.put(other_act_key(act.at), row::to_bytes(act));
}

/// Only an act entered on a later day than its own can be late for some period.
void note_late_entry(ViewWriter& view, const Input& input) {
  const auto recorded = domain::local_date(input.event.recorded);
  const auto& happened = input.event.happened.date;
  if (recorded > happened) {
    const LateEntry entry{.stream = input.event.stream, .recorded = recorded};
    view.put(late_key(happened, input.position.value), row::to_bytes(entry));
  }
}

void apply(ViewWriter& view, const Input& input) {
  const auto& event = input.event.event;
  if (const auto* issue = std::get_if<domain::IssueEvent>(&event)) {
    apply_issue(view, input, *issue);
  } else if (const auto* dialogue = std::get_if<domain::DialogueEvent>(&event)) {
    apply_dialogue(view, input, *dialogue);
  } else if (const auto* report = std::get_if<domain::ReportEvent>(&event)) {
    apply_report(view, input, *report);
  } else if (const auto* plan = std::get_if<domain::PlanEvent>(&event)) {
    apply_plan(view, input, *plan);
  } else if (const auto* supervision = std::get_if<domain::SupervisionEvent>(&event)) {
    apply_supervision(view, input, *supervision);
  }
  note_late_entry(view, input);
}

}  // namespace

Projection definition() {
  return {.name = kName, .version = 2, .apply = apply};
}

std::optional<ReportRow> find(const Snapshot& snapshot, const domain::ReportKey& key) {
  const auto stream = domain::report_stream(domain::to_text(key.family), key.period);
  return row::read<ReportRow>(snapshot.of(kName), report_key(stream));
}

}  // namespace langnghe::projections::report
