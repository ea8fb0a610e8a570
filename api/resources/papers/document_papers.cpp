// The year's plan and the period's report.
#include <map>
#include <utility>

#include <papers/documents.hpp>

#include <projections/report.hpp>
#include <projections/settings.hpp>

#include "call/path_values.hpp"
#include "resources/papers/paper_answer.hpp"
#include "resources/papers/report_facts.hpp"
#include "resources/papers/ward_facts.hpp"
#include "resources/report_opening.hpp"
#include "resources/routes.hpp"

namespace langnghe::api::resources {
namespace {

namespace report = projections::report;
using papers::Kind;

/// A document that names no resident opens nothing.
SealedReading nobody(const Call& call) {
  return {call, std::nullopt, {}};
}

// GET …/plans/{year}/papers/plan?format=
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
  const auto plan = projections::settings::plan(*reading->snapshot, *year);
  if (!plan || plan->state.phase == domain::PlanPhase::absent) {
    return fail(ProblemCode::not_found);
  }
  const auto& state = plan->state;
  const WardFacts facts(*reading);
  std::optional<Issued> issued;
  if (const auto& approval = state.approval) {
    issued = Issued{approval->symbol, approval->date, approval->signer, approval->capacity};
  }
  papers::PlanPaper paper;
  paper.head = facts.head(issued);
  paper.year = *year;
  paper.title = state.plan.title;
  paper.legal_basis = state.plan.legal_basis;
  paper.version = state.version;
  paper.places = state.places;
  const domain::Date end{std::chrono::year{*year}, std::chrono::December, std::chrono::day{31}};
  for (const auto& line : state.plan.lines) {
    paper.lines.push_back({facts.khom(line.khom, end), line.per_quarter});
  }
  return paper_answer(call, *reading, nobody(call), {Kind::plan, form, std::to_string(*year)},
                      papers::content_of(paper));
}

std::vector<papers::ReportBalance> named(const std::map<std::string, report::Balance>& balances,
                                         auto name_of) {
  std::vector<papers::ReportBalance> list;
  for (const auto& [key, balance] : balances) {
    list.push_back(balance_of(name_of(key), balance));
  }
  return list;
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
  paper.head = facts.head(issued);
  paper.period = found.period;
  // As it was sent; before that, by the route of the day it bears.
  if (document.submission) {
    paper.addressee = document.submission->addressee;
    paper.through = document.submission->through;
  } else if (const auto* route = facts.ward().route_on(issued ? issued->date : facts.today())) {
    paper.addressee = route->addressee;
    paper.through = route->through;
  }
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

// GET …/reports/{family}/{period}/papers/report?format=&estimate=
Reply get_report_paper(Call& call) {
  Query query(call.target);
  const auto form = paper_form(call, query);
  const auto opened = open_report(call, query);
  if (!opened) {
    return fail(opened.error());
  }
  const WardFacts facts(opened->reading);
  const auto& period = opened->found.period;
  const auto name = std::string(domain::to_text(period.family)) + '-' + period.name;
  return paper_answer(call, opened->reading, nobody(call), {Kind::report, form, name},
                      papers::content_of(paper_of(*opened, facts)));
}

}  // namespace

void add_document_paper_routes(std::vector<Route>& routes) {
  add_read(routes, "plans/{year}/papers/plan", &get_plan_paper);
  add_read(routes, "reports/{family}/{period}/papers/report", &get_report_paper);
}

}  // namespace langnghe::api::resources
