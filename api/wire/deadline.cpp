#include "shapes/deadline.hpp"

#include <tuple>

#include <codec/fields/deadline.hpp>

#include "wire/answer_text.hpp"
#include "wire/common_fields.hpp"
#include "wire/schemas.hpp"

namespace langnghe::codec {

namespace shapes = api::shapes;

template <>
struct Fields<shapes::VersionOfBasis> {
  using T = shapes::VersionOfBasis;
  static constexpr auto list = std::tuple{field("version", &T::version), field("basis", &T::basis)};
};
template <>
struct Fields<shapes::MadeWith> {
  using T = shapes::MadeWith;
  static constexpr auto list =
      std::tuple{field("policy", &T::policy), field("calendar", &T::calendar)};
};
template <>
struct Fields<domain::Pause> {
  using T = domain::Pause;
  static constexpr auto list = std::tuple{field("from", &T::from), field("until", &T::until)};
};
template <>
struct Fields<domain::ExplainedDay> {
  using T = domain::ExplainedDay;
  static constexpr std::string_view name = "ExplainedDay";
  static constexpr auto list = std::tuple{field("date", &T::date), field("verdict", &T::verdict),
                                          field("counted_so_far", &T::counted_so_far)};
};
template <>
struct Fields<shapes::Clock> {
  using T = shapes::Clock;
  static constexpr std::string_view name = "Clock";
  static constexpr auto list = std::tuple{flattened(&T::made_with),
                                          field("start", &T::start),
                                          field("term", &T::term),
                                          nullable("agreed_due", &T::agreed_due),
                                          field("extensions", &T::extensions),
                                          field("pauses", &T::pauses),
                                          field("due", &T::due),
                                          field("explained_due", &T::explained_due),
                                          field("matches", &T::matches),
                                          field("provisional", &T::provisional),
                                          field("days", &T::days)};
};
template <>
struct Fields<shapes::FirstReplyClock> {
  using T = shapes::FirstReplyClock;
  static constexpr std::string_view name = "FirstReplyClock";
  static constexpr auto list =
      std::tuple{flattened(&T::clock), nullable("replied_on", &T::replied_on)};
};
template <>
struct Fields<shapes::ClockStep> {
  using T = shapes::ClockStep;
  static constexpr std::string_view name = "ClockStep";
  static constexpr auto list = std::tuple{flattened(&T::made_with),
                                          field("kind", &T::kind),
                                          field("on", &T::on),
                                          nullable("previous_due", &T::previous_due),
                                          field("due", &T::due),
                                          field("reason", &T::reason),
                                          field("explained_due", &T::explained_due),
                                          field("matches", &T::matches)};
};
template <>
struct Fields<shapes::ResolutionDeadline> {
  using T = shapes::ResolutionDeadline;
  static constexpr std::string_view name = "ResolutionDeadline";
  static constexpr auto list = std::tuple{nullable("original_due", &T::original_due),
                                          nullable("agreed_in_list", &T::agreed_in_list),
                                          nullable("effective_due", &T::effective_due),
                                          nullable("paused_until", &T::paused_until),
                                          nullable("clock", &T::clock),
                                          field("steps", &T::steps),
                                          field("matches", &T::matches)};
};
template <>
struct Fields<shapes::PolicyBasis> {
  using T = shapes::PolicyBasis;
  static constexpr auto list =
      std::tuple{field("policy_version", &T::policy_version), field("text", &T::text)};
};
template <>
struct Fields<shapes::Deadline> {
  using T = shapes::Deadline;
  static constexpr std::string_view name = "Deadline";
  static constexpr auto list = std::tuple{flattened(&T::head),
                                          field("id", &T::id),
                                          nullable("first_reply", &T::first_reply),
                                          field("resolution", &T::resolution),
                                          nullable("basis", &T::basis),
                                          field("matches", &T::matches),
                                          field("provisional", &T::provisional)};
};

}  // namespace langnghe::codec

namespace langnghe::api::wire {

template std::string text(const shapes::Deadline&);

void describe_deadline(codec::Schemas& answers) {
  std::ignore = codec::Kind<shapes::Deadline>::schema(answers);
}

}  // namespace langnghe::api::wire
