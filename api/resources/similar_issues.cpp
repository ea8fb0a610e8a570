#include <algorithm>
#include <utility>

#include <projections/issues.hpp>

#include "reading/answer_parts.hpp"
#include "reading/found_issues.hpp"
#include "reading/names.hpp"
#include "reading/reading.hpp"
#include "resources/issue_resources.hpp"
#include "resources/issue_shapes.hpp"
#include "routing/query.hpp"
#include "shapes/issue_list.hpp"
#include "wire/answers.hpp"

namespace langnghe::api::resources {
namespace {

namespace issues = projections::issues;

constexpr std::size_t kShownMax = 20;
constexpr std::size_t kShownDefault = 5;

std::string read_text(Query& query) {
  auto text = query.text("text");
  if (!query.has("text")) {
    query.add("text", "missing_parameter");
  }
  return std::move(text).value_or(std::string());
}

/// Words that may be somebody's own are kept by nobody on the way.
Response kept_by_nobody(Call& call, const Reading& reading, std::string body) {
  auto response = list_answer(call, reading, std::move(body));
  response.set("Cache-Control", "no-store");
  call.cacheable = false;
  return response;
}

}  // namespace

// GET …/issues/similar?text=&khom=&limit=
Reply list_similar_issues(Call& call) {
  Query query(call.target);
  const auto text = read_text(query);
  search::LikenessAsked asked;
  asked.text = text;
  asked.khom = query.id<domain::KhomId>("khom").value_or(domain::KhomId{});
  asked.most = query.number("limit", 1, kShownMax).value_or(kShownDefault);
  if (!call.access->sees_all) {
    asked.scope = call.access->scope;
  }
  const auto reading = open_reading(call, query);
  if (!reading) {
    return fail(reading.error());
  }
  const auto found = issues_like(call, *reading, asked);
  if (!found) {
    return fail(found.error());
  }
  shapes::SimilarIssues answer;
  answer.head = head_of(call, *reading, {issues::definition()});
  NameBook book(*reading);
  for (const auto& like : *found) {
    const auto row = issues::find_one(*reading->snapshot, like.issue);
    if (row && call.access->sees(row->state.recorded.khom)) {
      auto issue = summary_of(*row, reading->today);
      const bool same_khom = !asked.khom.empty() && issue.khom == asked.khom;
      mention(issue, book);
      answer.items.push_back({std::move(issue), same_khom, like.percent});
    }
  }
  answer.names = book.names(choose_language(call.request.header("accept-language")));
  return kept_by_nobody(call, *reading, wire::text(answer));
}

}  // namespace langnghe::api::resources
