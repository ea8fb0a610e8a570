#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include <projections/commitments.hpp>
#include <projections/issues.hpp>
#include <projections/work.hpp>

#include "issues/issue_course.hpp"
#include "issues/issue_index.hpp"
#include "issues/issue_keys.hpp"
#include "issues/issue_promises.hpp"
#include "rows/keys.hpp"
#include "rows/row.hpp"
#include "rows/shape.hpp"
#include "running/row_cache.hpp"

namespace langnghe::projections::issues {
namespace {

void remember(Overlay& rows, const domain::IssueId& id, const Input& input) {
  row::put(rows, history_prefix(id) + be64(input.position.value),
           std::pair(input.event.happened.date, input.type));
}

/// By dialogue and by person. A part of a split issue stands in its dialogue's minutes like one
/// that was raised there.
void note_origin(RowCache& cache, const domain::IssueId& id, const domain::IssueRecorded& event) {
  if (!event.resident.empty()) {
    cache.rows().put(resident_prefix(event.resident) + id.value, {});
  }
  if (!event.dialogue.empty()) {
    cache.make<IssuesUnder>(dialogue_prefix(event.dialogue)).add(id);
  }
  if (!event.opinion.empty()) {
    cache.make<IssuesUnder>(opinion_prefix(event.opinion)).add(id);
  }
}

void apply_issue(RowCache& cache, const Input& input, const domain::IssueEvent& event) {
  const auto id = id_in<domain::IssueId>(input.event.stream, kIssueKind);
  auto& held = cache.make<IndexedIssue>(issue_key(id)).row;
  const auto& on = input.event.happened.date;
  const auto phase_before = held.state.phase;
  const Promises promises_before(held);
  held.id = id;
  domain::evolve(held.state, event, input.event.by, on);
  held.version = input.version;
  held.last = input.position;
  follow(held, phase_before, event, on);
  promises_before.move_to(held, input, cache);
  if (const auto* recorded = std::get_if<domain::IssueRecorded>(&event)) {
    note_origin(cache, id, *recorded);
  }
  remember(cache.rows(), id, input);
}

/// Remembers the record with every issue under the prefix.
void remember_with_all(RowCache& cache, const Input& input, const std::string& prefix) {
  if (const auto* const under = cache.find<IssuesUnder>(prefix)) {
    for (const auto& issue : under->issues) {
      remember(cache.rows(), issue, input);
    }
  }
}

/// A dialogue's own acts belong to the history of the issues they are about.
struct RememberDialogueAct {
  RowCache& cache;
  const Input& input;

  void operator()(const domain::OpinionRecorded& event) const {
    const auto dialogue = id_in<domain::DialogueId>(input.event.stream, kDialogueKind);
    for (const auto& issue : event.issues) {
      cache.make<IssuesUnder>(dialogue_prefix(dialogue)).add(issue);
      remember(cache.rows(), issue, input);
    }
  }
  void operator()(const domain::OpinionConfirmed& event) const {
    remember_with_all(cache, input, opinion_prefix(event.opinion));
  }
  void operator()(const domain::ConfirmationDeclined& event) const {
    remember_with_all(cache, input, opinion_prefix(event.opinion));
  }
  void operator()(const domain::PreviousResultsPresented& event) const {
    for (const auto& issue : event.issues) {
      remember(cache.rows(), issue, input);
    }
  }
  void operator()(const domain::MinutesSigned&) const {
    const auto dialogue = id_in<domain::DialogueId>(input.event.stream, kDialogueKind);
    remember_with_all(cache, input, dialogue_prefix(dialogue));
  }
  void operator()(const auto&) const {}
};

void apply(RowCache& cache, const Input& input) {
  if (const auto* issue = std::get_if<domain::IssueEvent>(&input.event.event)) {
    apply_issue(cache, input, *issue);
  } else if (const auto* dialogue = std::get_if<domain::DialogueEvent>(&input.event.event)) {
    std::visit(RememberDialogueAct{cache, input}, *dialogue);
  }
}

}  // namespace

Projection definition() {
  return {.name = kName,
          .version = 3,
          .shape = row::shape_of_rows<IssueRow, Summary, work::Item, commitments::CommitmentRow,
                                      std::pair<domain::Date, std::string>>(),
          .apply = apply};
}

}  // namespace langnghe::projections::issues
