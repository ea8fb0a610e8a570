#include <algorithm>

#include <projections/work.hpp>

#include "reading/reading.hpp"
#include "resources/routes.hpp"
#include "routing/query.hpp"
#include "wire/work_json.hpp"

namespace langnghe::api::resources {
namespace {

namespace work = projections::work;

constexpr std::uint64_t kDaysMax = 366;

/// The lists of all the reader's roles, each once.
std::vector<work::List> lists_of(const Access& access) {
  std::vector<work::List> lists;
  for (const auto& grant : access.roles) {
    for (const auto list : work::lists_of(grant.role)) {
      if (std::ranges::find(lists, list) == lists.end()) {
        lists.push_back(list);
      }
    }
  }
  return lists;
}

work::Query read_query(Query& query) {
  work::Query wanted;
  const auto days = [&](std::string_view name, int& value) {
    if (const auto given = query.number(name, 0, kDaysMax)) {
      value = static_cast<int>(*given);
    }
  };
  wanted.assignee = query.id<domain::UserId>("assignee");
  days("due_within_days", wanted.due_within_days);
  days("returns_at_least", wanted.returns_at_least);
  days("silent_days", wanted.silent_days);
  days("ahead_days", wanted.ahead_days);
  days("feedback_days", wanted.feedback_days);
  return wanted;
}

Reply show_work(Call& call, Query& query, const wire::WorkShown& shown) {
  const auto list = query.choice<work::List>("list");
  auto wanted = read_query(query);
  const auto reading = open_reading(call, query);
  if (!reading) {
    return fail(reading.error());
  }
  wanted.today = reading->today;
  if (!call.access->sees_all) {
    wanted.scope = call.access->scope;
  }
  const auto lists = list ? std::vector{*list} : lists_of(*call.access);
  return list_answer(call, *reading,
                     wire::work_lists(call, *reading, lists,
                                      work::lists(*reading->snapshot, lists, wanted), shown));
}

// GET …/work?list=&assignee=&limit=: what waits for the reader's roles.
Reply get_work(Call& call) {
  Query query(call.target);
  wire::WorkShown shown;
  if (const auto limit = query.number("limit", 1, shown.limit)) {
    shown.limit = *limit;
  }
  return show_work(call, query, shown);
}

// GET …/work/counts: how much of it, for a page that is looked at often.
Reply get_work_counts(Call& call) {
  Query query(call.target);
  return show_work(call, query, {.entries = false});
}

}  // namespace

void add_work_routes(std::vector<Route>& routes) {
  add_read(routes, "work", &get_work);
  add_read(routes, "work/counts", &get_work_counts);
}

}  // namespace langnghe::api::resources
