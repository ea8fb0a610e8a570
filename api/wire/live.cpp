#include "shapes/live.hpp"

#include <tuple>

#include "wire/answer_text.hpp"
#include "wire/common_fields.hpp"
#include "wire/schemas.hpp"

namespace langnghe::codec {

namespace shapes = api::shapes;

template <>
struct Fields<shapes::LiveBegin> {
  using T = shapes::LiveBegin;
  static constexpr std::string_view name = "LiveBegin";
  static constexpr auto list =
      std::tuple{field("ledger", &T::ledger), field("position", &T::position)};
};
template <>
struct Fields<shapes::LiveRecord> {
  using T = shapes::LiveRecord;
  static constexpr std::string_view name = "LiveRecord";
  static constexpr auto list =
      std::tuple{field("position", &T::position), field("kind", &T::kind),
                 field("stream", &T::stream),     field("object", &T::object),
                 field("type", &T::type),         field("version", &T::version),
                 field("happened", &T::happened), field("recorded", &T::recorded),
                 nullable("user", &T::user),      nullable("role", &T::role)};
};
template <>
struct Fields<shapes::LiveEnd> {
  using T = shapes::LiveEnd;
  static constexpr std::string_view name = "LiveEnd";
  static constexpr auto list = std::tuple{field("reason", &T::reason)};
};

}  // namespace langnghe::codec

namespace langnghe::api::wire {

template std::string text(const shapes::LiveBegin&);
template std::string text(const shapes::LiveRecord&);
template std::string text(const shapes::LiveEnd&);

void describe_live(codec::Schemas& answers) {
  std::ignore = codec::Kind<shapes::LiveBegin>::schema(answers);
  std::ignore = codec::Kind<shapes::LiveRecord>::schema(answers);
  std::ignore = codec::Kind<shapes::LiveEnd>::schema(answers);
}

}  // namespace langnghe::api::wire
