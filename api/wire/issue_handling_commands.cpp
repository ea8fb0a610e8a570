#include <array>

#include <codec/fields/attachment.hpp>

#include "wire/issue_acts.hpp"

namespace langnghe::codec {

template <>
struct Fields<domain::AssignIssue> {
  using T = domain::AssignIssue;
  static constexpr auto list = std::tuple{field("assignee", &T::assignee), field("unit", &T::unit),
                                          field("internal_due", &T::internal_due)};
};
template <>
struct Fields<domain::AcceptAssignment> {
  static constexpr auto list = std::tuple{};
};
template <>
struct Fields<domain::ReturnIssue> {
  using T = domain::ReturnIssue;
  static constexpr auto list =
      std::tuple{field("reason", &T::reason), field_or_default("text", &T::text),
                 field_or_default("proposed_unit", &T::proposed_unit)};
};
template <>
struct Fields<domain::NoteProgress> {
  using T = domain::NoteProgress;
  static constexpr auto list =
      std::tuple{field("text", &T::text), field("visibility", &T::visibility),
                 field_or_default("files", &T::files)};
};
template <>
struct Fields<domain::RequestInformation> {
  using T = domain::RequestInformation;
  static constexpr auto list = std::tuple{field("from", &T::from), field("what", &T::what)};
};
template <>
struct Fields<domain::ReceiveInformation> {
  using T = domain::ReceiveInformation;
  static constexpr auto list =
      std::tuple{field("what", &T::what), field_or_default("files", &T::files)};
};
template <>
struct Fields<domain::PauseClock> {
  using T = domain::PauseClock;
  static constexpr auto list = std::tuple{field("ground", &T::ground), field("until", &T::until),
                                          field("reason", &T::reason)};
};
template <>
struct Fields<domain::ResumeClock> {
  static constexpr auto list = std::tuple{};
};
template <>
struct Fields<domain::RequestExtension> {
  using T = domain::RequestExtension;
  static constexpr auto list =
      std::tuple{field("days", &T::days, between(1, 3'660)), field("reason", &T::reason)};
};
template <>
struct Fields<domain::ApproveExtension> {
  using T = domain::ApproveExtension;
  static constexpr auto list =
      std::tuple{field_or_default("document", &T::document), field("signer", &T::signer),
                 field("capacity", &T::capacity)};
};
template <>
struct Fields<domain::RefuseExtension> {
  static constexpr auto list = std::tuple{field("reason", &domain::RefuseExtension::reason)};
};
template <>
struct Fields<domain::EscalateIssue> {
  using T = domain::EscalateIssue;
  static constexpr auto list =
      std::tuple{field("level", &T::level, between(1, 3)), field("reason", &T::reason)};
};
template <>
struct Fields<domain::InstructIssue> {
  using T = domain::InstructIssue;
  static constexpr auto list =
      std::tuple{field("text", &T::text), field("due", &T::due), field("owner", &T::owner),
                 field("commitment", &T::commitment)};
};

}  // namespace langnghe::codec

namespace langnghe::api::wire {
namespace {

using domain::IssueId;

constexpr std::array kActs{reader_of<domain::AssignIssue, IssueId>(),
                           reader_of<domain::AcceptAssignment, IssueId>(),
                           reader_of<domain::ReturnIssue, IssueId>(),
                           reader_of<domain::NoteProgress, IssueId>(),
                           reader_of<domain::RequestInformation, IssueId>(),
                           reader_of<domain::ReceiveInformation, IssueId>(),
                           reader_of<domain::PauseClock, IssueId>(),
                           reader_of<domain::ResumeClock, IssueId>(),
                           reader_of<domain::RequestExtension, IssueId>(),
                           reader_of<domain::ApproveExtension, IssueId>(),
                           reader_of<domain::RefuseExtension, IssueId>(),
                           reader_of<domain::EscalateIssue, IssueId>(),
                           reader_of<domain::InstructIssue, IssueId>()};

}  // namespace

std::span<const IssueAct> handling_acts() {
  return kActs;
}

}  // namespace langnghe::api::wire
