#include <charconv>
#include <string>
#include <string_view>
#include <system_error>
#include <type_traits>
#include <variant>

#include <domain/event.hpp>
#include <projections/settings.hpp>

#include "rows/keys.hpp"
#include "rows/row.hpp"
#include "rows/shape.hpp"
#include "running/row_cache.hpp"

// Rows: `first_day` -> date; `ward`, `calendar`, `policy`, `plan/<year>`, `user/<id>` -> version,
// state.

namespace langnghe::projections {

namespace settings {
namespace {

template <class State, class Event>
void fold(RowCache& cache, const std::string& key, const Input& input, const Event& event) {
  auto& held = cache.make<Versioned<State>>(key);
  domain::evolve(held.state, event);
  held.version = input.version;
}

struct Apply {
  RowCache& cache;
  const Input& input;

  void operator()(const domain::WardEvent& event) const {
    fold<domain::WardState>(cache, "ward", input, event);
    if (std::holds_alternative<domain::WardEstablished>(event)) {
      cache.set("first_day", input.event.happened.date);
    }
  }
  void operator()(const domain::CalendarEvent& event) const {
    fold<domain::CalendarState>(cache, "calendar", input, event);
  }
  void operator()(const domain::PolicyEvent& event) const {
    fold<domain::PolicyState>(cache, "policy", input, event);
  }
  void operator()(const domain::PlanEvent& event) const {
    const auto year = input.event.stream.value.substr(kPlanKind.size());
    fold<domain::PlanState>(cache, "plan/" + year, input, event);
  }
  void operator()(const domain::UserEvent& event) const {
    const auto user = id_in<domain::UserId>(input.event.stream, kUserKind);
    fold<domain::UserState>(cache, "user/" + user.value, input, event);
  }
  void operator()(const domain::DialogueEvent&) const {}
  void operator()(const domain::IssueEvent&) const {}
  void operator()(const domain::ReportEvent&) const {}
  void operator()(const domain::RegisterEvent&) const {}
  void operator()(const domain::ResidentEvent&) const {}
  void operator()(const domain::SupervisionEvent&) const {}
};

void apply(RowCache& cache, const Input& input) {
  std::visit(Apply{cache, input}, input.event.event);
}

constexpr std::string_view kName = "settings";

template <class State>
Versioned<State> one(const Snapshot& snapshot, std::string_view key) {
  return row::read<Versioned<State>>(snapshot.of(kName), key).value_or(Versioned<State>{});
}

}  // namespace

Projection definition() {
  return {
      .name = kName,
      .version = 3,
      .shape = row::shape_of_rows<Versioned<domain::WardState>, Versioned<domain::CalendarState>,
                                  Versioned<domain::PolicyState>, Versioned<domain::PlanState>,
                                  Versioned<domain::UserState>, domain::Date>(),
      .apply = apply};
}

Versioned<domain::WardState> ward(const Snapshot& snapshot) {
  return one<domain::WardState>(snapshot, "ward");
}

std::optional<domain::Date> first_day(const Snapshot& snapshot) {
  return row::read<domain::Date>(snapshot.of(kName), "first_day");
}

Versioned<domain::CalendarState> calendar(const Snapshot& snapshot) {
  return one<domain::CalendarState>(snapshot, "calendar");
}

Versioned<domain::PolicyState> policy(const Snapshot& snapshot) {
  return one<domain::PolicyState>(snapshot, "policy");
}

std::optional<Versioned<domain::PlanState>> plan(const Snapshot& snapshot, int year) {
  return row::read<Versioned<domain::PlanState>>(snapshot.of(kName),
                                                 "plan/" + std::to_string(year));
}

std::vector<int> plan_years(const Snapshot& snapshot) {
  static constexpr std::string_view kPrefix = "plan/";
  std::vector<int> years;
  snapshot.of(kName).scan(kPrefix, {}, [&](std::string_view key, std::string_view) {
    int year = 0;
    const auto text = key.substr(kPrefix.size());
    if (std::from_chars(text.data(), text.data() + text.size(), year).ec == std::errc{}) {
      years.push_back(year);
    }
    return true;
  });
  return years;
}

std::optional<Versioned<domain::UserState>> user(const Snapshot& snapshot,
                                                 const domain::UserId& user) {
  return row::read<Versioned<domain::UserState>>(snapshot.of(kName), "user/" + user.value);
}

std::map<domain::UserId, Versioned<domain::UserState>> users(const Snapshot& snapshot) {
  static constexpr std::string_view kPrefix = "user/";
  std::map<domain::UserId, Versioned<domain::UserState>> all;
  snapshot.of(kName).scan(kPrefix, {}, [&](std::string_view key, std::string_view value) {
    all.emplace(domain::UserId{std::string(key.substr(kPrefix.size()))},
                row::from_bytes<Versioned<domain::UserState>>(value));
    return true;
  });
  return all;
}

}  // namespace settings
}  // namespace langnghe::projections
