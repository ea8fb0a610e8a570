#include "wire/dialogue_json.hpp"

#include <codec/fields/dialogue.hpp>
#include <codec/fields/issue.hpp>

#include "wire/issue_rows.hpp"

namespace langnghe::api::wire {
namespace {

namespace dialogues = projections::dialogues;

template <class Id>
Json ids(const std::vector<Id>& list) {
  auto items = Json::array();
  for (const auto& id : list) {
    items.push_back(id.value);
  }
  return items;
}

template <class T>
Json maybe(const std::optional<T>& value) {
  return value ? codec::to_json(*value) : Json(nullptr);
}

template <class T>
Json described(const std::vector<T>& values) {
  auto list = Json::array();
  for (const auto& value : values) {
    list.push_back(codec::to_json(value));
  }
  return list;
}

Json summary(const dialogues::DialogueRow& row) {
  const auto& plan = row.schedule;
  return {{"id", row.id.value},
          {"version", row.version.value},
          {"phase", out(row.phase)},
          {"khom", plan.khom.value},
          {"date", out(plan.date)},
          {"start", out(plan.start)},
          {"end", out(plan.end)},
          {"format", out(plan.format)},
          {"venue", {{"kind", out(plan.venue.kind)}, {"place", plan.venue.place}}},
          {"chair", plan.chair.value},
          {"topics", plan.topics},
          {"outside_office_hours", plan.outside_office_hours},
          {"double_booked", plan.double_booked},
          {"short_notice", row.announcement ? Json(row.announcement->short_notice) : Json(nullptr)},
          {"residents", row.attendance ? Json(row.attendance->residents) : Json(nullptr)},
          {"opinions", row.opinions.size()},
          {"issues", row.issues.size()},
          {"minutes", row.minutes ? Json(row.minutes->symbol) : Json(nullptr)}};
}

Json invitations_json(const std::vector<domain::Invitation>& invitations) {
  auto items = Json::array();
  for (const auto& invitation : invitations) {
    auto shown = codec::to_json(invitation.invited);
    shown.emplace("answer", maybe(invitation.answer));
    items.push_back(std::move(shown));
  }
  return items;
}

Json opinion_json(const ShownOpinion& shown) {
  const auto& opinion = shown.row.opinion;
  return {{"id", opinion.opinion.value},
          {"order", opinion.order},
          {"anonymous", opinion.anonymous},
          {"words", out(shown.words)},
          {"resident", resident_json(shown.speaker)},
          {"issues", ids(opinion.issues)},
          {"confirmation", maybe(shown.row.confirmation)},
          {"confirmation_declined", maybe(shown.row.declined)},
          {"happened", out(shown.row.happened)}};
}

Json issues_json(const std::vector<projections::issues::IssueRow>& rows,
                 const domain::Date& today) {
  auto items = Json::array();
  for (const auto& row : rows) {
    items.push_back(issue_summary(row, today));
  }
  return items;
}

Json redirected_json(const std::vector<projections::issues::IssueRow>& rows) {
  auto items = Json::array();
  for (const auto& row : rows) {
    items.push_back({{"id", row.id.value}, {"handed_over", maybe(row.state.handed_over)}});
  }
  return items;
}

/// Without the sealed address of a household: the venue as it stands is shown to who may read it.
Json rearrangements_json(const std::vector<domain::DialogueRearranged>& rearrangements) {
  auto items = Json::array();
  for (const auto& each : rearrangements) {
    items.push_back({{"reason", each.reason},
                     {"khom", each.khom.value},
                     {"start", out(each.start)},
                     {"end", out(each.end)},
                     {"venue", {{"kind", out(each.venue.kind)}, {"place", each.venue.place}}},
                     {"chair", each.chair.value},
                     {"announce_again", each.announce_again},
                     {"double_booked", each.double_booked}});
  }
  return items;
}

/// The preparation of the meeting and its results.
void add_meeting(const dialogues::DialogueRow& row, Json& shown) {
  shown.emplace("invitations", invitations_json(row.invitations));
  shown.emplace("postponements", described(row.postponements));
  shown.emplace("rearrangements", rearrangements_json(row.rearrangements));
  shown.emplace("cancelled_for", row.cancelled_for);
  shown.emplace("missed_on", out(row.missed_on));
  shown.emplace("presentation", out(row.presentation));
  shown.emplace("presented", maybe(row.presented));
  shown.emplace("presentation_skipped_for", row.presentation_skipped_for);
  shown.emplace("signatures_refused", described(row.signatures_refused));
  shown.emplace("addenda", described(row.addenda));
  shown.emplace("conclusion", maybe(row.conclusion));
}

}  // namespace

std::string dialogue_list(const Call& call, const Reading& reading, const domain::Date& from,
                          const domain::Date& to, const std::vector<dialogues::DialogueRow>& rows) {
  auto body = head(call, reading, {dialogues::definition()});
  auto items = Json::array();
  for (const auto& row : rows) {
    items.push_back(summary(row));
  }
  body.emplace("from", out(from));
  body.emplace("to", out(to));
  body.emplace("items", std::move(items));
  return codec::to_json_text(body);
}

std::string dialogue_detail(const Call& call, const Reading& reading,
                            const DialogueDetail& detail) {
  const auto& row = detail.row;
  auto shown = head(call, reading, {dialogues::definition(), projections::issues::definition()});
  auto opinions = Json::array();
  for (const auto& opinion : detail.opinions) {
    opinions.push_back(opinion_json(opinion));
  }
  shown.update(summary(row));
  if (detail.host_address) {
    shown["venue"].emplace("host_address", out(*detail.host_address));
  }
  shown["opinions"] = std::move(opinions);
  shown["issues"] = issues_json(detail.issues, reading.today);
  shown["minutes"] = maybe(row.minutes);
  shown.emplace("redirected", redirected_json(detail.redirected));
  shown.emplace("announcement", maybe(row.announcement));
  shown.emplace("announced_on", out(row.announced_on));
  shown.emplace("opening", maybe(row.opening));
  shown.emplace("attendance", maybe(row.attendance));
  shown.emplace("closing", maybe(row.closing));
  add_meeting(row, shown);
  shown.emplace("allowed_commands", out(call, detail.allowed));
  return codec::to_json_text(shown);
}

}  // namespace langnghe::api::wire
