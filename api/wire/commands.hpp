#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <domain/command.hpp>
#include <domain/time.hpp>

#include "problems/problem.hpp"
#include "shapes/saved_views.hpp"

/// Bodies of requests as typed values. Every field is checked, and all that is wrong is told at
/// once. An empty body is an empty object.
namespace langnghe::api::wire {

/// A body read as T, with the time at which the act took place where the body states one.
template <class T>
struct DatedBody {
  T what{};
  std::optional<domain::Happened> happened;
};
template <class T>
using Read = std::expected<DatedBody<T>, Problem>;

// Commands whose body is all they need. `act` is one the domain knows.
[[nodiscard]] Read<domain::Command> read_ward_act(std::string_view act, std::string_view body);
[[nodiscard]] Read<domain::Command> read_calendar_act(std::string_view act, std::string_view body);
[[nodiscard]] Read<domain::Command> read_policy_act(std::string_view act, std::string_view body);
[[nodiscard]] Read<domain::Command> read_plan_act(std::string_view act, int year,
                                                  std::string_view body);
[[nodiscard]] Read<domain::Command> read_dialogue_act(std::string_view act,
                                                      const domain::DialogueId& dialogue,
                                                      std::string_view body);
[[nodiscard]] Read<domain::Command> read_issue_act(std::string_view act,
                                                   const domain::IssueId& issue,
                                                   std::string_view body);
[[nodiscard]] Read<domain::Command> read_report_act(std::string_view act,
                                                    const domain::ReportKey& report,
                                                    std::string_view body);
[[nodiscard]] Read<domain::Command> read_register_act(std::string_view act, int year,
                                                      std::string_view body);
[[nodiscard]] Read<domain::Command> read_resident_act(std::string_view act,
                                                      const domain::ResidentId& resident,
                                                      std::string_view body);
[[nodiscard]] Read<domain::Command> read_supervision_act(std::string_view act,
                                                         std::string_view body);
[[nodiscard]] Read<domain::Command> read_user_act(std::string_view act, const domain::UserId& user,
                                                  std::string_view body);

// Bodies that hold plain personal data, or leave ids to the service.

struct VenueBody {
  domain::VenueKind kind{};
  std::string place;
  std::optional<std::string> host_address;
  std::optional<domain::ResidentId> host;
  std::optional<std::string> host_name;  ///< of a host the ward has not met before
  std::optional<std::string> host_phone;
};
struct ScheduleBody {
  std::optional<domain::DialogueId> dialogue;
  domain::ScheduleDialogue schedule;  ///< without its id and venue
  VenueBody venue;
};
[[nodiscard]] Read<ScheduleBody> read_schedule(std::string_view body);

struct RearrangeBody {
  domain::RearrangeDialogue rearrangement;  ///< without its id and venue
  std::optional<VenueBody> venue;
};
[[nodiscard]] Read<RearrangeBody> read_rearrangement(std::string_view body);

struct SpeakerBody {
  std::optional<domain::ResidentId> resident;
  std::optional<std::string> name;
  std::optional<std::string> phone;
  std::optional<std::string> address;
};
struct RaisedBody {
  std::optional<domain::IssueId> issue;
  std::string subject;
  domain::FieldCode field;
  bool pressing = false;
};
struct OpinionBody {
  std::optional<domain::OpinionId> opinion;
  std::string words;
  bool anonymous = false;
  std::optional<SpeakerBody> speaker;
  std::vector<RaisedBody> issues;
};
[[nodiscard]] Read<OpinionBody> read_opinion(std::string_view body);

struct RecordBody {
  domain::IntakeChannel channel{};
  domain::KhomId khom;
  domain::Date received{};
  std::string subject;
  domain::FieldCode field;
  bool pressing = false;
  std::optional<std::string> words;
  std::optional<SpeakerBody> speaker;
  std::optional<domain::ImportOrigin> origin;
};
[[nodiscard]] Read<RecordBody> read_record(std::string_view body);

struct ContactBody {
  std::optional<std::string> name;
  std::optional<std::string> phone;
  std::optional<std::string> address;
  std::string reason;
};
[[nodiscard]] Read<ContactBody> read_contact(std::string_view body);

struct RedirectBody {
  std::optional<domain::IssueId> issue;
  std::optional<int> counter;
  std::string paper_register_number;
  domain::OfficialId receiving_officer;
};
[[nodiscard]] Read<RedirectBody> read_redirect(std::string_view body);

struct FeedbackBody {
  domain::Verdict verdict{};
  std::optional<bool> solved_in_reality;
  std::optional<std::string> words;
};
[[nodiscard]] Read<FeedbackBody> read_feedback(std::string_view body);

/// The delivery of an answer to a person; the recipient is sealed under that person's key.
struct DeliveryBody {
  domain::DeliveryMethod method{};
  std::optional<std::string> recipient;
  std::optional<domain::Acknowledgement> acknowledgement;
  std::string refusal;
  std::string reference;
  std::vector<domain::Attachment> files;
  std::optional<domain::IssueId> absorbed;
};
[[nodiscard]] Read<DeliveryBody> read_delivery(std::string_view body);

struct FreezeBody {
  bool estimate = false;
};
[[nodiscard]] Read<FreezeBody> read_freeze(std::string_view body);

/// Read as it was typed: OpaqueString (RFC 8265), not the form of texts, is asked of it.
struct Secret {
  std::string typed;
};

struct SignInBody {
  domain::UserId user;
  Secret password;
  std::string code;  ///< of the second factor, where it is on
};
/// Blanks around the name are left out: keyboards of phones add one.
[[nodiscard]] std::expected<SignInBody, Problem> read_sign_in(std::string_view body);

struct PasswordBody {
  Secret password;
  std::optional<Secret> old_password;
};
[[nodiscard]] std::expected<PasswordBody, Problem> read_password(std::string_view body);

struct LinkBody {
  domain::UserId user;
  std::string code;
  Secret password;
};
[[nodiscard]] std::expected<LinkBody, Problem> read_link(std::string_view body);

/// Begins the second factor, of oneself.
struct OfferBody {
  Secret password;
};
[[nodiscard]] std::expected<OfferBody, Problem> read_offer(std::string_view body);

struct CodeBody {
  std::string code;
};
[[nodiscard]] std::expected<CodeBody, Problem> read_code(std::string_view body);

/// One's own by password and code; an administrator sends neither.
struct ProofBody {
  std::optional<Secret> password;
  std::optional<std::string> code;
};
[[nodiscard]] std::expected<ProofBody, Problem> read_proof(std::string_view body);

struct SavedViewBody {
  std::string name;
  shapes::ListPage page{};
  std::string query;
};
[[nodiscard]] std::expected<SavedViewBody, Problem> read_saved_view(std::string_view body);

struct NoMembers {};
/// Of acts that take no member at all: what is wrong with a body that has some.
[[nodiscard]] std::optional<Problem> read_nothing(std::string_view body);

}  // namespace langnghe::api::wire
