#include "shapes/reports.hpp"

#include <tuple>

#include <codec/fields/report.hpp>

#include "wire/answer_kinds.hpp"
#include "wire/answer_text.hpp"
#include "wire/common_fields.hpp"
#include "wire/figure_fields.hpp"
#include "wire/figure_row_fields.hpp"
#include "wire/schemas.hpp"

namespace langnghe::codec {

namespace shapes = api::shapes;

template <>
struct Fields<shapes::Balance> {
  using T = shapes::Balance;
  static constexpr std::string_view name = "Balance";
  static constexpr auto list = std::tuple{field("carried_in", &T::carried_in),
                                          field("new", &T::fresh),
                                          field("reopened", &T::reopened),
                                          field("ended", &T::ended),
                                          field("carried_out", &T::carried_out),
                                          field("voided", &T::voided),
                                          field("holds", &T::holds)};
};
template <>
struct Fields<shapes::Figures> {
  using T = shapes::Figures;
  static constexpr auto list = std::tuple{field("definition_version", &T::definition_version),
                                          field("measured_on", &T::measured_on),
                                          field("estimate", &T::estimate),
                                          field("balance", &T::balance),
                                          field("by_khom", &T::by_khom),
                                          field("by_field", &T::by_field),
                                          field("by_type", &T::by_type),
                                          field("figures", &T::figures),
                                          field("late_entries", &T::late_entries)};
};
template <>
struct Fields<shapes::FrozenFigures> {
  using T = shapes::FrozenFigures;
  static constexpr std::string_view name = "FrozenFigures";
  static constexpr auto list =
      std::tuple{field("ledger_size", &T::ledger_size), field("hash", &T::hash),
                 field("estimate", &T::estimate), field("matches", &T::matches),
                 field("records_since", &T::records_since)};
};
template <>
struct Fields<shapes::Estimate> {
  using T = shapes::Estimate;
  static constexpr std::string_view name = "Estimate";
  static constexpr auto list = std::tuple{
      field("number", &T::number), field("ledger_size", &T::ledger_size), field("hash", &T::hash),
      nullable("measured_on", &T::measured_on), nullable("signature", &T::signature)};
};
template <>
struct Fields<shapes::Report> {
  using T = shapes::Report;
  static constexpr std::string_view name = "Report";
  static constexpr auto list = std::tuple{flattened(&T::head),
                                          field("period", &T::period),
                                          field("version", &T::version),
                                          field("phase", &T::phase),
                                          field("figures_hash", &T::figures_hash),
                                          nullable("frozen", &T::frozen),
                                          field("narrative", &T::narrative),
                                          nullable("signature", &T::signature),
                                          nullable("submission", &T::submission),
                                          nullable("acknowledgement", &T::acknowledgement),
                                          nullable("returned", &T::returned),
                                          field("supplements", &T::supplements),
                                          field("estimates", &T::estimates),
                                          field("allowed_commands", &T::allowed_commands),
                                          flattened(&T::figures)};
};
template <>
struct Fields<shapes::ReportLine> {
  using T = shapes::ReportLine;
  static constexpr std::string_view name = "ReportLine";
  static constexpr auto list = std::tuple{flattened(&T::period), field("phase", &T::phase),
                                          field("version", &T::version), field("over", &T::over)};
};
template <>
struct Fields<shapes::ReportList> {
  using T = shapes::ReportList;
  static constexpr std::string_view name = "ReportList";
  static constexpr auto list = std::tuple{flattened(&T::head), field("family", &T::family),
                                          field("year", &T::year), field("items", &T::items)};
};
template <>
struct Fields<shapes::FigureItem> {
  using T = shapes::FigureItem;
  static constexpr std::string_view name = "FigureItem";
  static constexpr auto list =
      std::tuple{field("id", &T::id), field("kind", &T::kind), field("label", &T::label),
                 field("khom", &T::khom), field("phase", &T::phase)};
};
template <>
struct Fields<shapes::OpenedPart> {
  using T = shapes::OpenedPart;
  static constexpr std::string_view name = "OpenedPart";
  static constexpr auto list = std::tuple{field("key", &T::key), field("value", &T::value),
                                          field("items", &T::items), field("events", &T::events)};
};
template <>
struct Fields<shapes::FigureDetail> {
  using T = shapes::FigureDetail;
  static constexpr std::string_view name = "FigureDetail";
  static constexpr auto list = std::tuple{flattened(&T::head),
                                          field("period", &T::period),
                                          field("figures_position", &T::figures_position),
                                          field("measured_on", &T::measured_on),
                                          field("estimate", &T::estimate),
                                          field("figure", &T::figure),
                                          field("items", &T::items),
                                          field("events", &T::events),
                                          field("against", &T::against),
                                          field("against_events", &T::against_events),
                                          field("parts", &T::parts)};
};

}  // namespace langnghe::codec

namespace langnghe::api::wire {

template std::string text(const shapes::Report&);
template std::string text(const shapes::ReportList&);
template std::string text(const shapes::FigureDetail&);

void describe_reports(codec::Schemas& answers) {
  std::ignore = codec::Kind<shapes::Report>::schema(answers);
  std::ignore = codec::Kind<shapes::ReportList>::schema(answers);
  std::ignore = codec::Kind<shapes::FigureDetail>::schema(answers);
}

}  // namespace langnghe::api::wire
