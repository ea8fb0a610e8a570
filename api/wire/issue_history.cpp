#include "shapes/issue_history.hpp"

#include <tuple>
#include <utility>

#include <codec/event_schemas.hpp>
#include <codec/json_text.hpp>

#include "wire/answer_text.hpp"
#include "wire/common_fields.hpp"
#include "wire/schemas.hpp"

namespace langnghe::codec {

namespace shapes = api::shapes;

template <>
struct Kind<shapes::StoredData> {
  static Json write(const shapes::StoredData& data) {
    auto json = parse_json(data.json);
    return json ? *std::move(json) : Json(nullptr);
  }
  static Schema schema(Schemas& known) { return event_data_schema(known); }
};

template <>
struct Fields<shapes::HistoryItem> {
  using T = shapes::HistoryItem;
  static constexpr std::string_view name = "HistoryItem";
  static constexpr auto list = std::tuple{field("position", &T::position),
                                          field("id", &T::id),
                                          field("stream", &T::stream),
                                          field("type", &T::type),
                                          field("user", &T::user),
                                          field("role", &T::role),
                                          field("happened", &T::happened),
                                          field("recorded", &T::recorded),
                                          field("late_days", &T::late_days),
                                          nullable("causation", &T::causation),
                                          nullable("correlation", &T::correlation),
                                          field("data", &T::data)};
};
template <>
struct Fields<shapes::History> {
  using T = shapes::History;
  static constexpr std::string_view name = "History";
  static constexpr auto list =
      std::tuple{flattened(&T::head), field("id", &T::id), field("items", &T::items)};
};

}  // namespace langnghe::codec

namespace langnghe::api::wire {

template std::string text(const shapes::History&);

void describe_history(codec::Schemas& answers) {
  std::ignore = codec::Kind<shapes::History>::schema(answers);
}

}  // namespace langnghe::api::wire
