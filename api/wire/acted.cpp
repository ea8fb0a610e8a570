#include "shapes/acted.hpp"

#include <tuple>

#include <codec/fields.hpp>

#include "wire/acted_schema.hpp"
#include "wire/answer_text.hpp"
#include "wire/schemas.hpp"

namespace langnghe::codec {

namespace shapes = api::shapes;

template <>
struct Fields<shapes::ActedEvent> {
  using T = shapes::ActedEvent;
  static constexpr std::string_view name = "ActedEvent";
  static constexpr auto list = std::tuple{field("position", &T::position), field("type", &T::type),
                                          field("stream", &T::stream)};
};
template <>
struct Fields<shapes::IssueAfter> {
  using T = shapes::IssueAfter;
  static constexpr auto list =
      std::tuple{field("phase", &T::phase), nullable("original_due", &T::original_due),
                 nullable("effective_due", &T::effective_due),
                 field("extension_requested", &T::extension_requested)};
};
template <>
struct Fields<shapes::DialogueAfter> {
  static constexpr auto list = std::tuple{field("phase", &shapes::DialogueAfter::phase)};
};
template <>
struct Fields<shapes::PlanAfter> {
  static constexpr auto list = std::tuple{field("phase", &shapes::PlanAfter::phase)};
};
template <>
struct Fields<shapes::ReportAfter> {
  static constexpr auto list = std::tuple{field("phase", &shapes::ReportAfter::phase)};
};
template <>
struct Fields<shapes::ResidentAfter> {
  static constexpr auto list = std::tuple{field("phase", &shapes::ResidentAfter::phase)};
};
template <>
struct Fields<shapes::UserAfter> {
  using T = shapes::UserAfter;
  static constexpr auto list = std::tuple{field("enabled", &T::enabled), field("roles", &T::roles)};
};
template <>
struct Fields<shapes::CalendarAfter> {
  static constexpr auto list =
      std::tuple{field("calendar_version", &shapes::CalendarAfter::calendar_version)};
};
template <>
struct Fields<shapes::PolicyAfter> {
  static constexpr auto list =
      std::tuple{field("policy_version", &shapes::PolicyAfter::policy_version)};
};
template <>
struct Fields<shapes::WardAfter> {
  using T = shapes::WardAfter;
  static constexpr auto list =
      std::tuple{field("khoms", &T::khoms), field("officials", &T::officials)};
};
template <>
struct Fields<shapes::RegisterAfter> {
  static constexpr auto list = std::tuple{};
};
template <>
struct Fields<shapes::SupervisionAfter> {
  using T = shapes::SupervisionAfter;
  static constexpr auto list =
      std::tuple{field("recommendations", &T::recommendations), field("takedowns", &T::takedowns)};
};
template <>
struct Fields<shapes::Acted> {
  using T = shapes::Acted;
  static constexpr auto list = std::tuple{field("id", &T::id),
                                          field("version", &T::version),
                                          field("position", &T::position),
                                          field("ledger_size", &T::ledger_size),
                                          field("events", &T::events),
                                          field("state", &T::state)};
};

namespace {

/// The answer of the acts on one kind of stream, which have one form of state.
template <class State>
void describe_acted(domain::Subject subject, Schemas& answers) {
  std::ignore = answers.structure(api::wire::acted_name(subject), [&] {
    ObjectSchema object;
    for_each_field<shapes::Acted>([&]<class Entry>(const Entry& entry) {
      if (entry.name == "state") {
        object.add(entry.name, Kind<State>::schema(answers), true);
      } else {
        add_member(entry, answers, object);
      }
    });
    return object.made(answers);
  });
}

}  // namespace
}  // namespace langnghe::codec

namespace langnghe::api::wire {

template std::string text(const shapes::Acted&);

codec::Schema acted_schema(codec::Schemas& answers) {
  std::string choices;
  for (const auto& [subject, name] : domain::EnumText<domain::Subject>::kNames) {
    choices += choices.empty() ? "" : ",";
    choices += answers.structure(acted_name(subject), [] { return codec::Schema{"{}"}; }).text;
  }
  // Any of them: an answer with less in it is read as one of several.
  return {R"({"anyOf":[)" + choices + "]}"};
}

void describe_acts(codec::Schemas& answers) {
  using enum domain::Subject;
  codec::describe_acted<shapes::WardAfter>(ward, answers);
  codec::describe_acted<shapes::CalendarAfter>(calendar, answers);
  codec::describe_acted<shapes::PolicyAfter>(policy, answers);
  codec::describe_acted<shapes::PlanAfter>(plan, answers);
  codec::describe_acted<shapes::DialogueAfter>(dialogue, answers);
  codec::describe_acted<shapes::IssueAfter>(issue, answers);
  codec::describe_acted<shapes::ReportAfter>(report, answers);
  codec::describe_acted<shapes::RegisterAfter>(document_register, answers);
  codec::describe_acted<shapes::ResidentAfter>(resident, answers);
  codec::describe_acted<shapes::UserAfter>(user, answers);
  codec::describe_acted<shapes::SupervisionAfter>(supervision, answers);
}

}  // namespace langnghe::api::wire
