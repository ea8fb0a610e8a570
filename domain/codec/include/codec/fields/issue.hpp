#pragma once

#include <tuple>

#include <codec/fields.hpp>
#include <codec/fields/deadline.hpp>
#include <codec/fields/sealed.hpp>
#include <domain/issue_events.hpp>

// Wire names of fields: what was ever stored under one keeps it. Include in .cpp files only.
namespace langnghe::codec {

template <>
struct Fields<domain::IssueRecorded> {
  using T = domain::IssueRecorded;
  static constexpr auto list =
      std::tuple{field("dialogue", &T::dialogue), field("opinion", &T::opinion),
                 field("khom", &T::khom),         field("resident", &T::resident),
                 field("received", &T::received), field("subject", &T::subject),
                 field("field", &T::field),       field("pressing", &T::pressing)};
};
template <>
struct Fields<domain::AnsweredOnTheSpot> {
  using T = domain::AnsweredOnTheSpot;
  static constexpr auto list =
      std::tuple{field("answer", &T::answer), field("answered_by", &T::answered_by),
                 field("accepted_by_resident", &T::accepted_by_resident)};
};
template <>
struct Fields<domain::Noted> {
  using T = domain::Noted;
  static constexpr auto list = std::tuple{field("reason", &T::reason)};
};
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
                                          field("term", &T::term)};
};
template <>
struct Fields<domain::IssueAssigned> {
  using T = domain::IssueAssigned;
  static constexpr auto list = std::tuple{field("assignee", &T::assignee), field("unit", &T::unit),
                                          field("internal_due", &T::internal_due)};
};
template <>
struct Fields<domain::AssignmentAccepted> {
  static constexpr auto list = std::tuple{};
};
template <>
struct Fields<domain::ProgressNoted> {
  using T = domain::ProgressNoted;
  static constexpr auto list =
      std::tuple{field("text", &T::text), field("visibility", &T::visibility)};
};
template <>
struct Fields<domain::ExtensionRequested> {
  using T = domain::ExtensionRequested;
  static constexpr auto list =
      std::tuple{field("days", &T::days), field("reason", &T::reason), field("late", &T::late)};
};
template <>
struct Fields<domain::ExtensionApproved> {
  using T = domain::ExtensionApproved;
  static constexpr auto list =
      std::tuple{field("ordinal", &T::ordinal), field("days", &T::days),
                 field("previous_due", &T::previous_due), field("new_due", &T::new_due),
                 field("calendar_version", &T::calendar_version)};
};
template <>
struct Fields<domain::ExtensionRefused> {
  using T = domain::ExtensionRefused;
  static constexpr auto list = std::tuple{field("reason", &T::reason)};
};
template <>
struct Fields<domain::HandedOver> {
  using T = domain::HandedOver;
  static constexpr auto list = std::tuple{field("type", &T::type),
                                          field("dialogue", &T::dialogue),
                                          field("received", &T::received),
                                          field("counter", &T::counter),
                                          field("paper_register_number", &T::paper_register_number),
                                          field("receiving_officer", &T::receiving_officer)};
};
template <>
struct Fields<domain::IssueForwarded> {
  using T = domain::IssueForwarded;
  static constexpr auto list =
      std::tuple{field("body", &T::body), field("document", &T::document),
                 field("asked", &T::asked), field("resident_told", &T::resident_told)};
};
template <>
struct Fields<domain::ForwardAcknowledged> {
  using T = domain::ForwardAcknowledged;
  static constexpr auto list = std::tuple{field("document", &T::document)};
};
template <>
struct Fields<domain::ExternalResultReceived> {
  using T = domain::ExternalResultReceived;
  static constexpr auto list =
      std::tuple{field("document", &T::document), field("summary", &T::summary)};
};
template <>
struct Fields<domain::ExternalResultTold> {
  using T = domain::ExternalResultTold;
  static constexpr auto list = std::tuple{field("method", &T::method)};
};
template <>
struct Fields<domain::AnswerDrafted> {
  using T = domain::AnswerDrafted;
  static constexpr auto list =
      std::tuple{field("draft", &T::draft), field("outcome", &T::outcome), field("text", &T::text),
                 field("legal_basis", &T::legal_basis)};
};
template <>
struct Fields<domain::AnswerSentBack> {
  using T = domain::AnswerSentBack;
  static constexpr auto list =
      std::tuple{field("draft", &T::draft), field("comments", &T::comments)};
};
template <>
struct Fields<domain::AnswerApproved> {
  using T = domain::AnswerApproved;
  static constexpr auto list =
      std::tuple{field("draft", &T::draft), field("override_reason", &T::override_reason)};
};
template <>
struct Fields<domain::NoticeIssued> {
  using T = domain::NoticeIssued;
  static constexpr auto list =
      std::tuple{field("number", &T::number), field("symbol", &T::symbol), field("date", &T::date),
                 field("signer", &T::signer), field("capacity", &T::capacity)};
};
template <>
struct Fields<domain::NoticeDelivered> {
  using T = domain::NoticeDelivered;
  static constexpr auto list = std::tuple{field("method", &T::method)};
};
template <>
struct Fields<domain::IssueClosed> {
  using T = domain::IssueClosed;
  static constexpr auto list = std::tuple{field("outcome", &T::outcome)};
};
template <>
struct Fields<domain::FeedbackAsked> {
  using T = domain::FeedbackAsked;
  static constexpr auto list = std::tuple{field("channel", &T::channel)};
};
template <>
struct Fields<domain::FeedbackRecorded> {
  using T = domain::FeedbackRecorded;
  static constexpr auto list =
      std::tuple{field("verdict", &T::verdict), field("solved_in_reality", &T::solved_in_reality),
                 field("words", &T::words)};
};
template <>
struct Fields<domain::IssueReopened> {
  using T = domain::IssueReopened;
  static constexpr auto list = std::tuple{field("ordinal", &T::ordinal),
                                          field("reason", &T::reason),
                                          field("policy_version", &T::policy_version),
                                          field("calendar_version", &T::calendar_version),
                                          field("new_due", &T::new_due),
                                          field("term", &T::term)};
};

}  // namespace langnghe::codec
