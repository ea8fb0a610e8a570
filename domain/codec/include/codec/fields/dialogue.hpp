#pragma once

#include <tuple>

#include <codec/fields.hpp>
#include <codec/fields/attachment.hpp>
#include <codec/fields/sealed.hpp>
#include <codec/wire_type.hpp>
#include <domain/dialogue.hpp>

// Wire names of fields: what was ever stored under one keeps it. Include in .cpp files only.
namespace langnghe::codec {

template <>
struct Fields<domain::Venue> {
  using T = domain::Venue;
  static constexpr auto list = std::tuple{field("kind", &T::kind), field("place", &T::place),
                                          field("host_address", &T::host_address)};
};
template <>
struct Fields<domain::DialogueScheduled> {
  using T = domain::DialogueScheduled;
  static constexpr auto list = std::tuple{field("khom", &T::khom),
                                          field("date", &T::date),
                                          field("start", &T::start),
                                          field("end", &T::end),
                                          field("venue", &T::venue),
                                          field("format", &T::format),
                                          field("chair", &T::chair),
                                          field("topics", &T::topics),
                                          field("outside_office_hours", &T::outside_office_hours),
                                          added_later("double_booked", &T::double_booked)};
};
template <>
inline constexpr EventType kWireType<domain::DialogueScheduled>{"dialogue.scheduled", 1};
template <>
struct Fields<domain::DialogueAnnounced> {
  using T = domain::DialogueAnnounced;
  static constexpr auto list =
      std::tuple{field("document", &T::document), field("channels", &T::channels),
                 field("days_before", &T::days_before), field("short_notice", &T::short_notice)};
};
template <>
inline constexpr EventType kWireType<domain::DialogueAnnounced>{"dialogue.announced", 1};
template <>
struct Fields<domain::DialogueOpened> {
  using T = domain::DialogueOpened;
  static constexpr auto list =
      std::tuple{field("start", &T::start), field("chaired_by", &T::chaired_by),
                 field("substitute", &T::substitute)};
};
template <>
inline constexpr EventType kWireType<domain::DialogueOpened>{"dialogue.opened", 1};
template <>
struct Fields<domain::AttendanceRecorded> {
  using T = domain::AttendanceRecorded;
  static constexpr auto list =
      std::tuple{field("residents", &T::residents, between(0, 1'000'000)),
                 field("officials", &T::officials), field("bodies", &T::bodies)};
};
template <>
inline constexpr EventType kWireType<domain::AttendanceRecorded>{"dialogue.attendance_recorded", 1};
template <>
struct Fields<domain::OpinionRecorded> {
  using T = domain::OpinionRecorded;
  static constexpr auto list = std::tuple{
      field("opinion", &T::opinion),     field("order", &T::order), field("resident", &T::resident),
      field("anonymous", &T::anonymous), field("words", &T::words), field("issues", &T::issues)};
};
template <>
inline constexpr EventType kWireType<domain::OpinionRecorded>{"dialogue.opinion_recorded", 1};
template <>
struct Fields<domain::DialogueClosed> {
  using T = domain::DialogueClosed;
  static constexpr auto list =
      std::tuple{field("end", &T::end), field("residents", &T::residents),
                 field("opinions", &T::opinions), field("issues", &T::issues)};
};
template <>
inline constexpr EventType kWireType<domain::DialogueClosed>{"dialogue.closed", 1};
template <>
struct Fields<domain::MinutesSigned> {
  using T = domain::MinutesSigned;
  static constexpr auto list = std::tuple{field("number", &T::number),
                                          field("symbol", &T::symbol),
                                          field("date", &T::date),
                                          field("signers", &T::signers),
                                          field("answered_on_the_spot", &T::answered_on_the_spot),
                                          field("noted", &T::noted),
                                          field("taken_away", &T::taken_away),
                                          field("redirected", &T::redirected),
                                          added_later("undecided", &T::undecided)};
};
template <>
inline constexpr EventType kWireType<domain::MinutesSigned>{"dialogue.minutes_signed", 1};
template <>
struct Fields<domain::ParticipantInvited> {
  using T = domain::ParticipantInvited;
  static constexpr auto list = std::tuple{field("participant", &T::participant),
                                          field("role", &T::role), field("required", &T::required)};
};
template <>
inline constexpr EventType kWireType<domain::ParticipantInvited>{"dialogue.participant_invited", 1};
template <>
struct Fields<domain::InvitationAnswered> {
  using T = domain::InvitationAnswered;
  static constexpr auto list = std::tuple{field("participant", &T::participant),
                                          field("coming", &T::coming), field("note", &T::note)};
};
template <>
inline constexpr EventType kWireType<domain::InvitationAnswered>{"dialogue.invitation_answered", 1};
template <>
struct Fields<domain::DialoguePostponed> {
  using T = domain::DialoguePostponed;
  static constexpr auto list = std::tuple{field("reason", &T::reason),
                                          field("previous_date", &T::previous_date),
                                          field("date", &T::date),
                                          field("start", &T::start),
                                          field("outside_office_hours", &T::outside_office_hours),
                                          added_later("double_booked", &T::double_booked)};
};
template <>
inline constexpr EventType kWireType<domain::DialoguePostponed>{"dialogue.postponed", 1};
template <>
struct Fields<domain::DialogueRearranged> {
  using T = domain::DialogueRearranged;
  static constexpr auto list = std::tuple{field("reason", &T::reason),
                                          field("khom", &T::khom),
                                          field("start", &T::start),
                                          field("end", &T::end),
                                          field("venue", &T::venue),
                                          field("chair", &T::chair),
                                          field("outside_office_hours", &T::outside_office_hours),
                                          field("announce_again", &T::announce_again),
                                          field("double_booked", &T::double_booked)};
};
template <>
inline constexpr EventType kWireType<domain::DialogueRearranged>{"dialogue.rearranged", 1};
template <>
struct Fields<domain::DialogueCancelled> {
  using T = domain::DialogueCancelled;
  static constexpr auto list = std::tuple{field("reason", &T::reason)};
};
template <>
inline constexpr EventType kWireType<domain::DialogueCancelled>{"dialogue.cancelled", 1};
template <>
struct Fields<domain::DialogueMissed> {
  using T = domain::DialogueMissed;
  static constexpr auto list = std::tuple{field("date", &T::date)};
};
template <>
inline constexpr EventType kWireType<domain::DialogueMissed>{"dialogue.missed", 1};
template <>
struct Fields<domain::DialogueMissRetracted> {
  using T = domain::DialogueMissRetracted;
  static constexpr auto list = std::tuple{field("date", &T::date)};
};
template <>
inline constexpr EventType kWireType<domain::DialogueMissRetracted>{"dialogue.miss_retracted", 1};
template <>
struct Fields<domain::PreviousResultsPresented> {
  using T = domain::PreviousResultsPresented;
  static constexpr auto list = std::tuple{field("issues", &T::issues), field("said", &T::said)};
};
template <>
inline constexpr EventType kWireType<domain::PreviousResultsPresented>{
    "dialogue.previous_results_presented", 1};
template <>
struct Fields<domain::PresentationSkipped> {
  using T = domain::PresentationSkipped;
  static constexpr auto list = std::tuple{field("reason", &T::reason)};
};
template <>
inline constexpr EventType kWireType<domain::PresentationSkipped>{"dialogue.presentation_skipped",
                                                                  1};
template <>
struct Fields<domain::OpinionConfirmed> {
  using T = domain::OpinionConfirmed;
  static constexpr auto list = std::tuple{field("opinion", &T::opinion),
                                          field("method", &T::method), field("files", &T::files)};
};
template <>
inline constexpr EventType kWireType<domain::OpinionConfirmed>{"dialogue.opinion_confirmed", 1};
template <>
struct Fields<domain::ConfirmationDeclined> {
  using T = domain::ConfirmationDeclined;
  static constexpr auto list =
      std::tuple{field("opinion", &T::opinion), field("reason", &T::reason)};
};
template <>
inline constexpr EventType kWireType<domain::ConfirmationDeclined>{"dialogue.confirmation_declined",
                                                                   1};
template <>
struct Fields<domain::SignatureRefused> {
  using T = domain::SignatureRefused;
  static constexpr auto list = std::tuple{field("signer", &T::signer), field("reason", &T::reason)};
};
template <>
inline constexpr EventType kWireType<domain::SignatureRefused>{"dialogue.signature_refused", 1};
template <>
struct Fields<domain::MinutesAddendumSigned> {
  using T = domain::MinutesAddendumSigned;
  static constexpr auto list = std::tuple{field("ordinal", &T::ordinal), field("text", &T::text),
                                          field("date", &T::date), field("signers", &T::signers)};
};
template <>
inline constexpr EventType kWireType<domain::MinutesAddendumSigned>{
    "dialogue.minutes_addendum_signed", 1};
template <>
struct Fields<domain::ConclusionPublished> {
  using T = domain::ConclusionPublished;
  static constexpr auto list = std::tuple{
      field("number", &T::number), field("symbol", &T::symbol), field("date", &T::date),
      field("signer", &T::signer), field("text", &T::text),     field("places", &T::places),
      field("due", &T::due),       field("late", &T::late),     field("capacity", &T::capacity)};
};
template <>
inline constexpr EventType kWireType<domain::ConclusionPublished>{"dialogue.conclusion_published",
                                                                  1};

}  // namespace langnghe::codec
