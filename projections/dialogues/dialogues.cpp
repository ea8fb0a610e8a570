#include <algorithm>
#include <string_view>
#include <variant>

#include <projections/dialogues.hpp>
#include <projections/residents.hpp>

#include "issues/resident_keys.hpp"
#include "rows/keys.hpp"
#include "rows/row.hpp"
#include "rows/shape.hpp"
#include "running/row_cache.hpp"

// Rows: `d/<dialogue>` -> DialogueRow, `t/<date>/<minutes after midnight>/<dialogue>` -> nothing,
// `u/<dialogue>` -> nothing while it waits to be opened, `p/<opinion>` -> OpinionRow,
// `r/<resident>` -> ResidentRow.

namespace langnghe::projections::dialogues {
namespace {

constexpr std::string_view kName = residents::kView;
constexpr std::string_view kAwaited = "u/";

std::string dialogue_key(const domain::DialogueId& id) {
  return "d/" + id.value;
}

std::string opinion_key(const domain::OpinionId& id) {
  return "p/" + id.value;
}

std::string day_key(const DialogueRow& row) {
  auto minutes = std::to_string(row.schedule.start.count());
  minutes.insert(0, 4 - std::min<std::size_t>(4, minutes.size()), '0');
  return "t/" + domain::to_text(row.schedule.date) + '/' + minutes + '/' + row.id.value;
}

struct ApplyDialogue {
  RowCache& cache;
  const Input& input;
  DialogueRow& row;

  void operator()(const domain::DialogueScheduled& event) const {
    if (row.phase != domain::DialoguePhase::absent) {
      cache.rows().erase(day_key(row));
    }
    row.schedule = event;
    cache.rows().put(day_key(row), {});
  }
  /// Without a new day it stays listed under the old one.
  void operator()(const domain::DialoguePostponed& event) const {
    row.postponements.push_back(event);
    if (!event.date) {
      return;
    }
    cache.rows().erase(day_key(row));
    row.schedule.date = *event.date;
    row.schedule.start = event.start.value_or(row.schedule.start);
    row.schedule.outside_office_hours = event.outside_office_hours;
    row.schedule.double_booked = event.double_booked;
    cache.rows().put(day_key(row), {});
  }
  void operator()(const domain::DialogueRearranged& event) const {
    row.rearrangements.push_back(event);
    cache.rows().erase(day_key(row));
    row.schedule.khom = event.khom;
    row.schedule.start = event.start;
    row.schedule.end = event.end;
    row.schedule.venue = event.venue;
    row.schedule.chair = event.chair;
    row.schedule.outside_office_hours = event.outside_office_hours;
    row.schedule.double_booked = event.double_booked;
    cache.rows().put(day_key(row), {});
  }
  void operator()(const domain::DialogueCancelled& event) const {
    row.cancelled_for = event.reason;
  }
  void operator()(const domain::DialogueMissed& event) const { row.missed_on = event.date; }
  void operator()(const domain::DialogueMissRetracted&) const { row.missed_on.reset(); }
  void operator()(const domain::ParticipantInvited& event) const {
    row.invitations.push_back({event, std::nullopt});
  }
  void operator()(const domain::InvitationAnswered& event) const {
    const auto found =
        std::ranges::find(row.invitations, event.participant,
                          [](const domain::Invitation& each) { return each.invited.participant; });
    if (found != row.invitations.end()) {
      found->answer = event;
    }
  }
  void operator()(const domain::PreviousResultsPresented& event) const {
    row.presentation = domain::Presentation::presented;
    row.presented = event;
  }
  void operator()(const domain::PresentationSkipped& event) const {
    row.presentation = domain::Presentation::skipped;
    row.presentation_skipped_for = event.reason;
  }
  void operator()(const domain::DialogueAnnounced& event) const {
    row.announcement = event;
    row.announced_on = input.event.happened.date;
  }
  void operator()(const domain::DialogueOpened& event) const { row.opening = event; }
  void operator()(const domain::AttendanceRecorded& event) const { row.attendance = event; }
  void operator()(const domain::OpinionRecorded& event) const {
    row.opinions.push_back(event.opinion);
    row.issues.insert(row.issues.end(), event.issues.begin(), event.issues.end());
    cache.set(opinion_key(event.opinion),
              OpinionRow{row.id, event, input.event.happened, std::nullopt, std::nullopt});
  }
  void operator()(const domain::OpinionConfirmed& event) const {
    if (auto* const opinion = cache.change<OpinionRow>(opinion_key(event.opinion))) {
      opinion->confirmation = event;
    }
  }
  void operator()(const domain::ConfirmationDeclined& event) const {
    if (auto* const opinion = cache.change<OpinionRow>(opinion_key(event.opinion))) {
      opinion->declined = event;
    }
  }
  void operator()(const domain::DialogueClosed& event) const { row.closing = event; }
  void operator()(const domain::MinutesSigned& event) const { row.minutes = event; }
  void operator()(const domain::SignatureRefused& event) const {
    row.signatures_refused.push_back(event);
  }
  void operator()(const domain::MinutesAddendumSigned& event) const {
    row.addenda.push_back(event);
  }
  void operator()(const domain::ConclusionPublished& event) const { row.conclusion = event; }
};

/// While a dialogue waits to be opened, the clock may find it missed.
bool awaits_opening(const DialogueRow& row) {
  return row.phase == domain::DialoguePhase::scheduled ||
         row.phase == domain::DialoguePhase::announced;
}

void move_awaited(Overlay& rows, bool awaited, const DialogueRow& after) {
  const bool awaits = awaits_opening(after);
  if (awaits == awaited) {
    return;
  }
  const auto key = std::string(kAwaited) + after.id.value;
  if (awaits) {
    rows.put(key, {});
  } else {
    rows.erase(key);
  }
}

/// The phase as the domain folds it: the view has no opinion of its own.
domain::DialoguePhase phase_after(domain::DialoguePhase phase, const domain::DialogueEvent& event) {
  domain::DialogueState state;
  state.phase = phase;
  domain::evolve(state, event);
  return state.phase;
}

void apply_dialogue(RowCache& cache, const Input& input, const domain::DialogueEvent& event) {
  const auto id = id_in<domain::DialogueId>(input.event.stream, kDialogueKind);
  auto& held = cache.make<DialogueRow>(dialogue_key(id));
  held.id = id;
  const bool awaited = awaits_opening(held);
  std::visit(ApplyDialogue{cache, input, held}, event);
  held.phase = phase_after(held.phase, event);
  held.version = input.version;
  held.last = input.position;
  move_awaited(cache.rows(), awaited, held);
}

/// A denunciation has no opinion behind it: all the dialogue keeps is that one was handed over.
void apply_handover(RowCache& cache, const Input& input, const domain::HandedOver& event) {
  if (event.type != domain::IssueType::denunciation) {
    return;
  }
  if (auto* const held = cache.change<DialogueRow>(dialogue_key(event.dialogue))) {
    held->redirected.push_back(id_in<domain::IssueId>(input.event.stream, kIssueKind));
  }
}

void apply(RowCache& cache, const Input& input) {
  const auto& event = input.event.event;
  if (const auto* dialogue = std::get_if<domain::DialogueEvent>(&event)) {
    apply_dialogue(cache, input, *dialogue);
  } else if (const auto* issue = std::get_if<domain::IssueEvent>(&event)) {
    if (const auto* handed_over = std::get_if<domain::HandedOver>(issue)) {
      apply_handover(cache, input, *handed_over);
    }
  } else if (const auto* resident = std::get_if<domain::ResidentEvent>(&event)) {
    residents::apply(cache, input, *resident);
  }
}

}  // namespace

Projection definition() {
  return {.name = kName,
          .version = 3,
          .shape = row::shape_of_rows<DialogueRow, OpinionRow, residents::ResidentRow>(),
          .apply = apply};
}

std::optional<DialogueRow> find(const Snapshot& snapshot, const domain::DialogueId& id) {
  return row::read<DialogueRow>(snapshot.of(kName), dialogue_key(id));
}

std::vector<DialogueRow> between(const Snapshot& snapshot, const domain::Date& from,
                                 const domain::Date& to) {
  static constexpr std::string_view kPrefix = "t/";
  const auto& view = snapshot.of(kName);
  const auto last_day = domain::to_text(to);
  std::vector<DialogueRow> rows;
  view.scan(kPrefix, "t/" + domain::to_text(from), [&](std::string_view key, std::string_view) {
    if (key.substr(kPrefix.size(), last_day.size()) > last_day) {
      return false;
    }
    const domain::DialogueId id{std::string(key.substr(key.rfind('/') + 1))};
    if (auto found = row::read<DialogueRow>(view, dialogue_key(id))) {
      rows.push_back(std::move(*found));
    }
    return true;
  });
  return rows;
}

std::vector<DialogueRow> awaited(const Snapshot& snapshot) {
  const auto& view = snapshot.of(kName);
  std::vector<DialogueRow> rows;
  view.scan(kAwaited, {}, [&](std::string_view key, std::string_view) {
    const domain::DialogueId id{std::string(key.substr(kAwaited.size()))};
    if (auto found = row::read<DialogueRow>(view, dialogue_key(id))) {
      rows.push_back(std::move(*found));
    }
    return true;
  });
  return rows;
}

std::optional<OpinionRow> opinion(const Snapshot& snapshot, const domain::OpinionId& id) {
  return row::read<OpinionRow>(snapshot.of(kName), opinion_key(id));
}

std::optional<domain::ResidentRegistered> resident(const Snapshot& snapshot,
                                                   const domain::ResidentId& id) {
  const auto found = residents::find(snapshot, id);
  return found ? std::optional(found->state.resident) : std::nullopt;
}

}  // namespace langnghe::projections::dialogues
