#include "shapes/issue_history.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include <ledger/record.hpp>
#include <projections/issues.hpp>
#include <projections/settings.hpp>

#include "access/reading_rules.hpp"
#include "acting/trace.hpp"
#include "bytes/local_text.hpp"
#include "reading/answer_parts.hpp"
#include "reading/issue_reading.hpp"
#include "resources/issue_resources.hpp"
#include "shapes/unless_empty.hpp"
#include "wire/answers.hpp"

namespace langnghe::api::resources {
namespace {

/// A mark of the clock, or of an act beside it. Nobody typed it, so it is no late entry.
bool is_mark(std::string_view type) {
  constexpr std::array<std::string_view, 5> kMarks{
      "issue.deadline_approaching", "issue.deadline_breached", "issue.breach_retracted",
      "issue.commitment_missed", "issue.commitment_miss_retracted"};
  return std::ranges::find(kMarks, type) != kMarks.end();
}

/// Days between the act and its entry, where the policy of the day of entry calls that late.
int late_days(const domain::PolicyState& policies, const eventstore::RecordView& record) {
  const auto happened = domain::parse_happened(record.happened);
  const auto recorded = domain::parse_instant(record.recorded);
  if (!happened || !recorded || !policies.exists() || is_mark(record.type)) {
    return 0;
  }
  const auto entered = domain::local_date(*recorded);
  const int days = domain::days_between(happened->date, entered);
  return days > policies.valid_on(entered).late_entry_days ? days : 0;
}

std::expected<shapes::HistoryItem, Problem> read_item(const Call& call,
                                                      const domain::PolicyState& policies,
                                                      eventstore::Position position) {
  const auto records = call.services.store.read_ledger(call.ledger_id(), position, 1);
  if (!records) {
    return fail(store_problem(records.error()));
  }
  if (records->empty()) {
    return fail(ProblemCode::ledger_unreadable, {{"position", std::to_string(position.value)}});
  }
  const auto view = eventstore::parse(records->front().bytes);
  if (!view) {
    return fail(ProblemCode::ledger_unreadable, {{"position", std::to_string(position.value)}});
  }
  return shapes::HistoryItem{position.value,
                             std::string(view->id),
                             std::string(view->stream),
                             std::string(view->type),
                             std::string(view->user),
                             std::string(view->role),
                             std::string(view->happened),
                             local_text(view->recorded),
                             late_days(policies, *view),
                             shapes::unless_empty(std::string(view->causation)),
                             shapes::unless_empty(std::string(view->correlation)),
                             {std::string(view->data)}};
}

}  // namespace

// GET …/issues/{id}/history
Reply get_issue_history(Call& call) {
  auto found = open_issue(call);
  if (!found) {
    return fail(std::move(found.error()));
  }
  const auto& [reading, row] = *found;
  const auto policies = projections::settings::policy(*reading.snapshot).state;
  shapes::History shape{head_of(call, reading, {projections::issues::definition()}), row.id, {}};
  for (const auto& entry : projections::issues::history(*reading.snapshot, row.id)) {
    auto item = read_item(call, policies, entry.position);
    if (!item) {
      return fail(std::move(item.error()));
    }
    if (may_read_record(*call.access, item->type)) {
      shape.items.push_back(std::move(*item));
    }
  }
  // Acts of the dialogue are in it too, so its tag is the ledger's and not the issue's.
  return list_answer(call, reading, wire::text(shape));
}

}  // namespace langnghe::api::resources
