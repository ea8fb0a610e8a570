#include "shapes/comparison.hpp"

#include <tuple>

#include "wire/answer_kinds.hpp"
#include "wire/answer_text.hpp"
#include "wire/common_fields.hpp"
#include "wire/figure_fields.hpp"
#include "wire/schemas.hpp"

namespace langnghe::codec {

namespace shapes = api::shapes;

template <>
struct Fields<shapes::ComparedMoment> {
  using T = shapes::ComparedMoment;
  static constexpr std::string_view name = "ComparedMoment";
  static constexpr auto list =
      std::tuple{field("position", &T::position), field("today", &T::today),
                 field("open", &T::open), field("overdue", &T::overdue)};
};
template <>
struct Fields<shapes::ComparedIssue> {
  using T = shapes::ComparedIssue;
  static constexpr std::string_view name = "ComparedIssue";
  static constexpr auto list =
      std::tuple{field("id", &T::id),       field("subject", &T::subject), field("khom", &T::khom),
                 field("field", &T::field), nullable("from", &T::from),    field("to", &T::to),
                 nullable("due", &T::due)};
};
template <>
struct Fields<shapes::ComparedIssues> {
  using T = shapes::ComparedIssues;
  static constexpr std::string_view name = "ComparedIssues";
  static constexpr auto list = std::tuple{field("count", &T::count), field("items", &T::items)};
};
template <>
struct Fields<shapes::ComparedFigure> {
  using T = shapes::ComparedFigure;
  static constexpr std::string_view name = "ComparedFigure";
  static constexpr auto list = std::tuple{field("id", &T::id),     field("kind", &T::kind),
                                          field("from", &T::from), nullable("from_of", &T::from_of),
                                          field("to", &T::to),     nullable("to_of", &T::to_of)};
};
template <>
struct Fields<shapes::ComparedFigures> {
  using T = shapes::ComparedFigures;
  static constexpr std::string_view name = "ComparedFigures";
  static constexpr auto list = std::tuple{field("family", &T::family), field("period", &T::period),
                                          field("items", &T::items)};
};
template <>
struct Fields<shapes::Comparison> {
  using T = shapes::Comparison;
  static constexpr std::string_view name = "Comparison";
  static constexpr auto list = std::tuple{
      field("ledger", &T::ledger), field("from", &T::from),     field("to", &T::to),
      field("opened", &T::opened), field("closed", &T::closed), field("reopened", &T::reopened),
      field("moved", &T::moved),   field("late", &T::late),     nullable("figures", &T::figures)};
};

}  // namespace langnghe::codec

namespace langnghe::api::wire {

template std::string text(const shapes::Comparison&);

void describe_comparison(codec::Schemas& answers) {
  std::ignore = codec::Kind<shapes::Comparison>::schema(answers);
}

}  // namespace langnghe::api::wire
