// One's own saved views: what a person calls a filter of a list.
#include "shapes/saved_views.hpp"

#include <string>
#include <utility>

#include <text/typed_text.hpp>

#include <api/accounts.hpp>

#include "access/credentials.hpp"
#include "acting/account_problem.hpp"
#include "acting/sealing.hpp"
#include "call/path_values.hpp"
#include "reading/reading.hpp"
#include "resources/routes.hpp"
#include "resources/ways_in.hpp"
#include "routing/query.hpp"
#include "wire/answers.hpp"
#include "wire/commands.hpp"

namespace langnghe::api::resources {
namespace {

constexpr std::string_view kPlace = "saved-views";
constexpr std::size_t kNameCharactersMax = 100;
constexpr std::size_t kQueryBytesMax = 2000;

struct ViewId {
  std::string value;
};

std::optional<Problem> why_not(const wire::SavedViewBody& body) {
  if (text::trimmed(body.name).empty()) {
    return body_fault("/name", "value_required");
  }
  if (text::characters(body.name) > kNameCharactersMax) {
    return body_fault("/name", "value_not_valid");
  }
  return body.query.size() > kQueryBytesMax ? std::optional(body_fault("/query", "value_not_valid"))
                                            : std::nullopt;
}

// GET …/saved-views
Reply list_views(Call& call) {
  Query query(call.target);
  if (auto wrong = query.problem()) {
    return fail(std::move(*wrong));
  }
  shapes::SavedViewList list;
  for (auto& view : call.services.accounts.saved_views(call.ledger, call.access->user)) {
    // A page that a later program knew, and this one does not, is left out.
    if (const auto page = domain::from_text<shapes::ListPage>(view.page)) {
      list.items.push_back(
          {std::move(view.id), std::move(view.name), *page, std::move(view.query)});
    }
  }
  return json_response(200, wire::text(list));
}

// PUT …/saved-views/{id} {name, page, query} -> 204: in the place of the one of this identifier.
Reply save_view(Call& call) {
  if (!has_json_body(call.request)) {
    return fail(ProblemCode::unsupported_media_type);
  }
  auto body = wire::read_saved_view(call.request.body);
  if (!body) {
    return fail(body.error());
  }
  const auto id = path_id<ViewId>(call);
  if (!id) {
    return fail(id.error());
  }
  if (auto wrong = why_not(*body)) {
    return fail(std::move(*wrong));
  }
  const auto saved = call.services.accounts.save_view(
      call.ledger, call.access->user,
      {id->value, std::move(body->name), std::string(domain::to_text(body->page)),
       std::move(body->query)});
  return saved ? Reply(nothing()) : fail(account_problem(call, saved.error()));
}

// DELETE …/saved-views/{id} -> 204
Reply drop_view(Call& call) {
  const auto id = path_id<ViewId>(call);
  if (!id) {
    return fail(id.error());
  }
  const auto dropped = call.services.accounts.drop_view(call.ledger, call.access->user, id->value);
  if (!dropped) {
    return fail(account_problem(call, dropped.error()));
  }
  return *dropped ? Reply(nothing()) : fail(ProblemCode::not_found);
}

}  // namespace

void add_saved_view_routes(std::vector<Route>& routes) {
  add_read(routes, kPlace, &list_views);
  const auto one = std::string(kWardBase) + std::string(kPlace) + "/{id}";
  const auto* const readers = find_read_rule(kPlace);
  routes.push_back({Method::put, one, Gate::member, &save_view, false, readers});
  routes.push_back({Method::delete_, one, Gate::member, &drop_view, false, readers});
}

}  // namespace langnghe::api::resources
