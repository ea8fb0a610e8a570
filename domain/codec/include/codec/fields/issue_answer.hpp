#pragma once

#include <tuple>

#include <codec/fields.hpp>
#include <codec/fields/attachment.hpp>
#include <codec/fields/deadline.hpp>
#include <codec/fields/delivery_proof.hpp>
#include <codec/fields/sealed.hpp>
#include <codec/wire_type.hpp>
#include <domain/issue_answer.hpp>

// Wire names of fields: what was ever stored under one keeps it. Include in .cpp files only.
namespace langnghe::codec {

template <>
struct Fields<domain::AnswerDrafted> {
  using T = domain::AnswerDrafted;
  static constexpr auto list =
      std::tuple{field("draft", &T::draft), field("outcome", &T::outcome), field("text", &T::text),
                 field("legal_basis", &T::legal_basis)};
};
template <>
inline constexpr EventType kWireType<domain::AnswerDrafted>{"issue.answer_drafted", 1};
template <>
struct Fields<domain::AnswerSentBack> {
  using T = domain::AnswerSentBack;
  static constexpr auto list =
      std::tuple{field("draft", &T::draft), field("comments", &T::comments)};
};
template <>
inline constexpr EventType kWireType<domain::AnswerSentBack>{"issue.answer_sent_back", 1};
template <>
struct Fields<domain::AnswerApproved> {
  using T = domain::AnswerApproved;
  static constexpr auto list =
      std::tuple{field("draft", &T::draft), field("override_reason", &T::override_reason)};
};
template <>
inline constexpr EventType kWireType<domain::AnswerApproved>{"issue.answer_approved", 1};
template <>
struct Fields<domain::NoticeIssued> {
  using T = domain::NoticeIssued;
  static constexpr auto list =
      std::tuple{field("number", &T::number), field("symbol", &T::symbol), field("date", &T::date),
                 field("signer", &T::signer), field("capacity", &T::capacity)};
};
template <>
inline constexpr EventType kWireType<domain::NoticeIssued>{"issue.notice_issued", 1};
template <>
struct Fields<domain::NoticeDelivered> {
  using T = domain::NoticeDelivered;
  static constexpr auto list =
      std::tuple{field("method", &T::method), added_later("proof", &T::proof),
                 field("absorbed", &T::absorbed)};
};
template <>
inline constexpr EventType kWireType<domain::NoticeDelivered>{"issue.notice_delivered", 1};
template <>
struct Fields<domain::NoticePosted> {
  using T = domain::NoticePosted;
  static constexpr auto list =
      std::tuple{field("place", &T::place), added_later("reference", &T::reference),
                 added_later("files", &T::files), added_later("absorbed", &T::absorbed)};
};
template <>
inline constexpr EventType kWireType<domain::NoticePosted>{"issue.notice_posted", 1};
template <>
struct Fields<domain::DeliveryFailed> {
  using T = domain::DeliveryFailed;
  static constexpr auto list = std::tuple{field("method", &T::method), field("reason", &T::reason),
                                          field("absorbed", &T::absorbed)};
};
template <>
inline constexpr EventType kWireType<domain::DeliveryFailed>{"issue.delivery_failed", 1};
template <>
struct Fields<domain::DeliveryGivenUp> {
  using T = domain::DeliveryGivenUp;
  static constexpr auto list =
      std::tuple{field("absorbed", &T::absorbed), field("reason", &T::reason)};
};
template <>
inline constexpr EventType kWireType<domain::DeliveryGivenUp>{"issue.delivery_given_up", 1};
template <>
struct Fields<domain::NoticeReplaced> {
  using T = domain::NoticeReplaced;
  static constexpr auto list = std::tuple{field("replaced_symbol", &T::replaced_symbol),
                                          field("number", &T::number),
                                          field("symbol", &T::symbol),
                                          field("date", &T::date),
                                          field("signer", &T::signer),
                                          field("capacity", &T::capacity),
                                          field("text", &T::text),
                                          field("reason", &T::reason)};
};
template <>
inline constexpr EventType kWireType<domain::NoticeReplaced>{"issue.notice_replaced", 1};
template <>
struct Fields<domain::NoticeCorrected> {
  using T = domain::NoticeCorrected;
  static constexpr auto list =
      std::tuple{field("document", &T::document), field("reason", &T::reason),
                 field("signer", &T::signer), field("capacity", &T::capacity)};
};
template <>
inline constexpr EventType kWireType<domain::NoticeCorrected>{"issue.notice_corrected", 1};
template <>
struct Fields<domain::NoticeRecalled> {
  using T = domain::NoticeRecalled;
  static constexpr auto list = std::tuple{field("symbol", &T::symbol), field("reason", &T::reason)};
};
template <>
inline constexpr EventType kWireType<domain::NoticeRecalled>{"issue.notice_recalled", 1};
template <>
struct Fields<domain::IssueClosed> {
  using T = domain::IssueClosed;
  static constexpr auto list =
      std::tuple{field("outcome", &T::outcome), field("ended_on", &T::ended_on)};
};
template <>
inline constexpr EventType kWireType<domain::IssueClosed>{"issue.closed", 1};
template <>
struct Fields<domain::FeedbackAsked> {
  using T = domain::FeedbackAsked;
  static constexpr auto list = std::tuple{field("channel", &T::channel)};
};
template <>
inline constexpr EventType kWireType<domain::FeedbackAsked>{"issue.feedback_asked", 1};
template <>
struct Fields<domain::FeedbackRecorded> {
  using T = domain::FeedbackRecorded;
  static constexpr auto list =
      std::tuple{field("verdict", &T::verdict), field("solved_in_reality", &T::solved_in_reality),
                 field("words", &T::words)};
};
template <>
inline constexpr EventType kWireType<domain::FeedbackRecorded>{"issue.feedback_recorded", 1};
template <>
struct Fields<domain::ReopenRequested> {
  using T = domain::ReopenRequested;
  static constexpr auto list =
      std::tuple{field("requester", &T::requester), field("reason", &T::reason)};
};
template <>
inline constexpr EventType kWireType<domain::ReopenRequested>{"issue.reopen_requested", 1};
template <>
struct Fields<domain::IssueReopened> {
  using T = domain::IssueReopened;
  static constexpr auto list = std::tuple{field("ordinal", &T::ordinal),
                                          field("reason", &T::reason),
                                          field("policy_version", &T::policy_version),
                                          field("calendar_version", &T::calendar_version),
                                          field("new_due", &T::new_due),
                                          field("term", &T::term),
                                          added_later("first_reply", &T::first_reply)};
};
template <>
inline constexpr EventType kWireType<domain::IssueReopened>{"issue.reopened", 1};
template <>
struct Fields<domain::ReopenDeclined> {
  using T = domain::ReopenDeclined;
  static constexpr auto list =
      std::tuple{field("reason", &T::reason), field("document", &T::document),
                 field("signer", &T::signer), field("capacity", &T::capacity)};
};
template <>
inline constexpr EventType kWireType<domain::ReopenDeclined>{"issue.reopen_declined", 1};

}  // namespace langnghe::codec
