#include <charconv>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>

#include <projections/report.hpp>

#include "report/placed_facts.hpp"
#include "report/report_facts.hpp"
#include "report/report_keys.hpp"
#include "report/settings_history.hpp"
#include "rows/keys.hpp"
#include "rows/row.hpp"
#include "rows/shape.hpp"
#include "running/row_cache.hpp"

namespace langnghe::projections::report {
namespace {

Entry entry_of(const Input& input) {
  return {input.event.by, input.event.happened.date, input.position.value};
}

void apply_issue(RowCache& cache, const Input& input, const domain::IssueEvent& event) {
  const auto id = id_in<domain::IssueId>(input.event.stream, kIssueKind);
  auto& facts = cache.make<PlacedFacts>(pointer_key(id)).facts;
  facts.id = id;
  take_in(facts, event, entry_of(input));
}

void apply_dialogue(RowCache& cache, const Input& input, const domain::DialogueEvent& event) {
  const auto id = id_in<domain::DialogueId>(input.event.stream, kDialogueKind);
  const auto key = std::string(kDialogues) + id.value;
  auto& facts = cache.make<DialogueFacts>(key);
  facts.id = id;
  take_in(facts, event, entry_of(input));
}

std::string report_key(const domain::StreamId& stream) {
  return std::string(kReports) + stream.value.substr(kReportKind.size());
}

void apply_report(RowCache& cache, const Input& input, const domain::ReportEvent& event) {
  auto& held = cache.make<ReportRow>(report_key(input.event.stream));
  domain::evolve(held.state, event);
  held.version = input.version;
}

/// The plan's record of a duty that was missed; the duty itself is counted by the schedule.
void apply_plan(Overlay& rows, const Input& input, const domain::PlanEvent& event) {
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
  facts.day = input.event.happened.date;
  row::put(rows, std::string(kDuties) + be64(facts.position), facts);
}

void apply_supervision(Overlay& rows, const Input& input, const domain::SupervisionEvent& event) {
  CountedAct act{.act = {}, .at = {input.event.happened.date, input.position.value}, .part = {}};
  if (std::holds_alternative<domain::SealedRead>(event)) {
    act.act = Act::sealed_read;
    act.part = domain::to_text(input.event.role);
  } else if (std::holds_alternative<domain::TakedownRegistered>(event)) {
    act.act = Act::takedown;
  } else {
    return;
  }
  row::put(rows, other_act_key(act.at), act);
}

template <class E, class... Marks>
constexpr bool kIsOneOf = (std::is_same_v<E, Marks> || ...);

/// A mark of the clock, or of an act beside it. Nobody typed it, so it is no late entry.
struct IsMark {
  template <class... Of>
  bool operator()(const std::variant<Of...>& family) const {
    return std::visit(*this, family);
  }
  template <class E>
  bool operator()(const E&) const {
    return kIsOneOf<
        E, domain::DeadlineApproaching, domain::DeadlineBreached, domain::BreachRetracted,
        domain::CommitmentMissed, domain::CommitmentMissRetracted, domain::DialogueMissed,
        domain::DialogueMissRetracted, domain::ObligationMissed, domain::ObligationMissRetracted>;
  }
};

/// An opinion of somebody who gave no name is one without a name, whatever it was recorded as.
void apply_resident(RowCache& cache, const Input& input, const domain::ResidentEvent& event) {
  const auto id = id_in<domain::ResidentId>(input.event.stream, kResidentKind);
  const auto& day = input.event.happened.date;
  if (const auto* met = std::get_if<domain::ResidentRegistered>(&event); met && !met->name) {
    cache.set(nameless_key(id), NamelessFacts{.since = day, .named = std::nullopt});
  } else if (const auto* changed = std::get_if<domain::ContactChanged>(&event);
             changed && changed->name) {
    auto* const facts = cache.change<NamelessFacts>(nameless_key(id));
    if (facts != nullptr && !facts->named) {
      facts->named = day;
    }
  }
}

/// Only an act entered on a later day than its own can be late for some period.
void note_late_entry(Overlay& rows, const Input& input) {
  const auto recorded = domain::local_date(input.event.recorded);
  const auto& happened = input.event.happened.date;
  if (recorded > happened) {
    const LateEntry entry{.stream = input.event.stream,
                          .recorded = recorded,
                          .mark = std::visit(IsMark{}, input.event.event)};
    row::put(rows, late_key(happened, input.position.value), entry);
  }
}

void apply(RowCache& cache, const Input& input) {
  const auto& event = input.event.event;
  if (const auto* issue = std::get_if<domain::IssueEvent>(&event)) {
    apply_issue(cache, input, *issue);
  } else if (const auto* dialogue = std::get_if<domain::DialogueEvent>(&event)) {
    apply_dialogue(cache, input, *dialogue);
  } else if (const auto* report = std::get_if<domain::ReportEvent>(&event)) {
    apply_report(cache, input, *report);
  } else if (const auto* plan = std::get_if<domain::PlanEvent>(&event)) {
    apply_plan(cache.rows(), input, *plan);
  } else if (const auto* supervision = std::get_if<domain::SupervisionEvent>(&event)) {
    apply_supervision(cache.rows(), input, *supervision);
  } else if (const auto* resident = std::get_if<domain::ResidentEvent>(&event)) {
    apply_resident(cache, input, *resident);
  }
  note_settings(cache, input);
  note_late_entry(cache.rows(), input);
}

}  // namespace

Projection definition() {
  return {.name = kName,
          .version = 3,
          .shape = row::shape_of_rows<IssueFacts, DialogueFacts, LateEntry, DutyFacts, CountedAct,
                                      NamelessFacts, ReportRow, Adoption, KhomsKnown, PlanKnown,
                                      domain::WardState, domain::PlanState>(),
          .apply = apply};
}

std::optional<ReportRow> find(const Snapshot& snapshot, const domain::ReportKey& key) {
  const auto stream = domain::report_stream(domain::to_text(key.family), key.period);
  return row::read<ReportRow>(snapshot.of(kName), report_key(stream));
}

}  // namespace langnghe::projections::report
