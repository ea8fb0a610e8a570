#include <array>

#include <codec/fields/attachment.hpp>

#include "wire/issue_acts.hpp"

namespace langnghe::codec {

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
struct Fields<api::wire::DeliveryBody> {
  using T = api::wire::DeliveryBody;
  static constexpr auto list = std::tuple{field("method", &T::method),
                                          field("recipient", &T::recipient),
                                          field("acknowledgement", &T::acknowledgement),
                                          field_or_default("refusal", &T::refusal),
                                          field_or_default("reference", &T::reference),
                                          field_or_default("files", &T::files),
                                          field("absorbed", &T::absorbed)};
};
template <>
struct Fields<domain::PostNotice> {
  using T = domain::PostNotice;
  static constexpr auto list =
      std::tuple{field("place", &T::place), field_or_default("reference", &T::reference),
                 field_or_default("files", &T::files), field_or_default("absorbed", &T::absorbed)};
};
template <>
struct Fields<domain::GiveUpDelivery> {
  using T = domain::GiveUpDelivery;
  static constexpr auto list =
      std::tuple{field("absorbed", &T::absorbed), field("reason", &T::reason)};
};
template <>
struct Fields<domain::RecordDeliveryFailure> {
  using T = domain::RecordDeliveryFailure;
  static constexpr auto list = std::tuple{field("method", &T::method), field("reason", &T::reason),
                                          field("absorbed", &T::absorbed)};
};
template <>
struct Fields<domain::ReplaceNotice> {
  using T = domain::ReplaceNotice;
  static constexpr auto list = std::tuple{
      field("number", &T::number, between(1, 1'000'000)), field("signer", &T::signer),
      field("capacity", &T::capacity), field("text", &T::text), field("reason", &T::reason)};
};
template <>
struct Fields<domain::CorrectNotice> {
  using T = domain::CorrectNotice;
  static constexpr auto list =
      std::tuple{field("document", &T::document), field("reason", &T::reason),
                 field("signer", &T::signer), field("capacity", &T::capacity)};
};
template <>
struct Fields<domain::RecallNotice> {
  using T = domain::RecallNotice;
  static constexpr auto list = std::tuple{field("reason", &T::reason)};
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
struct Fields<domain::RequestReopen> {
  using T = domain::RequestReopen;
  static constexpr auto list =
      std::tuple{field("requester", &T::requester), field("reason", &T::reason)};
};
template <>
struct Fields<domain::ReopenIssue> {
  static constexpr auto list = std::tuple{field("reason", &domain::ReopenIssue::reason)};
};
template <>
struct Fields<domain::DeclineReopen> {
  using T = domain::DeclineReopen;
  static constexpr auto list =
      std::tuple{field("reason", &T::reason), field("document", &T::document),
                 field("signer", &T::signer), field("capacity", &T::capacity)};
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

constexpr std::array kActs{reader_of<domain::DraftAnswer, IssueId>(),
                           reader_of<domain::SendBackAnswer, IssueId>(),
                           reader_of<domain::ApproveAnswer, IssueId>(),
                           reader_of<domain::IssueNotice, IssueId>(),
                           reader_of<domain::PostNotice, IssueId>(),
                           reader_of<domain::GiveUpDelivery, IssueId>(),
                           reader_of<domain::RecordDeliveryFailure, IssueId>(),
                           reader_of<domain::ReplaceNotice, IssueId>(),
                           reader_of<domain::CorrectNotice, IssueId>(),
                           reader_of<domain::RecallNotice, IssueId>(),
                           reader_of<domain::CloseIssue, IssueId>(),
                           reader_of<domain::AskFeedback, IssueId>(),
                           reader_of<domain::RequestReopen, IssueId>(),
                           reader_of<domain::ReopenIssue, IssueId>(),
                           reader_of<domain::DeclineReopen, IssueId>()};

}  // namespace

std::span<const IssueAct> answer_acts() {
  return kActs;
}

Read<FeedbackBody> read_feedback(std::string_view body) {
  return read_body<FeedbackBody>(body);
}

Read<DeliveryBody> read_delivery(std::string_view body) {
  auto told = read_body<DeliveryBody>(body);
  if (told) {
    if (auto wrong = check_files(told->what.files)) {
      return fail(*std::move(wrong));
    }
  }
  return told;
}

void describe_sealing_answers(Bodies& bodies) {
  using enum domain::Subject;
  describe_act<FeedbackBody>(issue, domain::RecordFeedback::kAct, bodies);
  describe_act<DeliveryBody>(issue, domain::RecordDelivery::kAct, bodies);
  describe_act<DeliveryBody>(issue, domain::TellExternalResult::kAct, bodies);
}

}  // namespace langnghe::api::wire
