#include "shapes/issue_list.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <tuple>
#include <utility>

#include <projections/issues.hpp>

#include "reading/answer_parts.hpp"
#include "reading/found_issues.hpp"
#include "reading/names.hpp"
#include "reading/reading.hpp"
#include "resources/issue_filter.hpp"
#include "resources/issue_resources.hpp"
#include "resources/issue_shapes.hpp"
#include "routing/paging.hpp"
#include "routing/query.hpp"
#include "shapes/unless_empty.hpp"
#include "wire/answers.hpp"
#include "wire/issue_members.hpp"

namespace langnghe::api::resources {
namespace {

namespace issues = projections::issues;

constexpr std::string_view kCursorMark = "i3:";

struct NamedOrder {
  std::string_view name;
  issues::Order order;
};
constexpr auto kOrders = std::to_array<NamedOrder>({
    {"due", {issues::Order::By::due, false}},
    {"-due", {issues::Order::By::due, true}},
    {"received", {issues::Order::By::received, false}},
    {"-received", {issues::Order::By::received, true}},
    {"changed", {issues::Order::By::changed, false}},
    {"-changed", {issues::Order::By::changed, true}},
});

/// A search by words mostly means the issue that moved last; a work list goes by due date.
NamedOrder read_order(Query& query, bool by_words) {
  const auto name = query.text("sort").value_or(by_words ? "-changed" : "due");
  const auto found = std::ranges::find(kOrders, name, &NamedOrder::name);
  if (found == kOrders.end()) {
    std::string choices;
    for (const auto& each : kOrders) {
      choices += choices.empty() ? "" : "|";
      choices += each.name;
    }
    query.add("sort", "not_a_choice", std::move(choices));
    return kOrders.front();
  }
  return *found;
}

std::optional<search::WordQuery> read_words(Query& query) {
  const auto text = query.text("q");
  if (!text) {
    return std::nullopt;
  }
  auto words = search::WordQuery::of(*text);
  if (!words) {
    query.add("q", "no_words", std::to_string(search::WordQuery::kTermsMax));
  }
  return words;
}

/// The members that are asked for, each once; null where all are.
std::shared_ptr<const std::vector<std::string>> read_members(Query& query) {
  if (!query.has("fields")) {
    std::ignore = query.texts("fields");
    return nullptr;
  }
  auto members = std::make_shared<std::vector<std::string>>();
  for (auto& name : query.texts("fields")) {
    if (std::ranges::find(wire::issue_members(), name) == wire::issue_members().end()) {
      query.add("fields", "value_not_valid");
    } else if (std::ranges::find(*members, name) == members->end()) {
      members->push_back(std::move(name));
    }
  }
  return members;
}

/// The parameters of the list.
struct Asked {
  issues::Filter filter;
  std::optional<search::WordQuery> words;
  NamedOrder order;
  std::shared_ptr<const std::vector<std::string>> members;
  bool counts = false;
  Cursor cursor;
  std::size_t limit = 0;
};

Asked read_asked(Query& query, const Limits& limits) {
  Asked asked;
  asked.filter = read_issue_filter(query);
  asked.words = read_words(query);
  asked.order = read_order(query, asked.words.has_value());
  asked.members = read_members(query);
  asked.counts = query.flag("counts").value_or(false);
  asked.limit = query.number("limit", 1, limits.page_size_max).value_or(limits.page_size_default);
  asked.cursor = read_cursor(query, kCursorMark);
  // A place in one order is none in another.
  const auto order = std::string(asked.order.name) + ':';
  if (auto& from = asked.cursor.from; !from.empty()) {
    if (!from.starts_with(order)) {
      query.add("cursor", "malformed_cursor");
    }
    from.erase(0, order.size());
  }
  return asked;
}

template <class Key>
std::map<std::string, std::uint64_t> named(const std::map<Key, std::size_t>& counts) {
  std::map<std::string, std::uint64_t> named;
  for (const auto& [key, count] : counts) {
    if constexpr (domain::NamedEnum<Key>) {
      named.emplace(domain::to_text(key), count);
    } else {
      named.emplace(key.value, count);
    }
  }
  return named;
}

shapes::IssueCounts counts_of(const issues::Counts& counts) {
  shapes::IssueCounts shape;
  for (const auto& [type, count] : counts.types) {
    if (type) {
      shape.type.emplace(domain::to_text(*type), count);
    } else {
      shape.type_not_given = count;
    }
  }
  shape.phase = named(counts.phases);
  shape.field = named(counts.fields);
  shape.khom = named(counts.khoms);
  shape.channel = named(counts.channels);
  return shape;
}

void mention_page(const issues::Page& page, const std::vector<shapes::IssueSummary>& rows,
                  NameBook& book) {
  for (const auto& row : rows) {
    mention(row, book);
  }
  if (page.counts) {
    for (const auto& [khom, count] : page.counts->khoms) {
      book.mention(khom.value);
    }
    for (const auto& [field, count] : page.counts->fields) {
      book.mention(field.value);
    }
  }
}

void show_rows(std::vector<shapes::IssueSummary> rows, const Asked& asked,
               shapes::IssueList& list) {
  if (!asked.members) {
    list.items = std::move(rows);
    return;
  }
  auto& chosen = list.chosen.emplace();
  for (auto& row : rows) {
    chosen.push_back({std::move(row), asked.members});
  }
}

}  // namespace

void mention(const shapes::IssueSummary& issue, NameBook& book) {
  book.mention(issue.khom.value);
  book.mention(issue.field.value);
  if (issue.assignee) {
    book.mention(issue.assignee->value);
  }
}

// GET …/issues?q=&open=&…&sort=&fields=&counts=&cursor=&limit=
Reply list_issues(Call& call) {
  Query query(call.target);
  auto asked = read_asked(query, call.services.limits);
  const auto reading = open_page(call, query, asked.cursor);
  if (!reading) {
    return fail(reading.error());
  }
  auto& filter = asked.filter;
  filter.today = reading->today;
  if (!call.access->sees_all) {
    filter.scope = call.access->scope;
  }
  if (asked.words) {
    auto found = issues_with(call, *reading, *asked.words);
    if (!found) {
      return fail(std::move(found.error()));
    }
    filter.among = *std::move(found);
  }
  const auto page = issues::find(*reading->snapshot, filter,
                                 {.order = asked.order.order,
                                  .from = asked.cursor.from,
                                  .limit = asked.limit,
                                  .counts = asked.counts});
  std::vector<shapes::IssueSummary> rows;
  for (const auto& row : page.rows) {
    rows.push_back(summary_of(row, reading->today));
  }
  shapes::IssueList list;
  list.head = head_of(call, *reading, {issues::definition()});
  list.today = reading->today;
  list.total = page.total;
  NameBook book(*reading);
  mention_page(page, rows, book);
  list.names = book.names(choose_language(call.request.header("accept-language")));
  show_rows(std::move(rows), asked, list);
  if (page.counts) {
    list.counts = counts_of(*page.counts);
  }
  const auto next =
      page.next.empty() ? std::string() : std::string(asked.order.name) + ':' + page.next;
  list.next = shapes::unless_empty(cursor_after(call, *reading, next, kCursorMark));
  return list_answer(call, *reading, wire::text(list));
}

}  // namespace langnghe::api::resources
