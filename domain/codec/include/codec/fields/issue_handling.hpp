#pragma once

#include <tuple>

#include <codec/fields.hpp>
#include <codec/fields/attachment.hpp>
#include <codec/fields/deadline.hpp>
#include <codec/wire_type.hpp>
#include <domain/issue_handling.hpp>

// Wire names of fields: what was ever stored under one keeps it. Include in .cpp files only.
namespace langnghe::codec {

template <>
struct Fields<domain::IssueAssigned> {
  using T = domain::IssueAssigned;
  static constexpr auto list = std::tuple{field("assignee", &T::assignee), field("unit", &T::unit),
                                          field("internal_due", &T::internal_due)};
};
template <>
inline constexpr EventType kWireType<domain::IssueAssigned>{"issue.assigned", 1};
template <>
struct Fields<domain::AssignmentAccepted> {
  static constexpr auto list = std::tuple{};
};
template <>
inline constexpr EventType kWireType<domain::AssignmentAccepted>{"issue.assignment_accepted", 1};
template <>
struct Fields<domain::IssueReturned> {
  using T = domain::IssueReturned;
  static constexpr auto list = std::tuple{field("reason", &T::reason), field("text", &T::text),
                                          field("proposed_unit", &T::proposed_unit)};
};
template <>
inline constexpr EventType kWireType<domain::IssueReturned>{"issue.returned", 1};
template <>
struct Fields<domain::ProgressNoted> {
  using T = domain::ProgressNoted;
  static constexpr auto list =
      std::tuple{field("text", &T::text), field("visibility", &T::visibility),
                 added_later("files", &T::files)};
};
template <>
inline constexpr EventType kWireType<domain::ProgressNoted>{"issue.progress_noted", 1};
template <>
struct Fields<domain::InformationRequested> {
  using T = domain::InformationRequested;
  static constexpr auto list = std::tuple{field("from", &T::from), field("what", &T::what)};
};
template <>
inline constexpr EventType kWireType<domain::InformationRequested>{"issue.information_requested",
                                                                   1};
template <>
struct Fields<domain::InformationReceived> {
  using T = domain::InformationReceived;
  static constexpr auto list = std::tuple{field("what", &T::what), field("files", &T::files)};
};
template <>
inline constexpr EventType kWireType<domain::InformationReceived>{"issue.information_received", 1};
template <>
struct Fields<domain::ClockPaused> {
  using T = domain::ClockPaused;
  static constexpr auto list =
      std::tuple{field("ground", &T::ground),   field("until", &T::until),
                 field("reason", &T::reason),   field("previous_due", &T::previous_due),
                 field("new_due", &T::new_due), field("calendar_version", &T::calendar_version)};
};
template <>
inline constexpr EventType kWireType<domain::ClockPaused>{"issue.clock_paused", 1};
template <>
struct Fields<domain::ClockResumed> {
  using T = domain::ClockResumed;
  static constexpr auto list =
      std::tuple{field("frozen_days", &T::frozen_days), field("previous_due", &T::previous_due),
                 field("new_due", &T::new_due), field("calendar_version", &T::calendar_version)};
};
template <>
inline constexpr EventType kWireType<domain::ClockResumed>{"issue.clock_resumed", 1};
template <>
struct Fields<domain::ExtensionRequested> {
  using T = domain::ExtensionRequested;
  static constexpr auto list =
      std::tuple{field("days", &T::days), field("reason", &T::reason), field("late", &T::late)};
};
template <>
inline constexpr EventType kWireType<domain::ExtensionRequested>{"issue.extension_requested", 1};
template <>
struct Fields<domain::ExtensionApproved> {
  using T = domain::ExtensionApproved;
  static constexpr auto list = std::tuple{field("ordinal", &T::ordinal),
                                          field("days", &T::days),
                                          field("previous_due", &T::previous_due),
                                          field("new_due", &T::new_due),
                                          field("calendar_version", &T::calendar_version),
                                          added_later("document", &T::document),
                                          field("signer", &T::signer),
                                          field("capacity", &T::capacity)};
};
template <>
inline constexpr EventType kWireType<domain::ExtensionApproved>{"issue.extension_approved", 1};
template <>
struct Fields<domain::ExtensionRefused> {
  using T = domain::ExtensionRefused;
  static constexpr auto list = std::tuple{field("reason", &T::reason)};
};
template <>
inline constexpr EventType kWireType<domain::ExtensionRefused>{"issue.extension_refused", 1};
template <>
struct Fields<domain::DeadlineApproaching> {
  using T = domain::DeadlineApproaching;
  static constexpr auto list = std::tuple{field("clock", &T::clock), field("due", &T::due),
                                          field("working_days_left", &T::working_days_left)};
};
template <>
inline constexpr EventType kWireType<domain::DeadlineApproaching>{"issue.deadline_approaching", 1};
template <>
struct Fields<domain::DeadlineBreached> {
  using T = domain::DeadlineBreached;
  static constexpr auto list = std::tuple{field("clock", &T::clock), field("due", &T::due)};
};
template <>
inline constexpr EventType kWireType<domain::DeadlineBreached>{"issue.deadline_breached", 1};
template <>
struct Fields<domain::BreachRetracted> {
  using T = domain::BreachRetracted;
  static constexpr auto list = std::tuple{field("clock", &T::clock), field("due", &T::due),
                                          field("replied_on", &T::replied_on)};
};
template <>
inline constexpr EventType kWireType<domain::BreachRetracted>{"issue.breach_retracted", 1};
template <>
struct Fields<domain::FirstReplyDueSet> {
  using T = domain::FirstReplyDueSet;
  static constexpr auto list =
      std::tuple{field("reason", &T::reason), field("previous_due", &T::previous_due),
                 field("first_reply", &T::first_reply)};
};
template <>
inline constexpr EventType kWireType<domain::FirstReplyDueSet>{"issue.first_reply_due_set", 1};
template <>
struct Fields<domain::DeadlineRecomputed> {
  using T = domain::DeadlineRecomputed;
  static constexpr auto list =
      std::tuple{field("reason", &T::reason),
                 field("policy_version", &T::policy_version),
                 field("previous_due", &T::previous_due),
                 field("new_due", &T::new_due),
                 field("calendar_version", &T::calendar_version),
                 field("previous_first_reply_due", &T::previous_first_reply_due),
                 field("new_first_reply_due", &T::new_first_reply_due),
                 field("provisional", &T::provisional),
                 field("term", &T::term),
                 added_later("first_reply_policy_version", &T::first_reply_policy_version)};
};
template <>
inline constexpr EventType kWireType<domain::DeadlineRecomputed>{"issue.deadline_recomputed", 1};
template <>
struct Fields<domain::IssueEscalated> {
  using T = domain::IssueEscalated;
  static constexpr auto list = std::tuple{field("level", &T::level), field("reason", &T::reason)};
};
template <>
inline constexpr EventType kWireType<domain::IssueEscalated>{"issue.escalated", 1};
template <>
struct Fields<domain::ChairInstructed> {
  using T = domain::ChairInstructed;
  static constexpr auto list = std::tuple{field("text", &T::text), field("due", &T::due)};
};
template <>
inline constexpr EventType kWireType<domain::ChairInstructed>{"issue.chair_instructed", 1};

}  // namespace langnghe::codec
