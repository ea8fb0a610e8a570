#include "shapes/changes.hpp"

#include <tuple>

#include "wire/answer_text.hpp"
#include "wire/common_fields.hpp"
#include "wire/names_fields.hpp"
#include "wire/schemas.hpp"

namespace langnghe::codec {

namespace shapes = api::shapes;

template <>
struct Fields<shapes::Change> {
  using T = shapes::Change;
  static constexpr std::string_view name = "Change";
  static constexpr auto list = std::tuple{
      field("position", &T::position), field("type", &T::type),         field("title", &T::title),
      field("happened", &T::happened), field("recorded", &T::recorded), nullable("user", &T::user),
      nullable("role", &T::role)};
};
template <>
struct Fields<shapes::ChangedObject> {
  using T = shapes::ChangedObject;
  static constexpr std::string_view name = "ChangedObject";
  static constexpr auto list = std::tuple{
      field("kind", &T::kind),          field("stream", &T::stream),   field("object", &T::object),
      field("version", &T::version),    field("created", &T::created), nullable("khom", &T::khom),
      nullable("subject", &T::subject), nullable("phase", &T::phase),  nullable("date", &T::date),
      field("count", &T::count),        field("changes", &T::changes)};
};
template <>
struct Fields<shapes::ChangeList> {
  using T = shapes::ChangeList;
  static constexpr std::string_view name = "ChangeList";
  static constexpr auto list =
      std::tuple{flattened(&T::head),       field("since", &T::since), field("until", &T::until),
                 field("items", &T::items), field("names", &T::names), nullable("next", &T::next)};
};

}  // namespace langnghe::codec

namespace langnghe::api::wire {

template std::string text(const shapes::ChangeList&);

void describe_changes(codec::Schemas& answers) {
  std::ignore = codec::Kind<shapes::ChangeList>::schema(answers);
}

}  // namespace langnghe::api::wire
