#include <array>

#include "wire/read_body.hpp"

namespace langnghe::codec {

template <>
struct Fields<domain::AnswerOnTheSpot> {
  using T = domain::AnswerOnTheSpot;
  static constexpr auto list =
      std::tuple{field("answer", &T::answer), field("answered_by", &T::answered_by),
                 field_or_default("accepted_by_resident", &T::accepted_by_resident)};
};
template <>
struct Fields<domain::NoteIssue> {
  static constexpr auto list = std::tuple{field("reason", &domain::NoteIssue::reason)};
};
template <>
struct Fields<domain::ClassifyIssue> {
  using T = domain::ClassifyIssue;
  static constexpr auto list = std::tuple{field("type", &T::type), field("field", &T::field),
                                          field("complexity", &T::complexity)};
};
template <>
struct Fields<domain::HandOverIssue> {
  using T = domain::HandOverIssue;
  static constexpr auto list = std::tuple{field("counter", &T::counter, between(1, 1'000)),
                                          field("paper_register_number", &T::paper_register_number),
                                          field("receiving_officer", &T::receiving_officer)};
};
template <>
struct Fields<domain::AssignIssue> {
  using T = domain::AssignIssue;
  static constexpr auto list =
      std::tuple{field("assignee", &T::assignee), field_or_default("unit", &T::unit),
                 field("internal_due", &T::internal_due)};
};
template <>
struct Fields<domain::AcceptAssignment> {
  static constexpr auto list = std::tuple{};
};
template <>
struct Fields<domain::NoteProgress> {
  using T = domain::NoteProgress;
  static constexpr auto list =
      std::tuple{field("text", &T::text), field("visibility", &T::visibility)};
};
template <>
struct Fields<domain::RequestExtension> {
  using T = domain::RequestExtension;
  static constexpr auto list =
      std::tuple{field("days", &T::days, between(1, 3'660)), field("reason", &T::reason)};
};
template <>
struct Fields<domain::ApproveExtension> {
  static constexpr auto list = std::tuple{};
};
template <>
struct Fields<domain::RefuseExtension> {
  static constexpr auto list = std::tuple{field("reason", &domain::RefuseExtension::reason)};
};
template <>
struct Fields<domain::ForwardIssue> {
  using T = domain::ForwardIssue;
  static constexpr auto list = std::tuple{
      field("body", &T::body), field_or_default("document", &T::document),
      field_or_default("asked", &T::asked), field_or_default("resident_told", &T::resident_told)};
};
template <>
struct Fields<domain::AcknowledgeForward> {
  using T = domain::AcknowledgeForward;
  static constexpr auto list = std::tuple{field_or_default("document", &T::document)};
};
template <>
struct Fields<domain::RecordExternalResult> {
  using T = domain::RecordExternalResult;
  static constexpr auto list =
      std::tuple{field_or_default("document", &T::document), field("summary", &T::summary)};
};
template <>
struct Fields<domain::TellExternalResult> {
  static constexpr auto list = std::tuple{field("method", &domain::TellExternalResult::method)};
};
template <>
struct Fields<domain::DraftAnswer> {
  using T = domain::DraftAnswer;
  static constexpr auto list = std::tuple{field("outcome", &T::outcome), field("text", &T::text),
                                          field("legal_basis", &T::legal_basis)};
};
template <>
struct Fields<domain::SendBackAnswer> {
  static constexpr auto list = std::tuple{field("comments", &domain::SendBackAnswer::comments)};
};
template <>
struct Fields<domain::ApproveAnswer> {
  using T = domain::ApproveAnswer;
  static constexpr auto list = std::tuple{field_or_default("override_reason", &T::override_reason)};
};
template <>
struct Fields<domain::IssueNotice> {
  using T = domain::IssueNotice;
  static constexpr auto list =
      std::tuple{field("number", &T::number, between(1, 1'000'000)), field("signer", &T::signer),
                 field("capacity", &T::capacity)};
};
template <>
struct Fields<domain::RecordDelivery> {
  static constexpr auto list = std::tuple{field("method", &domain::RecordDelivery::method)};
};
template <>
struct Fields<domain::CloseIssue> {
  static constexpr auto list = std::tuple{};
};
template <>
struct Fields<domain::AskFeedback> {
  static constexpr auto list = std::tuple{field("channel", &domain::AskFeedback::channel)};
};
template <>
struct Fields<domain::ReopenIssue> {
  static constexpr auto list = std::tuple{field("reason", &domain::ReopenIssue::reason)};
};
template <>
struct Fields<api::wire::FeedbackBody> {
  using T = api::wire::FeedbackBody;
  static constexpr auto list =
      std::tuple{field("verdict", &T::verdict), field("solved_in_reality", &T::solved_in_reality),
                 field("words", &T::words)};
};

}  // namespace langnghe::codec

namespace langnghe::api::wire {
namespace {

using domain::IssueId;

constexpr std::array kActs{reader_of<domain::AnswerOnTheSpot, IssueId>(),
                           reader_of<domain::NoteIssue, IssueId>(),
                           reader_of<domain::ClassifyIssue, IssueId>(),
                           reader_of<domain::HandOverIssue, IssueId>(),
                           reader_of<domain::AssignIssue, IssueId>(),
                           reader_of<domain::AcceptAssignment, IssueId>(),
                           reader_of<domain::NoteProgress, IssueId>(),
                           reader_of<domain::RequestExtension, IssueId>(),
                           reader_of<domain::ApproveExtension, IssueId>(),
                           reader_of<domain::RefuseExtension, IssueId>(),
                           reader_of<domain::ForwardIssue, IssueId>(),
                           reader_of<domain::AcknowledgeForward, IssueId>(),
                           reader_of<domain::RecordExternalResult, IssueId>(),
                           reader_of<domain::TellExternalResult, IssueId>(),
                           reader_of<domain::DraftAnswer, IssueId>(),
                           reader_of<domain::SendBackAnswer, IssueId>(),
                           reader_of<domain::ApproveAnswer, IssueId>(),
                           reader_of<domain::IssueNotice, IssueId>(),
                           reader_of<domain::RecordDelivery, IssueId>(),
                           reader_of<domain::CloseIssue, IssueId>(),
                           reader_of<domain::AskFeedback, IssueId>(),
                           reader_of<domain::ReopenIssue, IssueId>()};

}  // namespace

Read<domain::Command> read_issue_act(std::string_view act, const IssueId& issue,
                                     std::string_view body) {
  return read_with(kActs, act, issue, body);
}

Read<FeedbackBody> read_feedback(std::string_view body) {
  return read_body<FeedbackBody>(body);
}

}  // namespace langnghe::api::wire
