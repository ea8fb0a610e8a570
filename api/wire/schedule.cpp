#include "shapes/schedule.hpp"

#include <tuple>

#include "wire/answer_text.hpp"
#include "wire/dialogue_fields.hpp"
#include "wire/schemas.hpp"

namespace langnghe::codec {

template <>
struct Fields<api::shapes::ScheduleCell> {
  using T = api::shapes::ScheduleCell;
  static constexpr std::string_view name = "ScheduleCell";
  static constexpr auto list = std::tuple{field("khom", &T::khom),
                                          field("khom_name", &T::khom_name),
                                          field("sample", &T::sample),
                                          field("quarter", &T::quarter),
                                          field("required", &T::required),
                                          field("held", &T::held),
                                          field("held_empty", &T::held_empty),
                                          field("planned", &T::planned),
                                          field("status", &T::status),
                                          field("dialogues", &T::dialogues),
                                          field("credited", &T::credited),
                                          field("missed_recorded", &T::missed_recorded)};
};

template <>
struct Fields<api::shapes::SchedulePlan> {
  static constexpr auto list = std::tuple{field("symbol", &api::shapes::SchedulePlan::symbol)};
};

template <>
struct Fields<api::shapes::Schedule> {
  using T = api::shapes::Schedule;
  static constexpr std::string_view name = "Schedule";
  static constexpr auto list = std::tuple{flattened(&T::head),
                                          field("year", &T::year),
                                          field("today", &T::today),
                                          nullable("plan", &T::plan),
                                          field("due", &T::due),
                                          field("met", &T::met),
                                          field("missed", &T::missed),
                                          field("credited", &T::credited),
                                          field("required", &T::required),
                                          field("cells", &T::cells),
                                          field("dialogues", &T::dialogues)};
};

}  // namespace langnghe::codec

namespace langnghe::api::wire {

template std::string text(const shapes::Schedule&);

void describe_schedule(codec::Schemas& answers) {
  std::ignore = codec::Kind<shapes::Schedule>::schema(answers);
}

}  // namespace langnghe::api::wire
