#include "shapes/shown_events.hpp"

#include <tuple>
#include <utility>

#include <codec/json_text.hpp>

#include "wire/answer_text.hpp"
#include "wire/common_fields.hpp"
#include "wire/names_fields.hpp"
#include "wire/schemas.hpp"

namespace langnghe::codec {

namespace shapes = api::shapes;

namespace {

/// A sealed text of a record names whose it is; here it does not.
void hide_sealed(Json& json) {
  if (json.is_object() && json.contains("ciphertext")) {
    json = Json{{"sealed", true}};
  } else if (json.is_structured()) {
    for (auto& inner : json) {
      hide_sealed(inner);
    }
  }
}

}  // namespace

template <>
struct Kind<shapes::ShownData> {
  static Json write(const shapes::ShownData& data) {
    auto json = parse_json(data.json);
    if (!json) {
      return nullptr;
    }
    hide_sealed(*json);
    return *std::move(json);
  }
  static Schema schema(Schemas& known) { return any_json_schema(known); }
};

template <>
struct Fields<shapes::ShownEvent> {
  using T = shapes::ShownEvent;
  static constexpr std::string_view name = "ShownEvent";
  static constexpr auto list = std::tuple{field("position", &T::position),
                                          field("id", &T::id),
                                          field("kind", &T::kind),
                                          field("stream", &T::stream),
                                          field("object", &T::object),
                                          field("version", &T::version),
                                          field("type", &T::type),
                                          field("title", &T::title),
                                          field("happened", &T::happened),
                                          field("recorded", &T::recorded),
                                          field("user", &T::user),
                                          field("role", &T::role),
                                          field("role_title", &T::role_title),
                                          nullable("khom", &T::khom),
                                          nullable("causation", &T::causation),
                                          nullable("correlation", &T::correlation),
                                          field("data", &T::data)};
};
template <>
struct Fields<shapes::ShownEventList> {
  using T = shapes::ShownEventList;
  static constexpr std::string_view name = "ShownEventList";
  static constexpr auto list = std::tuple{flattened(&T::head), field("items", &T::items),
                                          field("names", &T::names), nullable("next", &T::next)};
};

}  // namespace langnghe::codec

namespace langnghe::api::wire {

template std::string text(const shapes::ShownEventList&);

void describe_shown_events(codec::Schemas& answers) {
  std::ignore = codec::Kind<shapes::ShownEventList>::schema(answers);
}

}  // namespace langnghe::api::wire
