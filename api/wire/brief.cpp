#include "shapes/brief.hpp"

#include <tuple>

#include "wire/answer_text.hpp"
#include "wire/common_fields.hpp"
#include "wire/dialogue_fields.hpp"
#include "wire/issue_fields.hpp"
#include "wire/names_fields.hpp"
#include "wire/promise_fields.hpp"
#include "wire/schemas.hpp"

namespace langnghe::codec {

namespace shapes = api::shapes;

template <>
struct Fields<shapes::BriefIssues> {
  using T = shapes::BriefIssues;
  static constexpr std::string_view name = "BriefIssues";
  static constexpr auto list = std::tuple{field("total", &T::total), field("items", &T::items)};
};
template <>
struct Fields<shapes::BriefPromises> {
  using T = shapes::BriefPromises;
  static constexpr std::string_view name = "BriefPromises";
  static constexpr auto list = std::tuple{field("total", &T::total), field("items", &T::items)};
};
template <>
struct Fields<shapes::LastDialogue> {
  using T = shapes::LastDialogue;
  static constexpr std::string_view name = "LastDialogue";
  static constexpr auto list =
      std::tuple{field("dialogue", &T::dialogue), field("issues", &T::issues)};
};
template <>
struct Fields<shapes::Brief> {
  using T = shapes::Brief;
  static constexpr std::string_view name = "Brief";
  static constexpr auto list = std::tuple{flattened(&T::head),
                                          field("today", &T::today),
                                          field("dialogue", &T::dialogue),
                                          nullable("last", &T::last),
                                          field("since", &T::since),
                                          field("open", &T::open),
                                          field("ended", &T::ended),
                                          field("promises", &T::promises),
                                          field("recurrences", &T::recurrences),
                                          field("names", &T::names)};
};

}  // namespace langnghe::codec

namespace langnghe::api::wire {

template std::string text(const shapes::Brief&);

void describe_brief(codec::Schemas& answers) {
  std::ignore = codec::Kind<shapes::Brief>::schema(answers);
}

}  // namespace langnghe::api::wire
