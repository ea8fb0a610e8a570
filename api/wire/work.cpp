#include "shapes/work.hpp"

#include <tuple>

#include "wire/answer_text.hpp"
#include "wire/common_fields.hpp"
#include "wire/schemas.hpp"

namespace langnghe::codec {

namespace shapes = api::shapes;

/// It has a name of its own because a parameter takes it too.
template <>
struct Kind<projections::work::List> {
  using List = projections::work::List;
  static Json write(List list) { return domain::to_text(list); }
  static Schema schema(Schemas& known) {
    return known.text_form("WorkListName", [] {
      std::vector<std::string_view> names;
      for (const auto& [list, name] : domain::EnumText<List>::kNames) {
        names.push_back(name);
      }
      return choice_schema(names);
    });
  }
};

template <>
struct Fields<shapes::WorkItem> {
  using T = shapes::WorkItem;
  static constexpr std::string_view name = "WorkItem";
  static constexpr auto list = std::tuple{field("kind", &T::kind),
                                          field("id", &T::id),
                                          field("version", &T::version),
                                          field("issue", &T::issue),
                                          field("answer_owed_to", &T::answer_owed_to),
                                          field("phase", &T::phase),
                                          field("since", &T::since),
                                          field("khom", &T::khom),
                                          field("field", &T::field),
                                          field("subject", &T::subject),
                                          field("pressing", &T::pressing),
                                          field("received", &T::received),
                                          nullable("first_reply_due", &T::first_reply_due),
                                          nullable("first_reply_on", &T::first_reply_on),
                                          nullable("due", &T::due),
                                          nullable("paused_until", &T::paused_until),
                                          nullable("assignee", &T::assignee),
                                          nullable("held_since", &T::held_since),
                                          field("returns", &T::returns),
                                          field("delivery_failures", &T::delivery_failures),
                                          field("escalation", &T::escalation),
                                          field("told_on", &T::told_on)};
};
template <>
struct Fields<shapes::WorkTask> {
  using T = shapes::WorkTask;
  static constexpr std::string_view name = "WorkTask";
  static constexpr auto list = std::tuple{
      field("kind", &T::kind),       field("id", &T::id),          nullable("version", &T::version),
      field("phase", &T::phase),     nullable("khom", &T::khom),   nullable("issue", &T::issue),
      field("subject", &T::subject), nullable("since", &T::since), nullable("due", &T::due)};
};
template <>
struct Fields<shapes::WorkList> {
  using T = shapes::WorkList;
  static constexpr std::string_view name = "WorkList";
  static constexpr auto list =
      std::tuple{field("list", &T::list), nullable("act", &T::act), field("count", &T::count),
                 field("late", &T::late), field("items", &T::items)};
};
template <>
struct Fields<shapes::WorkLists> {
  using T = shapes::WorkLists;
  static constexpr std::string_view name = "WorkLists";
  static constexpr auto list =
      std::tuple{flattened(&T::head), field("today", &T::today), field("lists", &T::lists)};
};

}  // namespace langnghe::codec

namespace langnghe::api::wire {

template std::string text(const shapes::WorkLists&);

void describe_work(codec::Schemas& answers) {
  std::ignore = codec::Kind<shapes::WorkLists>::schema(answers);
}

}  // namespace langnghe::api::wire
