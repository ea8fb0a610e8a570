#include "shapes/board.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <string_view>
#include <utility>

#include <projections/commitments.hpp>
#include <projections/issues.hpp>
#include <projections/report.hpp>
#include <projections/settings.hpp>
#include <projections/work.hpp>

#include "access/reading_rules.hpp"
#include "reading/answer_parts.hpp"
#include "reading/names.hpp"
#include "reading/reading.hpp"
#include "resources/report_shapes.hpp"
#include "resources/routes.hpp"
#include "routing/query.hpp"
#include "shapes/unless_empty.hpp"
#include "wire/answers.hpp"

namespace langnghe::api::resources {
namespace {

namespace commitments = projections::commitments;
namespace work = projections::work;

constexpr std::uint64_t kDaysMax = 366;

// The figures of the dictionary that the board shows (docs/figures.md).
constexpr auto kOnTime =
    std::to_array<std::string_view>({"time.first_reply_on_time", "time.resolution_on_time_original",
                                     "time.resolution_on_time_effective", "notices.on_time"});
constexpr auto kPromises = std::to_array<std::string_view>(
    {"promises.due", "promises.fulfilled", "promises.missed", "promises.disputed"});
constexpr auto kVerdicts = std::to_array<std::string_view>(
    {"feedback.asked", "feedback.responses", "feedback.satisfied", "feedback.partly",
     "feedback.dissatisfied", "feedback.not_solved"});

void add(shapes::BoardIssues& counts, const work::Item& item, const work::Query& query) {
  ++counts.open;
  counts.overdue += work::is_in(work::List::overdue, item, query) ? 1U : 0U;
  counts.soon += work::is_in(work::List::due_soon, item, query) ? 1U : 0U;
}

void add(shapes::BoardPromises& counts, const commitments::CommitmentRow& row,
         const work::Query& query) {
  using Status = domain::Commitment::Status;
  const auto status = row.commitment.status;
  const bool owed = status == Status::made || status == Status::disputed;
  const bool overdue = row.overdue_on(query.today);
  const auto last = domain::add_days(query.today, query.due_within_days);
  ++counts.open;
  counts.overdue += overdue ? 1U : 0U;
  counts.soon += owed && !overdue && row.commitment.due <= last ? 1U : 0U;
  counts.to_verify += status == Status::evidence_filed ? 1U : 0U;
}

/// Counts by khóm and by who has the issue, of the khóm that the reader sees.
class BoardCount {
 public:
  BoardCount(const Call& call, const Reading& reading, const work::Query& query)
      : call_(call), reading_(reading), query_(query) {}

  void count(shapes::Board& board) {
    add_every_khom();
    for (const auto& item : work::waiting(*reading_.snapshot)) {
      if (item.open() && call_.access->sees(item.khom)) {
        add(board.issues, item, query_);
        add(khoms_[item.khom].issues, item, query_);
        add(cells_[{item.assignee, item.khom}], item, query_);
      }
    }
    count_promises(board);
    for (auto& [khom, counts] : khoms_) {
      counts.khom = khom;
      board.khoms.push_back(std::move(counts));
    }
    for (const auto& [who, counts] : cells_) {
      board.cells.push_back({shapes::unless_empty(who.first), who.second, counts});
    }
  }

 private:
  void add_every_khom() {
    for (const auto& [id, khom] : projections::settings::ward(*reading_.snapshot).state.khoms) {
      if (khom.valid_on(reading_.today) && call_.access->sees(id)) {
        khoms_[id];
      }
    }
  }

  void count_promises(shapes::Board& board) {
    commitments::Filter filter;
    filter.today = reading_.today;
    if (!call_.access->sees_all) {
      filter.scope = call_.access->scope;
    }
    const auto page =
        commitments::find(*reading_.snapshot, filter, {}, std::numeric_limits<std::size_t>::max());
    for (const auto& row : page.rows) {
      if (!row.kept()) {
        add(board.promises, row, query_);
        add(khoms_[row.khom].promises, row, query_);
      }
    }
  }

  const Call& call_;
  const Reading& reading_;
  const work::Query& query_;
  std::map<domain::KhomId, shapes::BoardKhom> khoms_;
  std::map<std::pair<domain::UserId, domain::KhomId>, shapes::BoardIssues> cells_;
};

bool may_read_figures(const Call& call) {
  const auto* rule = find_read_rule("reports/{family}/{period}");
  return rule != nullptr && may_read(*rule, *call.access, {});
}

template <std::size_t Count>
std::vector<shapes::FigureRow> rows_of(const projections::report::Figures& figures,
                                       const std::array<std::string_view, Count>& ids) {
  std::vector<shapes::FigureRow> rows;
  for (const auto id : ids) {
    if (const auto* figure = figures.find(id)) {
      rows.push_back(shape_of(*figure));
    }
  }
  return rows;
}

shapes::BoardFigures figures_of(Call& call, const Reading& reading, domain::PeriodFamily family) {
  const auto period = domain::periods_with(family, reading.today).front();
  const auto made =
      call.figures.of(call.ledger, *reading.snapshot, {.period = period, .today = reading.today});
  const auto& figures = made->figures;
  return {period,
          figures.measured_on,
          figures.estimate,
          rows_of(figures, kOnTime),
          rows_of(figures, kPromises),
          rows_of(figures, kVerdicts)};
}

void name(const Call& call, const Reading& reading, shapes::Board& board) {
  NameBook book(reading);
  for (const auto& cell : board.cells) {
    book.mention(cell.assignee.value_or(domain::UserId{}).value);
    book.mention(cell.khom.value);
  }
  for (const auto& row : board.khoms) {
    book.mention(row.khom.value);
  }
  board.names = book.names(choose_language(call.request.header("accept-language")));
}

// GET …/board?due_within_days=&family=
Reply get_board(Call& call) {
  Query query(call.target);
  const auto family =
      query.choice<domain::PeriodFamily>("family").value_or(domain::PeriodFamily::calendar);
  work::Query wanted;
  if (const auto days = query.number("due_within_days", 0, kDaysMax)) {
    wanted.due_within_days = static_cast<int>(*days);
  }
  const auto reading = open_reading(call, query);
  if (!reading) {
    return fail(reading.error());
  }
  wanted.today = reading->today;
  shapes::Board board;
  board.head = head_of(call, *reading,
                       {projections::issues::definition(), projections::report::definition()});
  board.today = reading->today;
  board.due_within_days = static_cast<std::uint64_t>(wanted.due_within_days);
  BoardCount(call, *reading, wanted).count(board);
  if (may_read_figures(call)) {
    board.figures = figures_of(call, *reading, family);
  }
  name(call, *reading, board);
  return list_answer(call, *reading, wire::text(board));
}

}  // namespace

void add_board_routes(std::vector<Route>& routes) {
  add_read(routes, "board", &get_board);
}

}  // namespace langnghe::api::resources
