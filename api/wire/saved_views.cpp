#include "shapes/saved_views.hpp"

#include <tuple>

#include "wire/answer_kinds.hpp"
#include "wire/answer_text.hpp"
#include "wire/commands.hpp"
#include "wire/common_fields.hpp"
#include "wire/read_body.hpp"
#include "wire/schemas.hpp"

namespace langnghe::codec {

namespace shapes = api::shapes;

template <>
struct Fields<shapes::SavedView> {
  using T = shapes::SavedView;
  static constexpr std::string_view name = "SavedView";
  static constexpr auto list = std::tuple{field("id", &T::id), field("name", &T::name),
                                          field("page", &T::page), field("query", &T::query)};
};
template <>
struct Fields<shapes::SavedViewList> {
  using T = shapes::SavedViewList;
  static constexpr std::string_view name = "SavedViewList";
  static constexpr auto list = std::tuple{field("items", &T::items)};
};
template <>
struct Fields<api::wire::SavedViewBody> {
  using T = api::wire::SavedViewBody;
  static constexpr auto list =
      std::tuple{field("name", &T::name), field("page", &T::page), field("query", &T::query)};
};

}  // namespace langnghe::codec

namespace langnghe::api::wire {

template std::string text(const shapes::SavedViewList&);

std::expected<SavedViewBody, Problem> read_saved_view(std::string_view body) {
  return read_plain<SavedViewBody>(body);
}

void describe_saved_views(codec::Schemas& answers) {
  std::ignore = codec::Kind<shapes::SavedViewList>::schema(answers);
}

void describe_saved_view_bodies(Bodies& bodies) {
  bodies.of.emplace("saveView", codec::Kind<SavedViewBody>::schema(bodies.known));
}

}  // namespace langnghe::api::wire
