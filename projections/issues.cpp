#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include <projections/issues.hpp>

#include "issue_course.hpp"
#include "issue_index.hpp"
#include "issue_keys.hpp"
#include "issue_promises.hpp"
#include "issue_rows.hpp"
#include "keys.hpp"

namespace langnghe::projections::issues {
namespace {

void remember(ViewWriter& view, const domain::IssueId& id, const Input& input) {
  view.put(history_prefix(id) + be64(input.position.value),
           row::to_bytes(std::pair(input.event.happened.date, std::string(input.type))));
}

/// By dialogue and by person. A part of a split issue stands in its dialogue's minutes like one
/// that was raised there.
void note_origin(ViewWriter& view, const domain::IssueId& id, const domain::IssueRecorded& event) {
  if (!event.resident.empty()) {
    view.put(resident_prefix(event.resident) + id.value, {});
  }
  if (!event.dialogue.empty()) {
    view.put(dialogue_prefix(event.dialogue) + id.value, {});
  }
  if (!event.opinion.empty()) {
    view.put(opinion_prefix(event.opinion) + id.value, {});
  }
}

void apply_issue(ViewWriter& view, const Input& input, const domain::IssueEvent& event) {
  const auto id = id_in<domain::IssueId>(input.event.stream, kIssueKind);
  const auto key = issue_key(id);
  const auto before = row::read<IssueRow>(view, key);
  auto held = before.value_or(IssueRow{});
  const auto& on = input.event.happened.date;
  const auto phase_before = held.state.phase;
  held.id = id;
  domain::evolve(held.state, event, input.event.by, on);
  held.version = input.version;
  held.last = input.position;
  follow(held, phase_before, event, on);
  view.put(key, row::to_bytes(held));
  reindex(view, before, held);
  move_promises(view, before, held, input);
  if (const auto* recorded = std::get_if<domain::IssueRecorded>(&event)) {
    note_origin(view, id, *recorded);
  }
  remember(view, id, input);
}

/// Remembers the record with every issue of `prefix/<issue>`.
void remember_with_all(ViewWriter& view, const Input& input, const std::string& prefix) {
  std::vector<domain::IssueId> found;
  view.scan(prefix, {}, [&](std::string_view key, std::string_view) {
    found.push_back({std::string(key.substr(prefix.size()))});
    return true;
  });
  for (const auto& issue : found) {
    remember(view, issue, input);
  }
}

/// A dialogue's own acts belong to the history of the issues they are about.
struct RememberDialogueAct {
  ViewWriter& view;
  const Input& input;

  void operator()(const domain::OpinionRecorded& event) const {
    const auto dialogue = id_in<domain::DialogueId>(input.event.stream, kDialogueKind);
    for (const auto& issue : event.issues) {
      view.put(dialogue_prefix(dialogue) + issue.value, {});
      remember(view, issue, input);
    }
  }
  void operator()(const domain::OpinionConfirmed& event) const {
    remember_with_all(view, input, opinion_prefix(event.opinion));
  }
  void operator()(const domain::ConfirmationDeclined& event) const {
    remember_with_all(view, input, opinion_prefix(event.opinion));
  }
  void operator()(const domain::PreviousResultsPresented& event) const {
    for (const auto& issue : event.issues) {
      remember(view, issue, input);
    }
  }
  void operator()(const domain::MinutesSigned&) const {
    const auto dialogue = id_in<domain::DialogueId>(input.event.stream, kDialogueKind);
    remember_with_all(view, input, dialogue_prefix(dialogue));
  }
  void operator()(const auto&) const {}
};

void apply(ViewWriter& view, const Input& input) {
  if (const auto* issue = std::get_if<domain::IssueEvent>(&input.event.event)) {
    apply_issue(view, input, *issue);
  } else if (const auto* dialogue = std::get_if<domain::DialogueEvent>(&input.event.event)) {
    std::visit(RememberDialogueAct{view, input}, *dialogue);
  }
}

}  // namespace

Projection definition() {
  return {.name = kName, .version = 2, .apply = apply};
}

}  // namespace langnghe::projections::issues
