#include "shapes/brief.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

#include <projections/commitments.hpp>
#include <projections/dialogues.hpp>
#include <projections/issues.hpp>

#include "call/path_values.hpp"
#include "reading/answer_parts.hpp"
#include "reading/names.hpp"
#include "reading/reading.hpp"
#include "resources/commitment_shapes.hpp"
#include "resources/dialogue_shapes.hpp"
#include "resources/issue_resources.hpp"
#include "resources/issue_shapes.hpp"
#include "resources/recurrence_shapes.hpp"
#include "resources/routes.hpp"
#include "routing/query.hpp"
#include "wire/answers.hpp"

namespace langnghe::api::resources {
namespace {

namespace commitments = projections::commitments;
namespace dialogues = projections::dialogues;
namespace issues = projections::issues;

constexpr int kDaysBack = 365;
/// The last dialogue may lie years back where a khóm was left out.
constexpr int kDaysSearched = 5 * 366;

std::optional<dialogues::DialogueRow> last_before(const Reading& reading,
                                                  const dialogues::DialogueRow& row) {
  const auto& plan = row.schedule;
  auto rows =
      dialogues::between(*reading.snapshot, domain::add_days(plan.date, -kDaysSearched), plan.date);
  std::erase_if(rows, [&](const dialogues::DialogueRow& other) {
    const auto& held = other.schedule;
    return held.khom != plan.khom || !other.opening || other.id == row.id ||
           (held.date == plan.date && held.start >= plan.start);
  });
  return rows.empty() ? std::nullopt : std::optional(std::move(rows.back()));
}

shapes::BriefIssues issues_with(const Call& call, const Reading& reading, issues::Filter filter,
                                const issues::Order& order) {
  filter.today = reading.today;
  const auto page = issues::find(*reading.snapshot, filter,
                                 {.order = order, .limit = call.services.limits.page_size_default});
  shapes::BriefIssues list{page.total, {}};
  for (const auto& row : page.rows) {
    list.items.push_back(summary_of(row, reading.today));
  }
  return list;
}

/// Those the khóm has not said are kept.
shapes::BriefPromises promises_of(const Call& call, const Reading& reading,
                                  const domain::KhomId& khom) {
  commitments::Filter filter;
  filter.khom = khom;
  filter.today = reading.today;
  auto rows =
      commitments::find(*reading.snapshot, filter, {}, std::numeric_limits<std::size_t>::max())
          .rows;
  std::erase_if(rows, [](const commitments::CommitmentRow& row) { return row.kept(); });
  shapes::BriefPromises list{rows.size(), {}};
  rows.resize(std::min(rows.size(), call.services.limits.page_size_default));
  for (const auto& row : rows) {
    list.items.push_back(row_of(row, reading.today));
  }
  return list;
}

std::vector<shapes::Recurrence> recurrences_of(const Reading& reading, const domain::KhomId& khom,
                                               const domain::Date& until) {
  std::vector<shapes::Recurrence> list;
  auto rows = issues::recurrences(*reading.snapshot, domain::add_days(until, -kDaysBack), until);
  for (auto& row : rows) {
    const bool again = row.issues > 1 || row.recurring > 0 || row.reopened > 0;
    if (row.khom == khom && again) {
      list.push_back(shape_of(std::move(row)));
    }
  }
  std::ranges::stable_sort(list, std::greater{}, &shapes::Recurrence::issues);
  return list;
}

void mention_all(const shapes::BriefIssues& list, NameBook& book) {
  for (const auto& issue : list.items) {
    mention(issue, book);
  }
}

void name(const Call& call, const Reading& reading, shapes::Brief& brief) {
  NameBook book(reading);
  book.mention(brief.dialogue.basics.khom.value);
  book.mention(brief.dialogue.basics.chair.value);
  mention_all(brief.open, book);
  mention_all(brief.ended, book);
  if (brief.last) {
    mention_all(brief.last->issues, book);
  }
  for (const auto& promise : brief.promises.items) {
    book.mention(promise.commitment.owner.value);
  }
  for (const auto& row : brief.recurrences) {
    book.mention(row.field.value);
  }
  brief.names = book.names(choose_language(call.request.header("accept-language")));
}

shapes::Brief brief_of(const Call& call, const Reading& reading,
                       const dialogues::DialogueRow& row) {
  const auto& khom = row.schedule.khom;
  shapes::Brief brief;
  brief.head = head_of(call, reading, {dialogues::definition(), issues::definition()});
  brief.today = reading.today;
  brief.dialogue = summary_of(row);
  brief.since = domain::add_days(row.schedule.date, -kDaysBack);
  if (const auto last = last_before(reading, row)) {
    brief.since = last->schedule.date;
    brief.last = {summary_of(*last),
                  issues_with(call, reading, {.dialogues = {last->id}}, {issues::Order::By::due})};
  }
  brief.open =
      issues_with(call, reading, {.open = true, .khoms = {khom}}, {issues::Order::By::due});
  brief.ended =
      issues_with(call, reading, {.open = false, .khoms = {khom}, .closed = {.from = brief.since}},
                  {issues::Order::By::changed, true});
  brief.promises = promises_of(call, reading, khom);
  brief.recurrences = recurrences_of(reading, khom, std::min(reading.today, row.schedule.date));
  name(call, reading, brief);
  return brief;
}

// GET …/dialogues/{id}/brief
Reply get_brief(Call& call) {
  const auto id = path_id<domain::DialogueId>(call);
  if (!id) {
    return fail(id.error());
  }
  const auto reading = open_reading(call);
  if (!reading) {
    return fail(reading.error());
  }
  const auto row = dialogues::find(*reading->snapshot, *id);
  if (!row || !call.access->sees(row->schedule.khom)) {
    return fail(ProblemCode::not_found);
  }
  return list_answer(call, *reading, wire::text(brief_of(call, *reading, *row)));
}

}  // namespace

void add_brief_routes(std::vector<Route>& routes) {
  add_read(routes, "dialogues/{id}/brief", &get_brief);
}

}  // namespace langnghe::api::resources
