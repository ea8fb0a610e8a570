#include <array>

#include <codec/fields/attachment.hpp>
#include <codec/fields/dialogue.hpp>

#include "wire/read_body.hpp"
#include "wire/speaker_fields.hpp"

namespace langnghe::codec {

template <>
struct Fields<domain::AnnounceDialogue> {
  using T = domain::AnnounceDialogue;
  static constexpr auto list =
      std::tuple{field_or_default("document", &T::document), field("channels", &T::channels)};
};
template <>
struct Fields<domain::OpenDialogue> {
  using T = domain::OpenDialogue;
  static constexpr auto list =
      std::tuple{field("start", &T::start), field("chaired_by", &T::chaired_by)};
};
template <>
struct Fields<domain::RecordAttendance> {
  static constexpr auto list = std::tuple{flattened(&domain::RecordAttendance::attendance)};
};
template <>
struct Fields<domain::CloseDialogue> {
  static constexpr auto list = std::tuple{field("end", &domain::CloseDialogue::end)};
};
template <>
struct Fields<domain::SignMinutes> {
  using T = domain::SignMinutes;
  static constexpr auto list =
      std::tuple{field("number", &T::number, between(1, 1'000'000)), field("signers", &T::signers),
                 field_or_default("taken_away", &T::taken_away)};
};
template <>
struct Fields<domain::InviteParticipant> {
  using T = domain::InviteParticipant;
  static constexpr auto list =
      std::tuple{field("participant", &T::participant), field("role", &T::role),
                 field_or_default("required", &T::required)};
};
template <>
struct Fields<domain::AnswerInvitation> {
  using T = domain::AnswerInvitation;
  static constexpr auto list =
      std::tuple{field("participant", &T::participant), field("coming", &T::coming),
                 field_or_default("note", &T::note)};
};
template <>
struct Fields<domain::PostponeDialogue> {
  using T = domain::PostponeDialogue;
  static constexpr auto list =
      std::tuple{field("reason", &T::reason), field("date", &T::date), field("start", &T::start),
                 field_or_default("double_booking", &T::double_booking)};
};
template <>
struct Fields<domain::CancelDialogue> {
  using T = domain::CancelDialogue;
  static constexpr auto list = std::tuple{field("reason", &T::reason)};
};
template <>
struct Fields<domain::PresentPreviousResults> {
  using T = domain::PresentPreviousResults;
  static constexpr auto list = std::tuple{field("issues", &T::issues), field("said", &T::said)};
};
template <>
struct Fields<domain::SkipPresentation> {
  using T = domain::SkipPresentation;
  static constexpr auto list = std::tuple{field("reason", &T::reason)};
};
template <>
struct Fields<domain::ConfirmOpinion> {
  using T = domain::ConfirmOpinion;
  static constexpr auto list =
      std::tuple{field("opinion", &T::opinion), field("method", &T::method),
                 field_or_default("files", &T::files)};
};
template <>
struct Fields<domain::DeclineConfirmation> {
  using T = domain::DeclineConfirmation;
  static constexpr auto list =
      std::tuple{field("opinion", &T::opinion), field("reason", &T::reason)};
};
template <>
struct Fields<domain::RefuseSignature> {
  using T = domain::RefuseSignature;
  static constexpr auto list = std::tuple{field("signer", &T::signer), field("reason", &T::reason)};
};
template <>
struct Fields<domain::SignAddendum> {
  using T = domain::SignAddendum;
  static constexpr auto list = std::tuple{field("text", &T::text), field("signers", &T::signers)};
};
template <>
struct Fields<domain::PublishConclusion> {
  using T = domain::PublishConclusion;
  static constexpr auto list = std::tuple{
      field("number", &T::number, between(1, 1'000'000)), field("signer", &T::signer),
      field("text", &T::text), field("places", &T::places), field("capacity", &T::capacity)};
};

template <>
struct Fields<api::wire::VenueBody> {
  using T = api::wire::VenueBody;
  static constexpr std::string_view name = "Venue";
  static constexpr auto list = std::tuple{field("kind", &T::kind),
                                          field_or_default("place", &T::place),
                                          field("host_address", &T::host_address),
                                          field("host", &T::host),
                                          field("host_name", &T::host_name),
                                          field("host_phone", &T::host_phone)};
};
template <>
struct Fields<domain::ScheduleDialogue> {
  using T = domain::ScheduleDialogue;
  static constexpr auto list = std::tuple{field("khom", &T::khom),
                                          field("date", &T::date),
                                          field("start", &T::start),
                                          field("end", &T::end),
                                          field("format", &T::format),
                                          field("chair", &T::chair),
                                          field_or_default("topics", &T::topics),
                                          field_or_default("double_booking", &T::double_booking)};
};
template <>
struct Fields<api::wire::ScheduleBody> {
  using T = api::wire::ScheduleBody;
  static constexpr auto list = std::tuple{field("dialogue", &T::dialogue), flattened(&T::schedule),
                                          field("venue", &T::venue)};
};
template <>
struct Fields<domain::RearrangeDialogue> {
  using T = domain::RearrangeDialogue;
  static constexpr auto list = std::tuple{
      field("reason", &T::reason), field("khom", &T::khom),
      field("start", &T::start),   field("end", &T::end),
      field("chair", &T::chair),   field_or_default("double_booking", &T::double_booking)};
};
template <>
struct Fields<api::wire::RearrangeBody> {
  using T = api::wire::RearrangeBody;
  static constexpr auto list = std::tuple{flattened(&T::rearrangement), field("venue", &T::venue)};
};
template <>
struct Fields<api::wire::RaisedBody> {
  using T = api::wire::RaisedBody;
  static constexpr std::string_view name = "RaisedIssue";
  static constexpr auto list =
      std::tuple{field("issue", &T::issue), field("subject", &T::subject),
                 field("field", &T::field), field_or_default("pressing", &T::pressing)};
};
template <>
struct Fields<api::wire::OpinionBody> {
  using T = api::wire::OpinionBody;
  static constexpr auto list =
      std::tuple{field("opinion", &T::opinion), field("words", &T::words),
                 field_or_default("anonymous", &T::anonymous), field("speaker", &T::speaker),
                 field("issues", &T::issues)};
};
template <>
struct Fields<api::wire::RedirectBody> {
  using T = api::wire::RedirectBody;
  static constexpr auto list =
      std::tuple{field("issue", &T::issue), field("counter", &T::counter, between(1, 1'000)),
                 field("paper_register_number", &T::paper_register_number),
                 field("receiving_officer", &T::receiving_officer)};
};

}  // namespace langnghe::codec

namespace langnghe::api::wire {
namespace {

using domain::DialogueId;

constexpr std::array kActs{reader_of<domain::AnnounceDialogue, DialogueId>(),
                           reader_of<domain::InviteParticipant, DialogueId>(),
                           reader_of<domain::AnswerInvitation, DialogueId>(),
                           reader_of<domain::PostponeDialogue, DialogueId>(),
                           reader_of<domain::CancelDialogue, DialogueId>(),
                           reader_of<domain::OpenDialogue, DialogueId>(),
                           reader_of<domain::RecordAttendance, DialogueId>(),
                           reader_of<domain::PresentPreviousResults, DialogueId>(),
                           reader_of<domain::SkipPresentation, DialogueId>(),
                           reader_of<domain::ConfirmOpinion, DialogueId>(),
                           reader_of<domain::DeclineConfirmation, DialogueId>(),
                           reader_of<domain::CloseDialogue, DialogueId>(),
                           reader_of<domain::SignMinutes, DialogueId>(),
                           reader_of<domain::RefuseSignature, DialogueId>(),
                           reader_of<domain::SignAddendum, DialogueId>(),
                           reader_of<domain::PublishConclusion, DialogueId>()};

}  // namespace

Read<domain::Command> read_dialogue_act(std::string_view act, const DialogueId& dialogue,
                                        std::string_view body) {
  return read_with<DialogueId>(kActs, act, dialogue, body);
}

Read<ScheduleBody> read_schedule(std::string_view body) {
  return read_body<ScheduleBody>(body);
}
Read<RearrangeBody> read_rearrangement(std::string_view body) {
  return read_body<RearrangeBody>(body);
}
Read<OpinionBody> read_opinion(std::string_view body) {
  return read_body<OpinionBody>(body);
}
Read<RedirectBody> read_redirect(std::string_view body) {
  return read_body<RedirectBody>(body);
}

void describe_dialogue_bodies(Bodies& bodies) {
  using enum domain::Subject;
  describe_acts<DialogueId>(kActs, dialogue, bodies);
  describe_act<ScheduleBody>(dialogue, domain::ScheduleDialogue::kAct, bodies);
  describe_act<RearrangeBody>(dialogue, domain::RearrangeDialogue::kAct, bodies);
  describe_act<OpinionBody>(dialogue, domain::RecordOpinion::kAct, bodies);
  describe_act<RedirectBody>(dialogue, domain::RedirectDenunciation::kAct, bodies);
}

}  // namespace langnghe::api::wire
