#include "wire/issue_json.hpp"

#include <codec/fields/issue.hpp>

#include "wire/issue_rows.hpp"

namespace langnghe::api::wire {
namespace {

namespace issues = projections::issues;

template <class T, class M>
Json member(const std::optional<T>& value, M T::* part) {
  return value ? out((*value).*part) : Json(nullptr);
}

template <class T>
Json maybe(const std::optional<T>& value) {
  return value ? codec::to_json(*value) : Json(nullptr);
}

/// A redirected denunciation has no subject, field or khóm: the hand-over is all there is.
const domain::DialogueId& dialogue_of(const domain::IssueState& issue) {
  const bool redirected = issue.recorded.dialogue.empty() && issue.handed_over;
  return redirected ? issue.handed_over->dialogue : issue.recorded.dialogue;
}

Json type_of(const domain::IssueState& issue) {
  if (issue.classification) {
    return out(issue.classification->type);
  }
  return member(issue.handed_over, &domain::HandedOver::type);
}

Json answer_json(const domain::AnswerState& answer) {
  if (answer.draft == 0) {
    return nullptr;
  }
  return {{"draft", answer.draft},
          {"drafted_by", answer.drafted_by.value},
          {"outcome", out(answer.outcome)},
          {"text", answer.text},
          {"legal_basis", answer.legal_basis},
          {"sent_back", answer.sent_back},
          {"approved", answer.approved}};
}

Json extension_json(const std::optional<domain::PendingExtension>& pending) {
  if (!pending) {
    return nullptr;
  }
  return {{"requested_by", pending->requested_by.value},
          {"days", pending->days},
          {"reason", pending->reason},
          {"late", pending->late}};
}

Json opinion_json(const IssueDetail& detail) {
  if (!detail.words) {
    return nullptr;
  }
  return {{"id", detail.row.state.recorded.opinion.value},
          {"anonymous", detail.speaker && detail.speaker->anonymous},
          {"words", out(*detail.words)},
          {"resident", resident_json(detail.speaker)}};
}

Json step_json(const ExplainedStep& step) {
  auto days = Json::array();
  for (const auto& day : step.explained.days) {
    days.push_back({{"date", out(day.date)},
                    {"verdict", out(day.verdict)},
                    {"counted_so_far", day.counted_so_far}});
  }
  return {{"kind", step.kind},
          {"start", out(step.start)},
          {"term", {{"days", step.term.days}, {"unit", out(step.term.unit)}}},
          {"policy", {{"version", step.policy_version}, {"basis", step.policy_basis}}},
          {"calendar", {{"version", step.calendar_version}, {"basis", step.calendar_basis}}},
          {"due", out(step.stored_due)},
          {"explained_due", out(step.explained.due)},
          {"matches", step.matches()},
          {"provisional", step.explained.provisional},
          {"days", std::move(days)}};
}

}  // namespace

Json resident_json(const std::optional<ShownSpeaker>& speaker) {
  if (!speaker) {
    return nullptr;
  }
  return {{"id", speaker->resident.value},
          {"name", out(speaker->name)},
          {"phone", out(speaker->phone)},
          {"address", out(speaker->address)}};
}

Json issue_summary(const issues::IssueRow& row, const domain::Date& today) {
  const auto& issue = row.state;
  return {
      {"id", row.id.value},
      {"version", row.version.value},
      {"phase", out(issue.phase)},
      {"open", row.open()},
      {"subject", issue.recorded.subject},
      {"khom", issue.recorded.khom.value},
      {"field",
       issue.classification ? issue.classification->field.value : issue.recorded.field.value},
      {"type", type_of(issue)},
      {"complexity", member(issue.classification, &domain::IssueClassified::complexity)},
      {"pressing", issue.recorded.pressing},
      {"dialogue", dialogue_of(issue).value},
      {"received",
       out(issue.handed_over && issue.recorded.dialogue.empty() ? issue.handed_over->received
                                                                : issue.recorded.received)},
      {"assignee", member(issue.assignment, &domain::IssueAssigned::assignee)},
      {"unit", member(issue.assignment, &domain::IssueAssigned::unit)},
      {"first_reply_due", member(issue.classification, &domain::IssueClassified::first_reply_due)},
      {"first_reply_on", out(issue.first_reply_on)},
      {"original_due", out(issue.original_due)},
      {"effective_due", out(issue.effective_due)},
      {"overdue", row.overdue_on(today)},
      {"settled_on", out(issue.settled_on)},
      {"delivered_on", out(issue.delivered_on)},
      {"extensions", issue.extensions},
      {"extension_requested", issue.pending_extension.has_value()},
      {"reopenings", issue.reopenings},
      {"verdict", out(issue.verdict)}};
}

std::string issue_list(const Call& call, const Reading& reading, const issues::Page& page,
                       std::string_view next_cursor) {
  auto body = head(call, reading, {issues::definition()});
  auto rows = Json::array();
  for (const auto& row : page.rows) {
    rows.push_back(issue_summary(row, reading.today));
  }
  body.emplace("today", out(reading.today));
  body.emplace("total", page.total);
  body.emplace("items", std::move(rows));
  body.emplace("next", next_cursor.empty() ? Json(nullptr) : Json(next_cursor));
  return codec::to_json_text(body);
}

std::string issue_detail(const Call& call, const Reading& reading, const IssueDetail& detail) {
  const auto& issue = detail.row.state;
  auto shown = head(call, reading, {issues::definition()});
  shown.update(issue_summary(detail.row, reading.today));
  shown.emplace("opinion", opinion_json(detail));
  shown.emplace("classification", maybe(issue.classification));
  shown.emplace("assignment", maybe(issue.assignment));
  shown.emplace("pending_extension", extension_json(issue.pending_extension));
  shown.emplace("answer", answer_json(issue.answer));
  shown.emplace("notice", maybe(issue.notice));
  shown.emplace("forward", maybe(issue.forward));
  shown.emplace("handed_over", maybe(issue.handed_over));
  shown.emplace("feedback_asked", issue.feedback_asked);
  shown.emplace("last_act_on", out(issue.last_act_on));
  shown.emplace("today", out(reading.today));
  shown.emplace("allowed_commands", names(detail.allowed));
  return codec::to_json_text(shown);
}

std::string issue_history(const Call& call, const Reading& reading, const domain::IssueId& issue,
                          const std::vector<HistoryItem>& items) {
  auto body = head(call, reading, {issues::definition()});
  auto list = Json::array();
  for (const auto& item : items) {
    auto data = codec::parse_json(item.data);
    list.push_back({{"position", item.position},
                    {"stream", item.stream},
                    {"type", item.type},
                    {"user", item.user},
                    {"role", item.role},
                    {"happened", item.happened},
                    {"recorded", item.recorded},
                    {"late_days", item.late_days},
                    {"data", data ? std::move(*data) : Json(nullptr)}});
  }
  body.emplace("id", issue.value);
  body.emplace("items", std::move(list));
  return codec::to_json_text(body);
}

std::string issue_deadline(const Call& call, const Reading& reading,
                           const ExplainedDeadline& deadline) {
  auto body = head(call, reading, {issues::definition()});
  auto steps = Json::array();
  for (const auto& step : deadline.resolution) {
    steps.push_back(step_json(step));
  }
  auto first = deadline.first_reply ? step_json(*deadline.first_reply) : Json(nullptr);
  if (deadline.first_reply) {
    first.emplace("replied_on", out(deadline.first_reply_on));
  }
  body.emplace("id", deadline.issue.value);
  body.emplace("first_reply", std::move(first));
  body.emplace("resolution", Json{{"original_due", out(deadline.original_due)},
                                  {"effective_due", out(deadline.effective_due)},
                                  {"matches", deadline.matches},
                                  {"steps", std::move(steps)}});
  body.emplace("basis",
               Json{{"policy_version", deadline.policy_version}, {"text", deadline.basis}});
  body.emplace("matches", deadline.matches);
  body.emplace("provisional", deadline.provisional);
  return codec::to_json_text(body);
}

}  // namespace langnghe::api::wire
