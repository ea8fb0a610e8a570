#include "resources/papers/matters.hpp"

#include <projections/dialogues.hpp>

#include "resources/papers/paper_answer.hpp"
#include "sealed/speakers.hpp"

namespace langnghe::api::resources {

std::expected<papers::Matter, Problem> matter_of(const Call& call, const Reading& reading,
                                                 const WardFacts& facts,
                                                 const projections::issues::IssueRow& row,
                                                 SealedReading& sealed) {
  const auto& state = row.state;
  const auto& recorded = state.recorded;
  papers::Matter matter;
  if (state.classification) {
    matter.type = state.classification->type;
  }
  matter.subject = recorded.subject;
  matter.received = recorded.received;
  matter.channel = recorded.channel;
  matter.khom = facts.khom(recorded.khom, recorded.received);
  if (const auto dialogue = projections::dialogues::find(*reading.snapshot, recorded.dialogue)) {
    matter.dialogue_on = dialogue->schedule.date;
  }
  const Meeting met{recorded.khom,
                    state.assignment ? std::optional(state.assignment->assignee) : std::nullopt};
  auto person = person_of(show_speaker(call, *reading.snapshot, recorded.resident, met, sealed));
  if (!person) {
    return fail(std::move(person.error()));
  }
  matter.person = *std::move(person);
  return matter;
}

std::vector<papers::TakenAway> taken_away_of(
    const std::vector<projections::issues::IssueRow>& rows) {
  std::vector<papers::TakenAway> list;
  for (const auto& row : rows) {
    const auto& state = row.state;
    using enum domain::IssuePhase;
    if (state.phase == answered_on_the_spot || state.phase == noted || state.phase == voided ||
        state.handed_over) {
      continue;
    }
    list.push_back({state.recorded.subject, state.assignment ? state.assignment->unit : "",
                    state.effective_due ? state.effective_due : state.first_reply_due});
  }
  return list;
}

}  // namespace langnghe::api::resources
