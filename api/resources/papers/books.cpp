// Books and lists as tables: …/books/{kind}?format=xlsx|csv
#include <chrono>
#include <expected>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <papers/books.hpp>

#include <projections/commitments.hpp>
#include <projections/dialogues.hpp>
#include <projections/issues.hpp>
#include <projections/oversight.hpp>
#include <projections/schedule.hpp>

#include "call/path_values.hpp"
#include "resources/issue_filter.hpp"
#include "resources/papers/paper_answer.hpp"
#include "resources/papers/report_facts.hpp"
#include "resources/papers/ward_facts.hpp"
#include "resources/report_opening.hpp"
#include "resources/routes.hpp"
#include "sealed/speakers.hpp"

namespace langnghe::api::resources {
namespace {

namespace issues = projections::issues;

constexpr std::size_t kAll = 1'000'000;

papers::BookHead head_of(const WardFacts& facts) {
  return {facts.ward().ward.issuer, facts.today()};
}

std::vector<domain::KhomId> scope_of(const Call& call) {
  return call.access->sees_all ? std::vector<domain::KhomId>{} : call.access->scope;
}

/// A book that names nobody, at the moment and in the form that were asked for.
struct BookAsked {
  BookForm form{};
  Reading reading;
  WardFacts facts;

  [[nodiscard]] Reply answer(std::string_view file, const papers::Book& book) const {
    return book_answer(reading, nullptr, form, file, book);
  }
};

/// Ends the reading of parameters, as `open_reading` does.
std::expected<BookAsked, Problem> ask_book(Call& call, Query& query) {
  const auto form = book_form(call, query);
  auto reading = open_reading(call, query);
  if (!reading) {
    return fail(std::move(reading.error()));
  }
  const WardFacts facts(*reading);
  return BookAsked{form, *std::move(reading), facts};
}

papers::IssueLine line_of(const WardFacts& facts, const issues::IssueRow& row) {
  const auto& state = row.state;
  const auto& recorded = state.recorded;
  papers::IssueLine line;
  line.code = row.id.value;
  line.received = state.handed_over && recorded.dialogue.empty() ? state.handed_over->received
                                                                 : recorded.received;
  line.subject = recorded.subject;
  line.khom = recorded.khom.empty() ? "" : facts.khom(recorded.khom, line.received);
  line.field = recorded.field.empty() ? "" : facts.field(recorded.field);
  if (state.classification) {
    line.type = state.classification->type;
  }
  if (state.handed_over) {
    line.type = state.handed_over->type;
  }
  line.unit = state.assignment ? state.assignment->unit : "";
  line.first_reply_due = state.first_reply_due;
  line.due = state.effective_due;
  line.phase = state.phase;
  line.overdue = row.overdue_on(facts.today());
  line.settled_on = state.settled_on;
  line.delivered_on = state.delivered_on;
  return line;
}

/// All pages of the list of issues, with its filters.
issues::Filter read_filter(const Call& call, Query& query) {
  auto filter = read_issue_filter(query);
  filter.scope = scope_of(call);
  return filter;
}

// GET …/books/issues?open=&overdue=&khom=&…&format=
Reply get_issue_book(Call& call) {
  Query query(call.target);
  auto filter = read_filter(call, query);
  const auto asked = ask_book(call, query);
  if (!asked) {
    return fail(asked.error());
  }
  filter.today = asked->reading.today;
  std::vector<papers::IssueLine> lines;
  for (const auto& row : issues::find(*asked->reading.snapshot, filter, {.limit = kAll}).rows) {
    lines.push_back(line_of(asked->facts, row));
  }
  return asked->answer("danh-sach-noi-dung", papers::issue_book(head_of(asked->facts), lines));
}

std::expected<papers::ReceptionLine, Problem> reception_of(const Call& call, const Reading& reading,
                                                           const issues::IssueRow& row,
                                                           SealedReading& sealed) {
  const auto& state = row.state;
  papers::ReceptionLine line;
  line.received = state.recorded.received;
  const Meeting met{state.recorded.khom,
                    state.assignment ? std::optional(state.assignment->assignee) : std::nullopt};
  auto person =
      person_of(show_speaker(call, *reading.snapshot, state.recorded.resident, met, sealed));
  if (!person) {
    return fail(std::move(person.error()));
  }
  line.person = *std::move(person);
  line.subject = state.recorded.subject;
  if (state.classification) {
    line.type = state.classification->type;
    line.group = state.classification->group;
  }
  line.accepted = !state.forward && !state.refusal && !state.handed_over;
  if (state.refusal) {
    line.refused_for = state.refusal->reason;
  }
  if (state.forward) {
    line.forwarded_to = state.forward->body;
    line.forwarded_by = state.forward->document;
  }
  if (state.notice) {
    line.result = state.notice->symbol;
  }
  line.phase = state.phase;
  return line;
}

// GET …/books/reception?from=&to=&purpose=&format=
Reply get_reception_book(Call& call) {
  Query query(call.target);
  auto purpose = purpose_asked(call, query);
  const auto from = query.date("from");
  const auto to = query.date("to");
  if (from && to && *to < *from) {
    query.add("to", "out_of_range", domain::to_text(*from) + "..");
  }
  const auto form = book_form(call, query);
  const auto reading = open_reading(call, query);
  if (!reading) {
    return fail(reading.error());
  }
  const WardFacts facts(*reading);
  SealedReading sealed(call, std::move(purpose), domain::supervision_stream());
  issues::Filter filter;
  filter.today = reading->today;
  auto rows = issues::find(*reading->snapshot, filter, {.limit = kAll}).rows;
  // A denunciation is on a sealed track, in a book of its own (domain.md rule 14).
  std::erase_if(rows, [&](const issues::IssueRow& row) {
    const auto& received = row.state.recorded.received;
    return row.state.handed_over || (from && received < *from) || (to && *to < received);
  });
  std::ranges::sort(rows, {}, [](const issues::IssueRow& row) {
    return std::pair(row.state.recorded.received, row.id.value);
  });
  std::vector<papers::ReceptionLine> lines;
  for (const auto& row : rows) {
    auto line = reception_of(call, *reading, row, sealed);
    if (!line) {
      return fail(std::move(line.error()));
    }
    lines.push_back(*std::move(line));
  }
  return book_answer(*reading, &sealed, form, "so-tiep-nhan",
                     papers::reception_book(head_of(facts), lines));
}

// GET …/books/register/{year}?format=
Reply register_of(const Call&, const BookAsked& asked, int year) {
  std::vector<papers::RegisterLine> lines;
  for (const auto& row : projections::oversight::documents(*asked.reading.snapshot, year)) {
    lines.push_back(
        {row.number, row.symbol, row.type, row.date, row.taken_by.value, row.voided, row.reason});
  }
  return asked.answer("so-van-ban-" + std::to_string(year),
                      papers::register_book(head_of(asked.facts), year, lines));
}

papers::CoverageLine::Status status_of(projections::schedule::CellStatus status) {
  using enum projections::schedule::CellStatus;
  using To = papers::CoverageLine::Status;
  switch (status) {
    case not_due:
      return To::not_due;
    case met:
      return To::met;
    case scheduled:
      return To::scheduled;
    case open:
      return To::open;
    case missed:
      return To::missed;
    case credited:
      break;
  }
  return To::credited;
}

// GET …/books/coverage/{year}?format=
Reply coverage_of(const Call& call, const BookAsked& asked, int year) {
  std::vector<papers::CoverageLine> lines;
  for (const auto& cell :
       projections::schedule::of_year(*asked.reading.snapshot, year, asked.reading.today).cells) {
    if (call.access->sees(cell.khom)) {
      lines.push_back({cell.khom_name, cell.quarter, cell.required, cell.held, cell.held_empty,
                       cell.planned, status_of(cell.status)});
    }
  }
  return asked.answer("doi-thoai-theo-khom-" + std::to_string(year),
                      papers::coverage_book(head_of(asked.facts), year, lines));
}

// GET …/books/attendance/{year}?format=
Reply attendance_of(const Call& call, const BookAsked& asked, int year) {
  const auto& views = *asked.reading.snapshot;
  const std::chrono::year of{year};
  std::vector<papers::AttendanceLine> lines;
  for (const auto& row :
       projections::dialogues::between(views, {of, std::chrono::January, std::chrono::day{1}},
                                       {of, std::chrono::December, std::chrono::day{31}})) {
    if (!row.opening || !call.access->sees(row.schedule.khom)) {
      continue;
    }
    papers::AttendanceLine line;
    line.on = row.schedule.date;
    line.start = row.opening->start;
    line.khom = asked.facts.khom(row.schedule.khom, row.schedule.date);
    line.chair = asked.facts.official(row.opening->chaired_by);
    if (row.attendance) {
      line.residents = row.attendance->residents;
      for (const auto& official : row.attendance->officials) {
        line.officials.push_back(asked.facts.official(official));
      }
      line.bodies = row.attendance->bodies;
    }
    line.opinions = static_cast<int>(row.opinions.size());
    line.issues = static_cast<int>(row.issues.size());
    line.minutes = row.minutes ? row.minutes->symbol : "";
    lines.push_back(std::move(line));
  }
  return asked.answer("so-nguoi-du-" + std::to_string(year),
                      papers::attendance_book(head_of(asked.facts), year, lines));
}

template <Reply (*kBook)(const Call&, const BookAsked&, int)>
Reply get_book_of_year(Call& call) {
  const auto year = path_year(call);
  if (!year) {
    return fail(year.error());
  }
  Query query(call.target);
  const auto asked = ask_book(call, query);
  return asked ? kBook(call, *asked, *year) : fail(asked.error());
}

// GET …/books/commitments?format=
Reply get_promise_book(Call& call) {
  Query query(call.target);
  const auto asked = ask_book(call, query);
  if (!asked) {
    return fail(asked.error());
  }
  const auto& facts = asked->facts;
  projections::commitments::Filter filter;
  filter.scope = scope_of(call);
  filter.today = asked->reading.today;
  std::vector<papers::PromiseLine> lines;
  for (const auto& row :
       projections::commitments::find(*asked->reading.snapshot, filter, {}, kAll).rows) {
    const auto& promise = row.commitment;
    lines.push_back({row.issue.value, facts.khom(row.khom, row.made_on), promise.what,
                     facts.official(promise.owner), row.made_on, promise.first_due, promise.due,
                     promise.revisions, promise.status, promise.missed});
  }
  return asked->answer("so-cam-ket", papers::promise_book(head_of(facts), lines));
}

// GET …/books/figures/{family}/{period}?format=&estimate=
Reply get_figure_book(Call& call) {
  Query query(call.target);
  const auto form = book_form(call, query);
  const auto opened = open_report(call, query);
  if (!opened) {
    return fail(opened.error());
  }
  const auto& [reading, found] = *opened;
  const WardFacts facts(reading);
  std::vector<papers::ReportFigure> lines;
  for (const auto& figure : found.figures->figures.figures) {
    lines.push_back(figure_of(figure));
  }
  const auto name = "phu-luc-so-lieu-" + std::string(domain::to_text(found.period.family)) + '-' +
                    found.period.name;
  return book_answer(reading, nullptr, form, name,
                     papers::figure_book(head_of(facts), found.period, lines));
}

}  // namespace

void add_book_routes(std::vector<Route>& routes) {
  add_read(routes, "books/issues", &get_issue_book);
  add_read(routes, "books/reception", &get_reception_book);
  add_read(routes, "books/register/{year}", &get_book_of_year<register_of>);
  add_read(routes, "books/coverage/{year}", &get_book_of_year<coverage_of>);
  add_read(routes, "books/attendance/{year}", &get_book_of_year<attendance_of>);
  add_read(routes, "books/commitments", &get_promise_book);
  add_read(routes, "books/figures/{family}/{period}", &get_figure_book);
}

}  // namespace langnghe::api::resources
