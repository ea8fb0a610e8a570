#include <algorithm>
#include <string_view>
#include <variant>

#include <projections/dialogues.hpp>

#include "dialogue_rows.hpp"
#include "keys.hpp"

// Rows: `d/<dialogue>` -> DialogueRow, `t/<date>/<minutes after midnight>/<dialogue>` -> nothing,
// `p/<opinion>` -> OpinionRow, `r/<resident>` -> ResidentRegistered.

namespace langnghe::projections::dialogues {
namespace {

constexpr std::string_view kName = "dialogues";

std::string dialogue_key(const domain::DialogueId& id) {
  return "d/" + id.value;
}

std::string day_key(const DialogueRow& row) {
  auto minutes = std::to_string(row.schedule.start.count());
  minutes.insert(0, 4 - std::min<std::size_t>(4, minutes.size()), '0');
  return "t/" + domain::to_text(row.schedule.date) + '/' + minutes + '/' + row.id.value;
}

struct ApplyDialogue {
  ViewWriter& view;
  const Input& input;
  DialogueRow& row;

  void operator()(const domain::DialogueScheduled& event) const {
    if (row.phase != domain::DialoguePhase::absent) {
      view.erase(day_key(row));
    }
    row.schedule = event;
    view.put(day_key(row), {});
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
    view.put("p/" + event.opinion.value,
             row::to_bytes(OpinionRow{row.id, event, input.event.happened}));
  }
  void operator()(const domain::DialogueClosed& event) const { row.closing = event; }
  void operator()(const domain::MinutesSigned& event) const { row.minutes = event; }
};

/// The phase as the domain folds it: the view has no opinion of its own.
domain::DialoguePhase phase_after(domain::DialoguePhase phase, const domain::DialogueEvent& event) {
  domain::DialogueState state;
  state.phase = phase;
  domain::evolve(state, event);
  return state.phase;
}

void apply_dialogue(ViewWriter& view, const Input& input, const domain::DialogueEvent& event) {
  const auto id = id_in<domain::DialogueId>(input.event.stream, kDialogueKind);
  auto held = row::read<DialogueRow>(view, dialogue_key(id)).value_or(DialogueRow{});
  held.id = id;
  std::visit(ApplyDialogue{view, input, held}, event);
  held.phase = phase_after(held.phase, event);
  held.version = input.version;
  held.last = input.position;
  view.put(dialogue_key(id), row::to_bytes(held));
}

/// A denunciation has no opinion behind it: all the dialogue keeps is that one was handed over.
void apply_handover(ViewWriter& view, const Input& input, const domain::HandedOver& event) {
  const auto key = dialogue_key(event.dialogue);
  auto held = row::read<DialogueRow>(view, key);
  if (event.type != domain::IssueType::denunciation || !held) {
    return;
  }
  held->redirected.push_back(id_in<domain::IssueId>(input.event.stream, kIssueKind));
  view.put(key, row::to_bytes(*held));
}

void apply(ViewWriter& view, const Input& input) {
  const auto& event = input.event.event;
  if (const auto* dialogue = std::get_if<domain::DialogueEvent>(&event)) {
    apply_dialogue(view, input, *dialogue);
  } else if (const auto* issue = std::get_if<domain::IssueEvent>(&event)) {
    if (const auto* handed_over = std::get_if<domain::HandedOver>(issue)) {
      apply_handover(view, input, *handed_over);
    }
  } else if (const auto* resident = std::get_if<domain::ResidentEvent>(&event)) {
    const auto id = id_in<domain::ResidentId>(input.event.stream, kResidentKind);
    view.put("r/" + id.value, row::to_bytes(std::get<domain::ResidentRegistered>(*resident)));
  }
}

}  // namespace

Projection definition() {
  return {.name = kName, .version = 1, .apply = apply};
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

std::optional<OpinionRow> opinion(const Snapshot& snapshot, const domain::OpinionId& id) {
  return row::read<OpinionRow>(snapshot.of(kName), "p/" + id.value);
}

std::optional<domain::ResidentRegistered> resident(const Snapshot& snapshot,
                                                   const domain::ResidentId& id) {
  return row::read<domain::ResidentRegistered>(snapshot.of(kName), "r/" + id.value);
}

}  // namespace langnghe::projections::dialogues
