#include "shapes/residents.hpp"

#include <tuple>

#include "wire/answer_text.hpp"
#include "wire/issue_fields.hpp"
#include "wire/schemas.hpp"

template <>
struct langnghe::codec::Fields<langnghe::api::shapes::Resident> {
  using T = api::shapes::Resident;
  static constexpr std::string_view name = "Resident";
  static constexpr auto list = std::tuple{flattened(&T::head),
                                          flattened(&T::person),
                                          field("version", &T::version),
                                          field("khom", &T::khom),
                                          field("anonymous", &T::anonymous),
                                          field("issues", &T::issues),
                                          field("allowed_commands", &T::allowed_commands)};
};

template <>
struct langnghe::codec::Fields<langnghe::api::shapes::FoundResident> {
  using T = api::shapes::FoundResident;
  static constexpr std::string_view name = "FoundResident";
  static constexpr auto list = std::tuple{flattened(&T::person), field("version", &T::version),
                                          field("khom", &T::khom), field("issues", &T::issues)};
};
template <>
struct langnghe::codec::Fields<langnghe::api::shapes::ResidentList> {
  using T = api::shapes::ResidentList;
  static constexpr std::string_view name = "ResidentList";
  static constexpr auto list =
      std::tuple{flattened(&T::head), field("items", &T::items), field("more", &T::more)};
};

namespace langnghe::api::wire {

template std::string text(const shapes::Resident&);
template std::string text(const shapes::ResidentList&);

void describe_residents(codec::Schemas& answers) {
  std::ignore = codec::Kind<shapes::ResidentList>::schema(answers);
  std::ignore = codec::Kind<shapes::Resident>::schema(answers);
}

}  // namespace langnghe::api::wire
