#include "wire/deadline_json.hpp"

#include <projections/issues.hpp>

#include "wire/json_out.hpp"

namespace langnghe::api::wire {
namespace {

Json made_with_json(const MadeWith& made_with) {
  return {
      {"policy", {{"version", made_with.policy_version}, {"basis", made_with.policy_basis}}},
      {"calendar", {{"version", made_with.calendar_version}, {"basis", made_with.calendar_basis}}}};
}

Json days_json(const domain::Deadline& explained) {
  auto days = Json::array();
  for (const auto& day : explained.days) {
    days.push_back({{"date", out(day.date)},
                    {"verdict", out(day.verdict)},
                    {"counted_so_far", day.counted_so_far}});
  }
  return days;
}

Json pauses_json(const std::vector<domain::Pause>& pauses) {
  auto list = Json::array();
  for (const auto& pause : pauses) {
    list.push_back({{"from", out(pause.from)}, {"until", out(pause.until)}});
  }
  return list;
}

/// Day by day, with the days that did not count and those an extension added.
Json clock_json(const ExplainedClock& counted) {
  const auto& clock = counted.clock;
  Json shown{{"start", out(clock.start)},
             {"term", {{"days", clock.term.days}, {"unit", out(clock.term.unit)}}},
             {"agreed_due", out(clock.agreed_due)},
             {"extensions", clock.extensions},
             {"pauses", pauses_json(clock.pauses)},
             {"due", out(counted.stored_due)},
             {"explained_due", out(counted.explained.due)},
             {"matches", counted.matches()},
             {"provisional", counted.explained.provisional},
             {"days", days_json(counted.explained)}};
  shown.update(made_with_json(counted.made_with));
  return shown;
}

Json step_json(const ExplainedStep& move) {
  const auto& step = move.step;
  Json shown{{"kind", out(step.kind)},
             {"on", out(step.on)},
             {"previous_due", out(step.previous_due)},
             {"due", out(step.due)},
             {"reason", step.reason},
             {"explained_due", out(move.counted.explained.due)},
             {"matches", move.counted.matches()}};
  shown.update(made_with_json(move.counted.made_with));
  return shown;
}

/// Once it is given, its day moves no more.
bool is_first_reply_provisional(const ExplainedDeadline& deadline) {
  return deadline.first_reply && !deadline.first_reply_on &&
         (!deadline.classified || deadline.first_reply->explained.provisional);
}

}  // namespace

std::string issue_deadline(const Call& call, const Reading& reading,
                           const ExplainedDeadline& deadline) {
  auto body = head(call, reading, {projections::issues::definition()});
  auto steps = Json::array();
  for (const auto& move : deadline.moves) {
    steps.push_back(step_json(move));
  }
  auto first = deadline.first_reply ? clock_json(*deadline.first_reply) : Json(nullptr);
  if (deadline.first_reply) {
    first["provisional"] = is_first_reply_provisional(deadline);
    first.emplace("replied_on", out(deadline.first_reply_on));
  }
  const auto* running = deadline.moves.empty() ? nullptr : &deadline.moves.back().counted;
  const auto* basis = running == nullptr && deadline.first_reply ? &*deadline.first_reply : running;
  const bool provisional = is_first_reply_provisional(deadline) ||
                           (running != nullptr && running->explained.provisional);
  body.emplace("id", deadline.issue.value);
  body.emplace("first_reply", std::move(first));
  body.emplace("resolution",
               Json{{"agreed_in_list", out(deadline.agreed_in_list)},
                    {"original_due", out(deadline.original_due)},
                    {"effective_due", out(deadline.effective_due)},
                    {"paused_until", out(deadline.paused_until)},
                    {"clock", running == nullptr ? Json(nullptr) : clock_json(*running)},
                    {"steps", std::move(steps)},
                    {"matches", deadline.matches}});
  body.emplace("basis", basis == nullptr ? Json(nullptr)
                                         : Json{{"policy_version", basis->made_with.policy_version},
                                                {"text", basis->made_with.policy_basis}});
  body.emplace("matches", deadline.matches);
  body.emplace("provisional", provisional);
  return codec::to_json_text(body);
}

}  // namespace langnghe::api::wire
