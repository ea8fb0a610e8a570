#pragma once

#include <tuple>

#include <codec/fields.hpp>
#include <codec/fields/attachment.hpp>
#include <codec/fields/deadline.hpp>
#include <codec/fields/sealed.hpp>
#include <codec/wire_type.hpp>
#include <domain/issue_intake.hpp>

// Wire names of fields: what was ever stored under one keeps it. Include in .cpp files only.
namespace langnghe::codec {

template <>
struct Fields<domain::ImportOrigin> {
  using T = domain::ImportOrigin;
  static constexpr std::string_view name = "ImportOrigin";
  static constexpr auto list =
      std::tuple{field("source", &T::source), field("external_id", &T::external_id),
                 field("file_hash", &T::file_hash), field("row", &T::row),
                 field("agreed_due", &T::agreed_due)};
};
template <>
struct Fields<domain::FirstReplyOwed> {
  using T = domain::FirstReplyOwed;
  static constexpr auto list = std::tuple{field("start", &T::start), field("due", &T::due),
                                          field("policy_version", &T::policy_version),
                                          field("calendar_version", &T::calendar_version)};
};
template <>
struct Fields<domain::IssueRecorded> {
  using T = domain::IssueRecorded;
  static constexpr auto list = std::tuple{field("channel", &T::channel),
                                          field("dialogue", &T::dialogue),
                                          field("opinion", &T::opinion),
                                          field("khom", &T::khom),
                                          field("resident", &T::resident),
                                          field("received", &T::received),
                                          field("subject", &T::subject),
                                          field("field", &T::field),
                                          field("pressing", &T::pressing),
                                          field("words", &T::words),
                                          field("origin", &T::origin),
                                          field("split_from", &T::split_from),
                                          added_later("first_reply", &T::first_reply),
                                          added_later("first_reply_on", &T::first_reply_on)};
};
template <>
inline constexpr EventType kWireType<domain::IssueRecorded>{"issue.recorded", 2};
template <>
struct Fields<domain::AnsweredOnTheSpot> {
  using T = domain::AnsweredOnTheSpot;
  static constexpr auto list =
      std::tuple{field("answer", &T::answer), field("answered_by", &T::answered_by),
                 field("accepted_by_resident", &T::accepted_by_resident)};
};
template <>
inline constexpr EventType kWireType<domain::AnsweredOnTheSpot>{"issue.answered_on_the_spot", 1};
template <>
struct Fields<domain::Noted> {
  using T = domain::Noted;
  static constexpr auto list = std::tuple{field("reason", &T::reason)};
};
template <>
inline constexpr EventType kWireType<domain::Noted>{"issue.noted", 1};
template <>
struct Fields<domain::OnTheSpotAnswerContested> {
  using T = domain::OnTheSpotAnswerContested;
  static constexpr auto list = std::tuple{field("reason", &T::reason)};
};
template <>
inline constexpr EventType kWireType<domain::OnTheSpotAnswerContested>{
    "issue.on_the_spot_answer_contested", 1};
template <>
struct Fields<domain::IssueClassified> {
  using T = domain::IssueClassified;
  static constexpr auto list = std::tuple{field("type", &T::type),
                                          field("field", &T::field),
                                          field("complexity", &T::complexity),
                                          field("policy_version", &T::policy_version),
                                          field("calendar_version", &T::calendar_version),
                                          field("first_reply_due", &T::first_reply_due),
                                          field("original_due", &T::original_due),
                                          field("provisional", &T::provisional),
                                          field("term", &T::term),
                                          added_later("start", &T::start),
                                          added_later("group", &T::group)};
};
template <>
inline constexpr EventType kWireType<domain::IssueClassified>{"issue.classified", 1};
template <>
struct Fields<domain::IssueReclassified> {
  using T = domain::IssueReclassified;
  static constexpr auto list = std::tuple{field("previous_type", &T::previous_type),
                                          field("type", &T::type),
                                          field("field", &T::field),
                                          field("complexity", &T::complexity),
                                          field("reason", &T::reason),
                                          field("policy_version", &T::policy_version),
                                          field("calendar_version", &T::calendar_version),
                                          field("previous_due", &T::previous_due),
                                          field("new_due", &T::new_due),
                                          field("agreed_due", &T::agreed_due),
                                          field("term", &T::term),
                                          field("provisional", &T::provisional)};
};
template <>
inline constexpr EventType kWireType<domain::IssueReclassified>{"issue.reclassified", 1};
template <>
struct Fields<domain::IssueSplit> {
  using T = domain::IssueSplit;
  static constexpr auto list = std::tuple{field("parts", &T::parts), field("reason", &T::reason)};
};
template <>
inline constexpr EventType kWireType<domain::IssueSplit>{"issue.split", 1};
template <>
struct Fields<domain::IssuesMerged> {
  using T = domain::IssuesMerged;
  static constexpr auto list = std::tuple{field("survivor", &T::survivor),
                                          field("absorbed", &T::absorbed),
                                          field("reason", &T::reason),
                                          field("resident", &T::resident),
                                          field("earliest_received", &T::earliest_received),
                                          field("previous_due", &T::previous_due),
                                          field("new_due", &T::new_due),
                                          field("calendar_version", &T::calendar_version),
                                          added_later("absorbed_received", &T::absorbed_received)};
};
template <>
inline constexpr EventType kWireType<domain::IssuesMerged>{"issue.merged", 1};
template <>
struct Fields<domain::IssueUnmerged> {
  using T = domain::IssueUnmerged;
  static constexpr auto list = std::tuple{field("survivor", &T::survivor),
                                          field("absorbed", &T::absorbed),
                                          field("reason", &T::reason),
                                          field("earliest_received", &T::earliest_received),
                                          field("previous_due", &T::previous_due),
                                          field("new_due", &T::new_due),
                                          field("calendar_version", &T::calendar_version)};
};
template <>
inline constexpr EventType kWireType<domain::IssueUnmerged>{"issue.unmerged", 1};
template <>
struct Fields<domain::IssuesLinked> {
  using T = domain::IssuesLinked;
  static constexpr auto list =
      std::tuple{field("other", &T::other), field("kind", &T::kind), field("reason", &T::reason)};
};
template <>
inline constexpr EventType kWireType<domain::IssuesLinked>{"issue.linked", 1};
template <>
struct Fields<domain::IssueCorrected> {
  using T = domain::IssueCorrected;
  static constexpr auto list =
      std::tuple{field("field", &T::field), field("old_value", &T::old_value),
                 field("new_value", &T::new_value), field("reason", &T::reason)};
};
template <>
inline constexpr EventType kWireType<domain::IssueCorrected>{"issue.corrected", 1};
template <>
struct Fields<domain::IssueVoided> {
  using T = domain::IssueVoided;
  static constexpr auto list =
      std::tuple{field("reason", &T::reason), field("duplicate_of", &T::duplicate_of)};
};
template <>
inline constexpr EventType kWireType<domain::IssueVoided>{"issue.voided", 1};
template <>
struct Fields<domain::IssueWithdrawn> {
  using T = domain::IssueWithdrawn;
  static constexpr auto list = std::tuple{field("form", &T::form), field("document", &T::document),
                                          field("reason", &T::reason), field("files", &T::files)};
};
template <>
inline constexpr EventType kWireType<domain::IssueWithdrawn>{"issue.withdrawn", 1};

}  // namespace langnghe::codec
