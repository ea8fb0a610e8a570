#include "resources/issue_filter.hpp"

#include <string_view>
#include <utility>
#include <vector>

namespace langnghe::api::resources {
namespace {

namespace issues = projections::issues;

issues::Days read_days(Query& query, std::string_view from, std::string_view to) {
  return {query.date(from), query.date(to)};
}

std::vector<domain::FieldCode> read_fields(Query& query) {
  std::vector<domain::FieldCode> codes;
  for (auto& text : query.texts("field")) {
    codes.push_back({std::move(text)});
  }
  return codes;
}

}  // namespace

issues::Filter read_issue_filter(Query& query) {
  issues::Filter filter;
  filter.open = query.flag("open");
  filter.overdue = query.flag("overdue");
  filter.recurring = query.flag("recurring");
  filter.types = query.choices<domain::IssueType>("type");
  filter.phases = query.choices<domain::IssuePhase>("phase");
  filter.fields = read_fields(query);
  filter.khoms = query.ids<domain::KhomId>("khom");
  filter.channels = query.choices<domain::IntakeChannel>("channel");
  filter.assignees = query.ids<domain::UserId>("assignee");
  filter.dialogues = query.ids<domain::DialogueId>("dialogue");
  filter.verdicts = query.choices<domain::Verdict>("verdict");
  filter.unit = query.text("unit");
  filter.received = read_days(query, "received_from", "received_to");
  filter.due = read_days(query, "due_from", "due_to");
  filter.closed = read_days(query, "closed_from", "closed_to");
  return filter;
}

}  // namespace langnghe::api::resources
