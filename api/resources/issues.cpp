#include <projections/dialogues.hpp>
#include <projections/issues.hpp>

#include "reading/allowed.hpp"
#include "reading/answer_parts.hpp"
#include "reading/issue_reading.hpp"
#include "reading/reading.hpp"
#include "reading/shown_code.hpp"
#include "resources/issue_resources.hpp"
#include "resources/issue_shapes.hpp"
#include "resources/routes.hpp"
#include "routing/query.hpp"
#include "sealed/sealed_reading.hpp"
#include "sealed/speakers.hpp"
#include "shapes/unless_empty.hpp"
#include "wire/answers.hpp"

namespace langnghe::api::resources {
namespace {

namespace issues = projections::issues;

/// The words that the person said or wrote, and the person.
std::optional<shapes::IssueOpinion> opinion_of(const Call& call, const Reading& reading,
                                               const issues::IssueRow& row, SealedReading& sealed) {
  const auto& recorded = row.state.recorded;
  const Meeting met{recorded.khom, row.state.assignment
                                       ? std::optional(row.state.assignment->assignee)
                                       : std::nullopt};
  shapes::IssueOpinion shown;
  if (const auto opinion = projections::dialogues::opinion(*reading.snapshot, recorded.opinion)) {
    shown.words = show_words(call, *opinion, recorded.khom, sealed);
  } else {
    const bool may = call.access->personal_data_in(recorded.khom) == PersonalData::full;
    shown.words = sealed.show(may, domain::stream_of(row.id), kIssueWordsField, recorded.words);
  }
  shown.resident = show_speaker(call, *reading.snapshot, recorded.resident, met, sealed);
  // A row of a list that names nobody has nothing to show here.
  if (!shown.words && !shown.resident) {
    return std::nullopt;
  }
  shown.id = shapes::unless_empty(recorded.opinion);
  shown.anonymous = shown.resident && shown.resident->anonymous;
  return shown;
}

/// The recipient of each delivery.
std::vector<std::optional<Shown>> recipients_of(const Call& call, const issues::IssueRow& row,
                                                SealedReading& sealed) {
  const bool may = call.access->personal_data_in(row.state.recorded.khom) != PersonalData::sealed;
  std::vector<std::optional<Shown>> shown;
  for (const auto& delivery : row.state.deliveries) {
    shown.push_back(
        sealed.show(may, domain::stream_of(row.id), kRecipientField, delivery.proof.recipient));
  }
  return shown;
}

// GET …/issues/{id}?purpose=
Reply get_issue(Call& call) {
  Query query(call.target);
  auto purpose = purpose_asked(call, query);
  auto found = open_issue(call, query);
  if (!found) {
    return fail(std::move(found.error()));
  }
  const auto& [reading, row] = *found;
  SealedReading sealed(call, std::move(purpose), domain::stream_of(row.id));
  auto opinion = opinion_of(call, reading, row, sealed);
  const auto recipients = recipients_of(call, row, sealed);
  auto allowed = allowed_for(call, reading, domain::Subject::issue, row.id.value);
  if (!allowed) {
    return fail(std::move(allowed.error()));
  }
  auto shape = shape_of(row, reading.today, recipients);
  shape.head = head_of(call, reading, {issues::definition()});
  shape.case_code = shown_case_code(call, row);
  shape.opinion = std::move(opinion);
  shape.allowed_commands = allowed_of(call, *allowed);
  return sealed_answer(call, reading, row.version, sealed, wire::text(shape));
}

}  // namespace

void add_issue_routes(std::vector<Route>& routes) {
  add_read(routes, "issues", &list_issues);
  add_read(routes, "issues/similar", &list_similar_issues);
  add_read(routes, "issues/{id}", &get_issue);
  add_read(routes, "issues/{id}/history", &get_issue_history);
  add_read(routes, "issues/{id}/deadline", &get_issue_deadline);
}

}  // namespace langnghe::api::resources
