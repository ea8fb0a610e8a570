#include <algorithm>

#include <projections/dialogues.hpp>
#include <projections/issues.hpp>

#include "digest.hpp"
#include "issue_reading.hpp"
#include "query.hpp"
#include "reading.hpp"
#include "resources/issue_resources.hpp"
#include "resources/routes.hpp"
#include "speakers.hpp"
#include "wire/issue_json.hpp"

namespace langnghe::api::resources {
namespace {

namespace issues = projections::issues;

/// A cursor is opaque to clients; the mark at its beginning lets its form change.
constexpr std::string_view kCursorMark = "i1:";

std::string cursor_of(const issues::Page& page) {
  return page.next.empty() ? std::string{} : to_base64url(std::string(kCursorMark) + page.next);
}

std::string read_cursor(Query& query) {
  const auto text = query.text("cursor");
  if (!text) {
    return {};
  }
  const auto bytes = from_base64url(*text);
  if (!bytes || !bytes->starts_with(kCursorMark)) {
    query.add("cursor", "malformed_cursor");
    return {};
  }
  return bytes->substr(kCursorMark.size());
}

std::optional<domain::FieldCode> read_field(Query& query) {
  auto text = query.text("field");
  if (!text) {
    return std::nullopt;
  }
  return domain::FieldCode{std::move(*text)};
}

// GET …/issues?open=&overdue=&khom=&field=&assignee=&cursor=&limit=
Reply list_issues(Call& call) {
  const auto& limits = call.services.limits;
  Query query(call.target);
  issues::Filter filter;
  filter.open = query.flag("open");
  filter.overdue = query.flag("overdue");
  filter.khom = query.id<domain::KhomId>("khom");
  filter.field = read_field(query);
  filter.assignee = query.id<domain::UserId>("assignee");
  const auto from = read_cursor(query);
  const auto limit = query.number("limit", 1, limits.page_size_max);
  const auto asked = reading_asked(query);
  if (auto wrong = query.problem()) {
    return fail(std::move(*wrong));
  }
  const auto reading = open_reading(call, asked);
  if (!reading) {
    return fail(reading.error());
  }
  filter.today = reading->today;
  if (!call.access->sees_all) {
    filter.scope = call.access->scope;
  }
  const auto page =
      issues::find(*reading->snapshot, filter, from, limit.value_or(limits.page_size_default));
  return list_answer(call, *reading, wire::issue_list(call, *reading, page, cursor_of(page)));
}

// GET …/issues/{id}
Reply get_issue(Call& call) {
  auto found = open_issue(call);
  if (!found) {
    return fail(std::move(found.error()));
  }
  const auto& [reading, row] = *found;
  const auto& recorded = row.state.recorded;
  wire::IssueDetail detail{row, std::nullopt, std::nullopt, {}};
  if (const auto opinion = projections::dialogues::opinion(*reading.snapshot, recorded.opinion)) {
    detail.words = show_words(call, *opinion, recorded.khom);
    detail.speaker = show_speaker(call, *reading.snapshot, recorded.resident, recorded.khom);
  }
  detail.allowed =
      call.access->allowed_acts(domain::Subject::issue, domain::to_text(row.state.phase));
  // Time alone makes an issue overdue: then its version does not tell that it changed.
  const bool settled = !row.overdue_on(reading.today);
  return resource_answer(call, reading, row.version, settled,
                         wire::issue_detail(call, reading, detail));
}

}  // namespace

void add_issue_routes(std::vector<Route>& routes) {
  add_read(routes, "issues", &list_issues);
  add_read(routes, "issues/{id}", &get_issue);
  add_read(routes, "issues/{id}/history", &get_issue_history);
  add_read(routes, "issues/{id}/deadline", &get_issue_deadline);
}

}  // namespace langnghe::api::resources
