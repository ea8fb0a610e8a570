#include "shapes/public_wards.hpp"

#include <tuple>

#include "wire/answer_kinds.hpp"
#include "wire/answer_text.hpp"
#include "wire/common_fields.hpp"
#include "wire/schemas.hpp"

namespace langnghe::codec {

namespace shapes = api::shapes;

template <>
struct Fields<shapes::PublicWard> {
  using T = shapes::PublicWard;
  static constexpr std::string_view name = "PublicWard";
  static constexpr auto list = std::tuple{field("ward", &T::ward), field("name", &T::name)};
};
template <>
struct Fields<shapes::PublicWardList> {
  using T = shapes::PublicWardList;
  static constexpr std::string_view name = "PublicWardList";
  static constexpr auto list = std::tuple{field("items", &T::items)};
};

}  // namespace langnghe::codec

namespace langnghe::api::wire {

template std::string text(const shapes::PublicWardList&);

void describe_public_wards(codec::Schemas& answers) {
  std::ignore = codec::Kind<shapes::PublicWardList>::schema(answers);
}

}  // namespace langnghe::api::wire
