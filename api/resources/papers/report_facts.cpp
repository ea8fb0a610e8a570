#include "resources/papers/report_facts.hpp"

#include <utility>

#include <codec/json_text.hpp>

namespace langnghe::api::resources {
namespace {

using projections::report::FigureKind;

papers::ReportFigure::Kind kind_of(FigureKind kind) {
  switch (kind) {
    case FigureKind::count:
      return papers::ReportFigure::Kind::count;
    case FigureKind::rate:
      return papers::ReportFigure::Kind::rate;
    case FigureKind::average:
      return papers::ReportFigure::Kind::average;
    case FigureKind::days:
      break;
  }
  return papers::ReportFigure::Kind::days;
}

std::int64_t number(const codec::Json& json, const char* name) {
  const auto member = json.find(name);
  return member != json.end() && member->is_number_integer() ? member->get<std::int64_t>() : 0;
}

/// An object; without members where the text is none, as `null`.
codec::Json object_of(std::string_view text) {
  auto json = codec::parse_json(text);
  return json && json->is_object() ? *std::move(json) : codec::Json::object();
}

}  // namespace

papers::ReportFigure figure_of(const projections::report::Figure& figure) {
  return {figure.id, kind_of(figure.kind), figure.value, figure.of};
}

papers::ReportBalance balance_of(std::string name, const projections::report::Balance& balance) {
  std::int64_t ended = 0;
  for (const auto& [ending, count] : balance.ended) {
    ended += count;
  }
  return {std::move(name), balance.carried_in, balance.fresh,      balance.reopened,
          ended,           balance.voided,     balance.carried_out};
}

std::optional<papers::ReportFigure> told_figure(const std::string& id,
                                                papers::ReportFigure::Kind kind,
                                                std::string_view text) {
  const auto json = object_of(text);
  if (!json.contains("value")) {
    return std::nullopt;
  }
  const auto of = json.contains("of") ? std::optional(number(json, "of")) : std::nullopt;
  return papers::ReportFigure{id, kind, number(json, "value"), of};
}

papers::ReportBalance told_balance(std::string name, std::string_view text) {
  const auto json = object_of(text);
  papers::ReportBalance balance{std::move(name),
                                number(json, "carried_in"),
                                number(json, "new"),
                                number(json, "reopened"),
                                0,
                                number(json, "voided"),
                                number(json, "carried_out")};
  if (const auto ended = json.find("ended"); ended != json.end() && ended->is_object()) {
    for (const auto& [ending, count] : ended->items()) {
      balance.ended += number(*ended, ending.c_str());
    }
  }
  return balance;
}

}  // namespace langnghe::api::resources
