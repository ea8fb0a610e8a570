// The year's plan and the period's report.
#include <map>
#include <optional>
#include <utility>
#include <variant>

#include <papers/documents.hpp>

#include <projections/report.hpp>
#include <projections/settings.hpp>

#include "call/path_values.hpp"
#include "resources/papers/drawing.hpp"
#include "resources/papers/paper_answer.hpp"
#include "resources/papers/report_facts.hpp"
#include "resources/papers/ward_facts.hpp"
#include "resources/report_opening.hpp"
#include "resources/routes.hpp"
#include "streams/stream_events.hpp"

namespace langnghe::api::resources {
namespace {

namespace report = projections::report;
using papers::Kind;

std::vector<papers::ReportBalance> named(const std::map<std::string, report::Balance>& balances,
                                         auto name_of) {
  std::vector<papers::ReportBalance> list;
  for (const auto& [key, balance] : balances) {
    list.push_back(balance_of(name_of(key), balance));
  }
  return list;
}

/// As it was sent; before that, by the route of the day it bears.
void address(auto& paper, const domain::ReportState& document, const WardFacts& facts,
             const domain::Date& on) {
  if (document.submission) {
    paper.addressee = document.submission->addressee;
    paper.through = document.submission->through;
  } else if (const auto* route = facts.ward().route_on(on)) {
    paper.addressee = route->addressee;
    paper.through = route->through;
  }
}

papers::ReportPaper paper_of(const OpenedReport& opened, const WardFacts& facts) {
  const auto& [reading, found] = opened;
  const auto& document = found.row.state;
  const auto& figures = found.figures->figures;
  std::optional<Issued> issued;
  if (const auto& signature = document.signature) {
    issued = Issued{signature->symbol, signature->date, signature->signer, signature->capacity};
  }
  papers::ReportPaper paper;
  paper.head = facts.head(Kind::report, issued);
  paper.period = found.period;
  address(paper, document, facts, issued ? issued->date : facts.today());
  if (figures.estimate) {
    paper.estimated_on = figures.measured_on;
  }
  paper.narrative = document.narrative;
  paper.balance = balance_of({}, figures.balance);
  paper.by_khom = named(figures.by_khom,
                        [&](const std::string& key) { return facts.khom({key}, found.period.to); });
  paper.by_field =
      named(figures.by_field, [&](const std::string& key) { return facts.field({key}); });
  paper.by_type = named(figures.by_type, [](const std::string& key) {
    return papers::type_name(domain::from_text<domain::IssueType>(key));
  });
  for (const auto& figure : figures.figures) {
    paper.figures.push_back(figure_of(figure));
  }
  if (found.frozen) {
    paper.frozen_at = found.frozen->ledger_size;
  }
  paper.hash = found.figures->hash;
  return paper;
}

std::string type_in_words(const std::string& key) {
  return papers::type_name(domain::from_text<domain::IssueType>(key));
}

/// Of the line of the annex that a difference names (`balance.khom.tan-my`); none of a figure.
std::optional<std::string> balance_name(std::string_view id, const WardFacts& facts,
                                        const domain::Period& period) {
  if (id == "balance") {
    return "Toàn phường";
  }
  const auto key_after = [&](std::string_view group) {
    return id.starts_with(group) ? std::optional(std::string(id.substr(group.size())))
                                 : std::nullopt;
  };
  if (const auto khom = key_after("balance.khom.")) {
    return papers::khom_named(facts.khom({*khom}, period.to));
  }
  if (const auto field = key_after("balance.field.")) {
    return facts.field({*field});
  }
  const auto type = key_after("balance.type.");
  return type ? std::optional(type_in_words(*type)) : std::nullopt;
}

std::vector<papers::PlanLine> lines_of(const WardFacts& facts, int year,
                                       const std::vector<domain::PlanLine>& lines) {
  const domain::Date end{std::chrono::year{year}, std::chrono::December, std::chrono::day{31}};
  std::vector<papers::PlanLine> named_lines;
  for (const auto& line : lines) {
    named_lines.push_back({facts.khom(line.khom, end), line.per_quarter});
  }
  return named_lines;
}

// GET …/plans/{year}/papers/{plan, decision}?format=
template <Kind kKind, DrawnPaper (*kDraw)(const Call&, const Reading&, int)>
Reply get_plan_paper(Call& call) {
  const auto year = path_year(call);
  if (!year) {
    return fail(year.error());
  }
  Query query(call.target);
  const auto form = paper_form(call, query);
  const auto reading = open_reading(call, query);
  if (!reading) {
    return fail(reading.error());
  }
  return paper_answer(call, *reading, std::nullopt,
                      {kKind, form, std::to_string(*year), domain::plan_stream(*year),
                       [&](SealedReading&) { return kDraw(call, *reading, *year); }});
}

// GET …/reports/{family}/{period}/papers/{report, supplement}?format=&estimate=
template <Kind kKind, DrawnPaper (*kDraw)(const OpenedReport&)>
Reply get_report_paper(Call& call) {
  Query query(call.target);
  const auto form = paper_form(call, query);
  const auto opened = open_report(call, query);
  if (!opened) {
    return fail(opened.error());
  }
  const auto& period = opened->found.period;
  const auto family = domain::to_text(period.family);
  return paper_answer(
      call, opened->reading, std::nullopt,
      {kKind, form, std::string(family) + '-' + period.name,
       domain::report_stream(family, period.name), [&](SealedReading&) { return kDraw(*opened); }});
}

}  // namespace

DrawnPaper draw_plan_paper(const Call&, const Reading& reading, int year) {
  const auto plan = projections::settings::plan(*reading.snapshot, year);
  if (!plan || plan->state.phase == domain::PlanPhase::absent) {
    return fail(ProblemCode::not_found);
  }
  const auto& state = plan->state;
  const WardFacts facts(reading);
  std::optional<Issued> issued;
  if (const auto& approval = state.approval) {
    issued = Issued{approval->symbol, approval->date, approval->signer, approval->capacity};
  }
  papers::PlanPaper paper;
  paper.head = facts.head(Kind::plan, issued);
  paper.year = year;
  paper.title = state.plan.title;
  paper.legal_basis = state.plan.legal_basis;
  paper.version = state.version;
  paper.places = state.places;
  paper.lines = lines_of(facts, year, state.plan.lines);
  return drawn(paper);
}

/// Of the last amendment. The act gives no number of the register, so the paper has room for one.
DrawnPaper draw_decision_paper(const Call& call, const Reading& reading, int year) {
  const auto plan = projections::settings::plan(*reading.snapshot, year);
  if (!plan) {
    return fail(ProblemCode::not_found);
  }
  const auto events = events_of(call.services.store, call.ledger_id(), domain::plan_stream(year),
                                reading.position());
  if (!events) {
    return fail(events.error());
  }
  const WardFacts facts(reading);
  std::optional<papers::PlanDecision> paper;
  for (const auto& each : *events) {
    const auto* of_plan = std::get_if<domain::PlanEvent>(&each.event);
    const auto* amended = of_plan == nullptr ? nullptr : std::get_if<domain::PlanAmended>(of_plan);
    if (amended != nullptr) {
      const auto& approval = plan->state.approval;
      paper = papers::PlanDecision{
          facts.head(Kind::decision,
                     Issued{"", each.happened.date, amended->signer, amended->capacity}),
          year,
          approval ? approval->symbol : "",
          approval ? std::optional(approval->date) : std::nullopt,
          amended->reason,
          amended->version,
          lines_of(facts, year, amended->lines)};
    }
  }
  return paper ? DrawnPaper(drawn(*paper)) : fail(ProblemCode::not_found);
}

/// Of the last supplement: prepared for signing, for the act names nobody who signs it.
DrawnPaper draw_supplement_paper(const OpenedReport& opened) {
  const auto& found = opened.found;
  const auto& document = found.row.state;
  if (document.supplements.empty()) {
    return fail(ProblemCode::not_found);
  }
  const auto& newest = document.supplements.back();
  const WardFacts facts(opened.reading);
  papers::SupplementReport paper;
  paper.head = facts.head(Kind::supplement, std::nullopt);
  paper.period = found.period;
  address(paper, document, facts, facts.today());
  paper.report = document.signature ? document.signature->symbol : "";
  paper.ordinal = newest.ordinal;
  paper.reason = newest.reason;
  const auto& now = found.figures->figures;
  for (const auto& each : newest.differences) {
    if (auto name = balance_name(each.figure, facts, found.period)) {
      paper.balances.push_back(
          {told_balance(*name, each.before), told_balance(*std::move(name), each.after)});
    } else if (!each.figure.starts_with("balance.")) {  // the same numbers again
      const auto* figure = now.find(each.figure);
      const auto kind =
          figure == nullptr ? papers::ReportFigure::Kind::count : figure_of(*figure).kind;
      paper.figures.push_back({each.figure, told_figure(each.figure, kind, each.before),
                               told_figure(each.figure, kind, each.after)});
    }
  }
  return drawn(paper);
}

DrawnPaper draw_report_paper(const OpenedReport& opened) {
  return drawn(paper_of(opened, WardFacts(opened.reading)));
}

void add_document_paper_routes(std::vector<Route>& routes) {
  add_read(routes, "plans/{year}/papers/plan", &get_plan_paper<Kind::plan, draw_plan_paper>);
  add_read(routes, "plans/{year}/papers/decision",
           &get_plan_paper<Kind::decision, draw_decision_paper>);
  add_read(routes, "reports/{family}/{period}/papers/report",
           &get_report_paper<Kind::report, draw_report_paper>);
  add_read(routes, "reports/{family}/{period}/papers/supplement",
           &get_report_paper<Kind::supplement, draw_supplement_paper>);
}

}  // namespace langnghe::api::resources
