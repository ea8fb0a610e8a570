#include "resources/papers/report_facts.hpp"

#include <utility>

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

}  // namespace langnghe::api::resources
