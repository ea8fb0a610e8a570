#include "wire/document_json.hpp"

#include <map>

#include <codec/fields/plan.hpp>
#include <codec/fields/report.hpp>

#include "wire/json_out.hpp"

namespace langnghe::api::wire {
namespace {

namespace report = projections::report;

template <class T>
Json maybe(const std::optional<T>& value) {
  return value ? codec::to_json(*value) : Json(nullptr);
}

Json period_json(const domain::Period& period) {
  return {{"family", out(period.family)},
          {"name", period.name},
          {"from", out(period.from)},
          {"to", out(period.to)}};
}

Json balance_json(const report::Balance& balance) {
  return {{"carried_in", balance.carried_in},
          {"new", balance.fresh},
          {"reopened", balance.reopened},
          {"ended", balance.ended},
          {"carried_out", balance.carried_out},
          {"voided", balance.voided},
          {"holds", balance.holds()}};
}

Json balances_json(const std::map<std::string, report::Balance>& balances) {
  auto all = Json::object();
  for (const auto& [name, balance] : balances) {
    all.emplace(name, balance_json(balance));
  }
  return all;
}

std::string_view kind_text(report::FigureKind kind) {
  switch (kind) {
    using enum report::FigureKind;
    case count:
      return "count";
    case rate:
      return "rate";
    case average:
      return "average";
    case days:
      return "days";
  }
  return "?";
}

Json parts_json(const std::vector<report::FigurePart>& parts) {
  auto list = Json::array();
  for (const auto& part : parts) {
    list.push_back({{"key", part.key}, {"value", part.value}});
  }
  return list;
}

/// A rate of nothing is not measured, which is not the same as 0 %.
Json figure_json(const report::Figure& figure) {
  Json shown{{"id", figure.id},
             {"kind", kind_text(figure.kind)},
             {"value", figure.value},
             {"measured", figure.measured()},
             {"items", figure.items.size()},
             {"events", figure.events.size()},
             {"against", figure.against.size()},
             {"parts", parts_json(figure.parts)}};
  if (figure.of) {
    shown.emplace("of", *figure.of);
  }
  return shown;
}

Json items_json(const std::vector<FigureItem>& items) {
  auto list = Json::array();
  for (const auto& item : items) {
    list.push_back({{"id", item.id},
                    {"kind", item.kind},
                    {"label", item.label},
                    {"khom", item.khom},
                    {"phase", item.phase}});
  }
  return list;
}

/// Estimates that figures of the whole period took the place of, each to be opened by its number.
Json estimates_json(const std::vector<domain::EstimatedReport>& estimates) {
  auto list = Json::array();
  for (const auto& estimate : estimates) {
    list.push_back({{"number", list.size() + 1},
                    {"ledger_size", estimate.frozen.ledger_size},
                    {"hash", estimate.frozen.figures_hash},
                    {"measured_on", out(estimate.frozen.measured_on)},
                    {"signature", maybe(estimate.signature)}});
  }
  return list;
}

/// The items that one part of a figure counts, beside the figure's own.
Json opened_parts_json(const std::vector<report::FigurePart>& parts) {
  auto list = Json::array();
  for (const auto& part : parts) {
    list.push_back(
        {{"key", part.key}, {"value", part.value}, {"items", part.items}, {"events", part.events}});
  }
  return list;
}

Json figures_json(const report::Figures& figures) {
  auto list = Json::array();
  for (const auto& figure : figures.figures) {
    list.push_back(figure_json(figure));
  }
  return {{"definition_version", figures.definition_version},
          {"measured_on", out(figures.measured_on)},
          {"estimate", figures.estimate},
          {"balance", balance_json(figures.balance)},
          {"by_khom", balances_json(figures.by_khom)},
          {"by_field", balances_json(figures.by_field)},
          {"by_type", balances_json(figures.by_type)},
          {"figures", std::move(list)},
          {"late_entries", figures.late_entries}};
}

Json frozen_json(const std::optional<FrozenFigures>& frozen) {
  if (!frozen) {
    return nullptr;
  }
  return {{"ledger_size", frozen->ledger_size},
          {"hash", frozen->hash},
          {"estimate", frozen->estimate},
          {"matches", frozen->matches},
          {"records_since", frozen->records_since}};
}

template <class T>
Json described(const std::vector<T>& values) {
  auto list = Json::array();
  for (const auto& value : values) {
    list.push_back(codec::to_json(value));
  }
  return list;
}

}  // namespace

std::string plan_detail(const Call& call, const Reading& reading,
                        const projections::settings::Versioned<domain::PlanState>& plan,
                        const AllowedActs& allowed) {
  auto shown = head(call, reading, {projections::settings::definition()});
  shown.update(codec::to_json(plan.state.plan));
  shown.emplace("version", plan.version.value);
  shown.emplace("phase", out(plan.state.phase));
  shown.emplace("approval", maybe(plan.state.approval));
  shown.emplace("plan_version", plan.state.version);
  shown.emplace("places", plan.state.places);
  shown.emplace("missed", described(plan.state.missed));
  shown.emplace("credited", described(plan.state.credited));
  shown.emplace("allowed_commands", out(call, allowed));
  return codec::to_json_text(shown);
}

std::string report_detail(const Call& call, const Reading& reading, const ReportDetail& detail) {
  auto body = head(call, reading, {report::definition()});
  const auto& document = detail.row.state;
  body.emplace("period", period_json(detail.period));
  body.emplace("version", detail.row.version.value);
  body.emplace("phase", out(document.phase));
  body.emplace("figures_hash", detail.figures->hash);
  body.emplace("frozen", frozen_json(detail.frozen));
  body.emplace("narrative", document.narrative);
  body.emplace("signature", maybe(document.signature));
  body.emplace("submission", maybe(document.submission));
  body.emplace("acknowledgement", maybe(document.acknowledgement));
  body.emplace("returned", maybe(document.returned));
  body.emplace("supplements", described(document.supplements));
  body.emplace("estimates", estimates_json(document.estimates));
  body.emplace("allowed_commands", out(call, detail.allowed));
  body.update(figures_json(detail.figures->figures));
  return codec::to_json_text(body);
}

std::string report_list(const Call& call, const Reading& reading, domain::PeriodFamily family,
                        int year, const std::vector<ReportLine>& lines) {
  auto body = head(call, reading, {report::definition()});
  auto list = Json::array();
  for (const auto& line : lines) {
    auto shown = period_json(line.period);
    shown.emplace("phase", out(line.phase));
    shown.emplace("version", line.version);
    shown.emplace("over", line.over);
    list.push_back(std::move(shown));
  }
  body.emplace("family", out(family));
  body.emplace("year", year);
  body.emplace("items", std::move(list));
  return codec::to_json_text(body);
}

std::string figure_detail(const Call& call, const Reading& reading, const ReportDetail& detail,
                          const OpenedFigure& opened) {
  auto body = head(call, reading, {report::definition()});
  const auto& figure = opened.figure;
  body.emplace("period", period_json(detail.period));
  body.emplace("figures_position", opened.position);
  body.emplace("measured_on", out(detail.figures->figures.measured_on));
  body.emplace("estimate", detail.figures->figures.estimate);
  body.emplace("figure", figure_json(figure));
  body.emplace("items", items_json(opened.items));
  body.emplace("events", figure.events);
  body.emplace("against", items_json(opened.against));
  body.emplace("against_events", figure.against_events);
  body.emplace("parts", opened_parts_json(figure.parts));
  return codec::to_json_text(body);
}

}  // namespace langnghe::api::wire
