#include "shapes/trend.hpp"

#include <tuple>

#include "wire/answer_text.hpp"
#include "wire/common_fields.hpp"
#include "wire/figure_row_fields.hpp"
#include "wire/schemas.hpp"

namespace langnghe::codec {

namespace shapes = api::shapes;

template <>
struct Fields<shapes::TrendPeriod> {
  using T = shapes::TrendPeriod;
  static constexpr std::string_view name = "TrendPeriod";
  static constexpr auto list =
      std::tuple{field("period", &T::period), field("report", &T::report),
                 field("measured_on", &T::measured_on), field("estimate", &T::estimate)};
};
template <>
struct Fields<shapes::TrendValue> {
  using T = shapes::TrendValue;
  static constexpr std::string_view name = "TrendValue";
  static constexpr auto list =
      std::tuple{field("value", &T::value), field("of", &T::of), field("measured", &T::measured)};
};
template <>
struct Fields<shapes::TrendLine> {
  using T = shapes::TrendLine;
  static constexpr std::string_view name = "TrendLine";
  static constexpr auto list =
      std::tuple{field("id", &T::id), field("kind", &T::kind), field("values", &T::values)};
};
template <>
struct Fields<shapes::Trend> {
  using T = shapes::Trend;
  static constexpr std::string_view name = "Trend";
  static constexpr auto list =
      std::tuple{flattened(&T::head), field("periods", &T::periods), field("figures", &T::figures)};
};

}  // namespace langnghe::codec

namespace langnghe::api::wire {

template std::string text(const shapes::Trend&);

void describe_trend(codec::Schemas& answers) {
  std::ignore = codec::Kind<shapes::Trend>::schema(answers);
}

}  // namespace langnghe::api::wire
