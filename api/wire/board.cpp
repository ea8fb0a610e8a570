#include "shapes/board.hpp"

#include <tuple>

#include "wire/answer_text.hpp"
#include "wire/common_fields.hpp"
#include "wire/figure_row_fields.hpp"
#include "wire/names_fields.hpp"
#include "wire/schemas.hpp"

namespace langnghe::codec {

namespace shapes = api::shapes;

template <>
struct Fields<shapes::BoardIssues> {
  using T = shapes::BoardIssues;
  static constexpr std::string_view name = "BoardIssues";
  static constexpr auto list =
      std::tuple{field("open", &T::open), field("overdue", &T::overdue), field("soon", &T::soon)};
};
template <>
struct Fields<shapes::BoardPromises> {
  using T = shapes::BoardPromises;
  static constexpr std::string_view name = "BoardPromises";
  static constexpr auto list =
      std::tuple{field("open", &T::open), field("overdue", &T::overdue), field("soon", &T::soon),
                 field("to_verify", &T::to_verify)};
};
template <>
struct Fields<shapes::BoardCell> {
  using T = shapes::BoardCell;
  static constexpr std::string_view name = "BoardCell";
  static constexpr auto list = std::tuple{nullable("assignee", &T::assignee),
                                          field("khom", &T::khom), field("issues", &T::issues)};
};
template <>
struct Fields<shapes::BoardKhom> {
  using T = shapes::BoardKhom;
  static constexpr std::string_view name = "BoardKhom";
  static constexpr auto list = std::tuple{field("khom", &T::khom), field("issues", &T::issues),
                                          field("promises", &T::promises)};
};
template <>
struct Fields<shapes::BoardFigures> {
  using T = shapes::BoardFigures;
  static constexpr std::string_view name = "BoardFigures";
  static constexpr auto list =
      std::tuple{field("period", &T::period),     field("measured_on", &T::measured_on),
                 field("estimate", &T::estimate), field("on_time", &T::on_time),
                 field("promises", &T::promises), field("verdicts", &T::verdicts)};
};
template <>
struct Fields<shapes::Board> {
  using T = shapes::Board;
  static constexpr std::string_view name = "Board";
  static constexpr auto list = std::tuple{flattened(&T::head),
                                          field("today", &T::today),
                                          field("due_within_days", &T::due_within_days),
                                          field("issues", &T::issues),
                                          field("promises", &T::promises),
                                          field("cells", &T::cells),
                                          field("khoms", &T::khoms),
                                          nullable("figures", &T::figures),
                                          field("names", &T::names)};
};

}  // namespace langnghe::codec

namespace langnghe::api::wire {

template std::string text(const shapes::Board&);

void describe_board(codec::Schemas& answers) {
  std::ignore = codec::Kind<shapes::Board>::schema(answers);
}

}  // namespace langnghe::api::wire
