#include "wire/issue_json.hpp"

#include <codec/fields/issue.hpp>
#include <codec/fields/resident.hpp>

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

/// The words that were said, or written where no dialogue was. Nothing of a list's row that names
/// nobody.
Json opinion_json(const IssueDetail& detail) {
  if (!detail.said.words && !detail.said.speaker) {
    return nullptr;
  }
  const auto& opinion = detail.row.state.recorded.opinion;
  return {{"id", opinion.empty() ? Json(nullptr) : Json(opinion.value)},
          {"anonymous", detail.said.speaker && detail.said.speaker->anonymous},
          {"words", out(detail.said.words)},
          {"resident", resident_json(detail.said.speaker)}};
}

Json commitments_json(const std::vector<domain::Commitment>& commitments) {
  auto list = Json::array();
  for (const auto& commitment : commitments) {
    list.push_back(commitment_json(commitment));
  }
  return list;
}

Json absorbed_json(const std::vector<domain::AbsorbedIssue>& absorbed) {
  auto list = Json::array();
  for (const auto& one : absorbed) {
    list.push_back({{"issue", one.issue.value},
                    {"resident", one.resident.value},
                    {"received", out(one.received)},
                    {"served_on", out(one.served_on)},
                    {"given_up_for", one.given_up_for}});
  }
  return list;
}

/// The recipient is personal data: it is shown as far as the reader may see it.
Json deliveries_json(const IssueDetail& detail) {
  auto list = Json::array();
  const auto& deliveries = detail.row.state.deliveries;
  for (std::size_t i = 0; i < deliveries.size(); ++i) {
    const auto& one = deliveries[i];
    auto files = Json::array();
    for (const auto& file : one.proof.files) {
      files.push_back(codec::to_json(file));
    }
    list.push_back({{"on", out(one.on)},
                    {"method", out(one.method)},
                    {"absorbed", out(one.absorbed)},
                    {"recipient", out(detail.recipients.at(i))},
                    {"acknowledgement", out(one.proof.acknowledgement)},
                    {"refusal", one.proof.refusal},
                    {"reference", one.proof.reference},
                    {"files", std::move(files)}});
  }
  return list;
}

Json links_json(const std::vector<domain::IssueLink>& links) {
  auto list = Json::array();
  for (const auto& link : links) {
    list.push_back({{"other", link.other.value}, {"kind", out(link.kind)}});
  }
  return list;
}

Json holdings_json(const std::vector<issues::Holding>& holdings) {
  auto list = Json::array();
  for (const auto& held : holdings) {
    list.push_back({{"assignee", held.assignee.value},
                    {"unit", held.unit},
                    {"from", out(held.from)},
                    {"accepted", out(held.accepted)},
                    {"until", out(held.until)},
                    {"returned", held.returned}});
  }
  return list;
}

Json marked_json(const domain::MarkedDue& marked) {
  return {{"first_reply", out(marked.first_reply)}, {"resolution", out(marked.resolution)}};
}

/// The relations of this issue to others.
void add_kin(const domain::IssueState& issue, Json& shown) {
  shown.emplace("split_from", out(issue.recorded.split_from));
  shown.emplace("split_into", out(issue.split_into));
  shown.emplace("merged_into", out(issue.merged_into));
  shown.emplace("phase_before_merge", out(issue.phase_before_merge));
  shown.emplace("absorbed", absorbed_json(issue.absorbed));
  shown.emplace("links", links_json(issue.links));
}

/// The state beside the phase: pauses, escalations, promises, requests.
void add_regions(const domain::IssueState& issue, Json& shown) {
  shown.emplace("pending_extension", extension_json(issue.pending_extension));
  shown.emplace("paused", maybe(issue.paused));
  shown.emplace("approaching", marked_json(issue.approaching));
  shown.emplace("breached", marked_json(issue.breached));
  shown.emplace("information_requests", issue.information_requests);
  shown.emplace("bounces", issue.bounces);
  shown.emplace("delivery_failures", issue.delivery_failures);
  shown.emplace("commitments", commitments_json(issue.commitments));
  shown.emplace("feedback_asked", issue.feedback_asked);
  shown.emplace("reopen_request", maybe(issue.reopen_request));
}

}  // namespace

Json resident_json(const std::optional<ShownSpeaker>& speaker) {
  if (!speaker) {
    return nullptr;
  }
  return {{"id", speaker->resident.value},      {"phase", out(speaker->phase)},
          {"erasure", maybe(speaker->erasure)}, {"name", out(speaker->name)},
          {"phone", out(speaker->phone)},       {"address", out(speaker->address)}};
}

Json commitment_json(const domain::Commitment& commitment) {
  return {{"id", commitment.id.value},        {"what", commitment.what},
          {"owner", commitment.owner.value},  {"first_due", out(commitment.first_due)},
          {"due", out(commitment.due)},       {"revisions", commitment.revisions},
          {"status", out(commitment.status)}, {"missed", commitment.missed}};
}

Json issue_summary(const issues::IssueRow& row, const domain::Date& today) {
  const auto& issue = row.state;
  return {{"id", row.id.value},
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
          {"channel", out(issue.recorded.channel)},
          {"dialogue", dialogue_of(issue).value},
          {"received",
           out(issue.handed_over && issue.recorded.dialogue.empty() ? issue.handed_over->received
                                                                    : issue.recorded.received)},
          {"assignee", member(issue.assignment, &domain::IssueAssigned::assignee)},
          {"unit", member(issue.assignment, &domain::IssueAssigned::unit)},
          {"first_reply_due", out(issue.first_reply_due)},
          {"first_reply_on", out(issue.first_reply_on)},
          {"original_due", out(issue.original_due)},
          {"effective_due", out(issue.effective_due)},
          {"overdue", row.overdue_on(today)},
          {"settled_on", out(issue.settled_on)},
          {"delivered_on", out(issue.delivered_on)},
          {"contested_on", out(issue.contested_on)},
          {"returns", issue.returns},
          {"escalation", issue.escalation},
          {"paused_until", member(issue.paused, &domain::ClockPaused::until)},
          {"extensions", issue.extensions},
          {"extension_requested", issue.pending_extension.has_value()},
          {"reopenings", issue.reopenings},
          {"reopen_requested", issue.reopen_request.has_value()},
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
  shown.emplace("origin", maybe(issue.recorded.origin));
  shown.emplace("classification", maybe(issue.classification));
  shown.emplace("assignment", maybe(issue.assignment));
  shown.emplace("holdings", holdings_json(detail.row.holdings));
  shown.emplace("answer", answer_json(issue.answer));
  shown.emplace("notice", maybe(issue.notice));
  shown.emplace("deliveries", deliveries_json(detail));
  shown.emplace("answer_owed_to", out(issue.owed()));
  shown.emplace("forward", maybe(issue.forward));
  shown.emplace("handed_over", maybe(issue.handed_over));
  shown.emplace("refusal", maybe(issue.refusal));
  add_regions(issue, shown);
  add_kin(issue, shown);
  shown.emplace("phase_since", out(detail.row.phase_since));
  shown.emplace("told_on", out(detail.row.told_on));
  shown.emplace("last_act_on", out(issue.last_act_on));
  shown.emplace("today", out(reading.today));
  shown.emplace("allowed_commands", out(call, detail.allowed));
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

}  // namespace langnghe::api::wire
