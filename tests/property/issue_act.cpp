#include <array>
#include <cstddef>

#include "property/story.hpp"

namespace langnghe::domain::spec {
namespace {

const OfficialId kOfficial{"o1"};

template <NamedEnum E>
E choose(std::uint8_t value) {
  const auto& names = EnumText<E>::kNames;
  return names[value % names.size()].first;
}

// What each act is given. An act that needs nothing but the issue has the first form.
template <class Act>
Act filled(const IssueId& issue, std::uint8_t) {
  return Act{issue};
}
template <>
AnswerOnTheSpot filled(const IssueId& issue, std::uint8_t value) {
  return {issue, "trả lời", kOfficial, value % 2 == 0};
}
template <>
NoteIssue filled(const IssueId& issue, std::uint8_t) {
  return {issue, "góp ý"};
}
template <>
ClassifyIssue filled(const IssueId& issue, std::uint8_t value) {
  return {issue, choose<IssueType>(value), {"ROADS"}, choose<Complexity>(value / 8)};
}
template <>
HandOverIssue filled(const IssueId& issue, std::uint8_t) {
  return {issue, 1, "01/KN", kOfficial};
}
template <>
AssignIssue filled(const IssueId& issue, std::uint8_t value) {
  return {issue, {"u" + std::to_string(value % 3 + 1)}, "Địa chính", std::nullopt};
}
template <>
NoteProgress filled(const IssueId& issue, std::uint8_t value) {
  return {issue, "đang làm", choose<NoteVisibility>(value)};
}
template <>
RequestExtension filled(const IssueId& issue, std::uint8_t value) {
  return {issue, value % 12, "chờ số liệu"};
}
template <>
RefuseExtension filled(const IssueId& issue, std::uint8_t) {
  return {issue, "không đủ lý do"};
}
template <>
ForwardIssue filled(const IssueId& issue, std::uint8_t value) {
  return {issue, "Điện lực", "15/UBND", "sửa đèn", value % 2 == 0};
}
template <>
AcknowledgeForward filled(const IssueId& issue, std::uint8_t) {
  return {issue, "88/ĐL"};
}
template <>
RecordExternalResult filled(const IssueId& issue, std::uint8_t) {
  return {issue, "90/ĐL", "đã thay bóng"};
}
template <>
TellExternalResult filled(const IssueId& issue, std::uint8_t value) {
  return {issue, choose<DeliveryMethod>(value)};
}
template <>
DraftAnswer filled(const IssueId& issue, std::uint8_t value) {
  return {issue, choose<Outcome>(value), "đã xong", "Luật 2013"};
}
template <>
SendBackAnswer filled(const IssueId& issue, std::uint8_t) {
  return {issue, "nêu rõ căn cứ"};
}
template <>
ApproveAnswer filled(const IssueId& issue, std::uint8_t value) {
  return {issue, value % 4 == 0 ? "đi vắng" : ""};
}
template <>
IssueNotice filled(const IssueId& issue, std::uint8_t value) {
  const std::optional<int> number = value % 3 == 0 ? std::optional(value % 7) : std::nullopt;
  return {issue, number, kOfficial, choose<SigningCapacity>(value)};
}
template <>
RecordDelivery filled(const IssueId& issue, std::uint8_t value) {
  return {issue, choose<DeliveryMethod>(value)};
}
template <>
AskFeedback filled(const IssueId& issue, std::uint8_t) {
  return {issue, "điện thoại"};
}
template <>
RecordFeedback filled(const IssueId& issue, std::uint8_t value) {
  return {issue, choose<Verdict>(value), std::nullopt, std::nullopt};
}
template <>
ReopenIssue filled(const IssueId& issue, std::uint8_t) {
  return {issue, "tái diễn"};
}

template <std::size_t kIndex>
bool fill_if_named(std::string_view name, const IssueId& issue, std::uint8_t value,
                   IssueCommand& command) {
  using Act = std::variant_alternative_t<kIndex, IssueCommand>;
  if (Act::kAct != name) {
    return false;
  }
  command = filled<Act>(issue, value);
  return true;
}

}  // namespace

IssueCommand issue_act(std::string_view name, const IssueId& issue, std::uint8_t value) {
  IssueCommand command = CloseIssue{issue};
  [&]<std::size_t... kIndex>(std::index_sequence<kIndex...>) {
    return (fill_if_named<kIndex>(name, issue, value, command) || ...);
  }(std::make_index_sequence<std::variant_size_v<IssueCommand>>());
  return command;
}

}  // namespace langnghe::domain::spec
