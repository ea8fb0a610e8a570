// A khóm's page for everybody: the next dialogue, numbers that tell of no person, and answers and
// promises where the policy publishes them.
#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

#include <api/language.hpp>
#include <projections/dialogues.hpp>
#include <projections/issues.hpp>
#include <projections/oversight.hpp>
#include <projections/residents.hpp>
#include <projections/settings.hpp>

#include "reading/reading.hpp"
#include "resources/public_cases.hpp"
#include "routing/query.hpp"
#include "wire/answers.hpp"

namespace langnghe::api::resources {
namespace {

namespace issues = projections::issues;
namespace settings = projections::settings;

/// A number below it tells of persons, and a list of fewer does.
constexpr std::uint64_t kSmallCell = 5;
constexpr int kDaysShown = 365;
constexpr std::size_t kAnswersMax = 50;
constexpr auto kFreshFor = "public, max-age=60";

std::optional<std::uint64_t> unless_small(std::uint64_t number) {
  return number > 0 && number < kSmallCell ? std::nullopt : std::optional(number);
}

/// Only what was announced is known to the public.
std::optional<shapes::PublicDialogue> next_dialogue(const projections::Snapshot& views,
                                                    const domain::KhomId& khom,
                                                    const domain::Date& today) {
  std::optional<shapes::PublicDialogue> next;
  for (const auto& row : projections::dialogues::awaited(views)) {
    const auto& schedule = row.schedule;
    const bool counts = schedule.khom == khom && row.announcement && schedule.date >= today;
    if (!counts || (next && next->date <= schedule.date)) {
      continue;
    }
    next = shapes::PublicDialogue{schedule.date, domain::to_text(schedule.start), std::nullopt,
                                  schedule.topics};
    if (!schedule.venue.place.empty()) {
      next->place = schedule.venue.place;
    }
  }
  return next;
}

std::vector<issues::IssueRow> rows_of(const projections::Snapshot& views,
                                      const domain::KhomId& khom, const domain::Date& today) {
  issues::Filter filter;
  filter.scope = {khom};
  filter.today = today;
  auto rows = issues::find(views, filter, {.limit = std::numeric_limits<std::size_t>::max()}).rows;
  const auto first = domain::add_days(today, -kDaysShown);
  std::erase_if(rows, [&](const issues::IssueRow& row) {
    return row.state.received() < first || row.state.phase == domain::IssuePhase::voided;
  });
  return rows;
}

/// A part of all, where neither it nor the rest is small.
std::optional<std::uint64_t> part_unless_small(std::uint64_t part, std::uint64_t all) {
  return unless_small(all - part) ? unless_small(part) : std::nullopt;
}

shapes::PublicNumbers numbers_of(const std::vector<issues::IssueRow>& rows,
                                 const domain::Date& today) {
  const auto count = [&](auto&& is_meant) {
    return part_unless_small(static_cast<std::uint64_t>(std::ranges::count_if(rows, is_meant)),
                             rows.size());
  };
  return {unless_small(rows.size()),
          count([](const issues::IssueRow& row) { return row.state.delivered_on.has_value(); }),
          count([&](const issues::IssueRow& row) { return row.overdue_on(today); })};
}

/// Was it said in public, by somebody who does not keep their name back, and is it the ward's own
/// matter and not taken down?
bool may_be_published(const projections::Snapshot& views, const issues::IssueRow& row) {
  const auto& issue = row.state;
  const bool was_said_in_public = !issue.recorded.dialogue.empty();
  const bool is_ended = issue.phase == domain::IssuePhase::closed ||
                        issue.phase == domain::IssuePhase::answered_on_the_spot;
  if (!was_said_in_public || !is_ended || issue.handed_over) {
    return false;
  }
  const auto person = projections::residents::find(views, issue.recorded.resident);
  if (person && person->state.phase == domain::ResidentPhase::withheld) {
    return false;
  }
  const auto stream = domain::stream_of(row.id);
  return std::ranges::none_of(projections::oversight::takedowns(views),
                              [&](const auto& taken) { return taken.takedown.subject == stream; });
}

std::expected<void, Problem> add_answers(const Call& call, const projections::Snapshot& views,
                                         std::vector<issues::IssueRow> rows,
                                         shapes::PublicKhom& page) {
  const auto language = choose_language(call.request.header("accept-language"));
  std::erase_if(rows, [&](const issues::IssueRow& row) { return !may_be_published(views, row); });
  if (rows.size() < kSmallCell) {
    return {};
  }
  std::ranges::sort(rows, std::ranges::greater(), &issues::IssueRow::last);
  for (const auto& row : rows) {
    if (page.answers.size() == kAnswersMax) {
      break;
    }
    auto answer = answer_to(call, row);
    if (!answer) {
      return fail(std::move(answer.error()));
    }
    if (*answer) {
      page.answers.push_back({row.state.recorded.subject,
                              name_of_field(views, row.state, page.today, language),
                              row.state.received(), **std::move(answer)});
    }
    auto promises = promises_of(row.state);
    std::ranges::move(promises, std::back_inserter(page.promises));
  }
  return {};
}

}  // namespace

// GET /api/v1/public/wards/{ward}/khoms/{khom}
Reply get_public_khom(Call& call) {
  Query query(call.target);
  if (auto wrong = query.problem()) {
    return fail(std::move(*wrong));
  }
  const auto& views = *call.latest;
  const auto ward = settings::ward(views).state;
  const auto* khom = ward.find_khom({call.param("khom")});
  const auto today = domain::local_date(call.now);
  if (khom == nullptr || !khom->valid_on(today)) {
    return fail(ProblemCode::not_found);
  }
  const auto rows = rows_of(views, khom->id, today);
  const auto policy = settings::policy(views).state;
  shapes::PublicKhom page;
  page.ward = call.ledger;
  page.ward_name = ward.ward.name;
  page.khom = khom->id.value;
  page.khom_name = khom->name_on(today);
  page.today = today;
  page.next_dialogue = next_dialogue(views, khom->id, today);
  page.numbers = numbers_of(rows, today);
  page.publishes_answers = policy.exists() && policy.valid_on(today).publish_answers;
  if (page.publishes_answers) {
    if (auto added = add_answers(call, views, rows, page); !added) {
      return fail(std::move(added.error()));
    }
  }
  auto response = json_response(200, wire::text(page));
  response.set("Cache-Control", kFreshFor);
  response.set("Vary", "Accept-Language, Accept-Encoding");
  return response;
}

}  // namespace langnghe::api::resources
