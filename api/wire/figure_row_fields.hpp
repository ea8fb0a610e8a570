#pragma once

#include <string_view>
#include <tuple>

#include <codec/fields.hpp>

#include "shapes/reports.hpp"
#include "wire/answer_kinds.hpp"
#include "wire/figure_fields.hpp"

// The descriptions of a period and of a figure in it. Include in wire/*.cpp only.
namespace langnghe::codec {

namespace shapes = api::shapes;

template <>
struct Fields<domain::Period> {
  using T = domain::Period;
  static constexpr std::string_view name = "ReportPeriod";
  static constexpr auto list = std::tuple{field("family", &T::family), field("name", &T::name),
                                          field("from", &T::from), field("to", &T::to)};
};
template <>
struct Fields<shapes::FigurePart> {
  using T = shapes::FigurePart;
  static constexpr std::string_view name = "FigurePart";
  static constexpr auto list = std::tuple{field("key", &T::key), field("value", &T::value)};
};
template <>
struct Fields<shapes::FigureRow> {
  using T = shapes::FigureRow;
  static constexpr std::string_view name = "FigureRow";
  static constexpr auto list = std::tuple{
      field("id", &T::id),         field("kind", &T::kind),         field("value", &T::value),
      field("of", &T::of),         field("measured", &T::measured), field("items", &T::items),
      field("events", &T::events), field("against", &T::against),   field("parts", &T::parts)};
};

}  // namespace langnghe::codec
