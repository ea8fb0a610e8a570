#include <tuple>

#include "shapes/commitments.hpp"
#include "shapes/recurrences.hpp"
#include "wire/answer_text.hpp"
#include "wire/common_fields.hpp"
#include "wire/promise_fields.hpp"
#include "wire/schemas.hpp"

namespace langnghe::codec {

namespace shapes = api::shapes;

template <>
struct Fields<shapes::CommitmentList> {
  using T = shapes::CommitmentList;
  static constexpr std::string_view name = "CommitmentList";
  static constexpr auto list =
      std::tuple{flattened(&T::head), field("today", &T::today), field("total", &T::total),
                 field("items", &T::items), nullable("next", &T::next)};
};
template <>
struct Fields<shapes::RecurrenceList> {
  using T = shapes::RecurrenceList;
  static constexpr std::string_view name = "RecurrenceList";
  static constexpr auto list = std::tuple{flattened(&T::head), field("items", &T::items)};
};

}  // namespace langnghe::codec

namespace langnghe::api::wire {

template std::string text(const shapes::CommitmentList&);
template std::string text(const shapes::RecurrenceList&);

void describe_promises(codec::Schemas& answers) {
  std::ignore = codec::Kind<shapes::CommitmentList>::schema(answers);
  std::ignore = codec::Kind<shapes::RecurrenceList>::schema(answers);
}

}  // namespace langnghe::api::wire
