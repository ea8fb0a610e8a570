#pragma once

#include <array>
#include <string_view>
#include <utility>

#include <domain/enum_text.hpp>

/// The closed lists of values an issue's events speak in.
namespace langnghe::domain {

/// Classified by content, not by title (Circular 05/2021/TT-TTCP Art. 6).
enum class IssueType { opinion, petition, report, question, complaint, denunciation };

template <>
struct EnumText<IssueType> {
  static constexpr std::array<std::pair<IssueType, std::string_view>, 6> kNames{
      {{IssueType::opinion, "OPINION"},
       {IssueType::petition, "PETITION"},
       {IssueType::report, "REPORT"},
       {IssueType::question, "QUESTION"},
       {IssueType::complaint, "COMPLAINT"},
       {IssueType::denunciation, "DENUNCIATION"}}};
};

enum class Complexity { simple, complex };

template <>
struct EnumText<Complexity> {
  static constexpr std::array<std::pair<Complexity, std::string_view>, 2> kNames{
      {{Complexity::simple, "simple"}, {Complexity::complex, "complex"}}};
};

/// The outcome of a matter (reference/vietnam.md section 10.3).
enum class Outcome {
  done,
  warned,
  explained,
  not_found,
  planned_budget,
  other_body,
  ongoing,
};

template <>
struct EnumText<Outcome> {
  static constexpr std::array<std::pair<Outcome, std::string_view>, 7> kNames{
      {{Outcome::done, "DONE"},
       {Outcome::warned, "WARNED"},
       {Outcome::explained, "EXPLAINED"},
       {Outcome::not_found, "NOT_FOUND"},
       {Outcome::planned_budget, "PLANNED_BUDGET"},
       {Outcome::other_body, "OTHER_BODY"},
       {Outcome::ongoing, "ONGOING"}}};
};

enum class NoteVisibility { public_, internal };

template <>
struct EnumText<NoteVisibility> {
  static constexpr std::array<std::pair<NoteVisibility, std::string_view>, 2> kNames{
      {{NoteVisibility::public_, "public"}, {NoteVisibility::internal, "internal"}}};
};

enum class DeliveryMethod { in_person, post, message, khom_head, posted, read_at_dialogue };

template <>
struct EnumText<DeliveryMethod> {
  static constexpr std::array<std::pair<DeliveryMethod, std::string_view>, 6> kNames{
      {{DeliveryMethod::in_person, "in_person"},
       {DeliveryMethod::post, "post"},
       {DeliveryMethod::message, "message"},
       {DeliveryMethod::khom_head, "khom_head"},
       {DeliveryMethod::posted, "posted"},
       {DeliveryMethod::read_at_dialogue, "read_at_dialogue"}}};
};

/// The way in which the recipient acknowledged a document. A refusal to sign is recorded too.
enum class Acknowledgement { signature, fingerprint, electronic, refused };

template <>
struct EnumText<Acknowledgement> {
  static constexpr std::array<std::pair<Acknowledgement, std::string_view>, 4> kNames{
      {{Acknowledgement::signature, "signature"},
       {Acknowledgement::fingerprint, "fingerprint"},
       {Acknowledgement::electronic, "electronic"},
       {Acknowledgement::refused, "refused"}}};
};

/// A part of the proof of a delivery that a policy can ask for.
enum class ProofPart { recipient, acknowledgement, reference, files };

template <>
struct EnumText<ProofPart> {
  static constexpr std::array<std::pair<ProofPart, std::string_view>, 4> kNames{
      {{ProofPart::recipient, "recipient"},
       {ProofPart::acknowledgement, "acknowledgement"},
       {ProofPart::reference, "reference"},
       {ProofPart::files, "files"}}};
};

enum class Verdict { satisfied, partly, dissatisfied, no_answer, unreachable };

template <>
struct EnumText<Verdict> {
  static constexpr std::array<std::pair<Verdict, std::string_view>, 5> kNames{
      {{Verdict::satisfied, "satisfied"},
       {Verdict::partly, "partly"},
       {Verdict::dissatisfied, "dissatisfied"},
       {Verdict::no_answer, "no_answer"},
       {Verdict::unreachable, "unreachable"}}};
};

/// The way a matter reached the ward.
enum class IntakeChannel {
  dialogue,
  reception,
  letter,
  hotline,
  online,
  import_,
};

template <>
struct EnumText<IntakeChannel> {
  static constexpr std::array<std::pair<IntakeChannel, std::string_view>, 6> kNames{
      {{IntakeChannel::dialogue, "dialogue"},
       {IntakeChannel::reception, "reception"},
       {IntakeChannel::letter, "letter"},
       {IntakeChannel::hotline, "hotline"},
       {IntakeChannel::online, "online"},
       {IntakeChannel::import_, "import"}}};
};

/// The two clocks of an issue (domain.md rule 3).
enum class ClockKind {
  first_reply,
  resolution,
};

template <>
struct EnumText<ClockKind> {
  static constexpr std::array<std::pair<ClockKind, std::string_view>, 2> kNames{
      {{ClockKind::first_reply, "first_reply"}, {ClockKind::resolution, "resolution"}}};
};

/// The grounds on which the resolution clock may stand still.
enum class PauseGround {
  resident_must_supply,
  external_opinion,
  force_majeure,
};

template <>
struct EnumText<PauseGround> {
  static constexpr std::array<std::pair<PauseGround, std::string_view>, 3> kNames{
      {{PauseGround::resident_must_supply, "resident_must_supply"},
       {PauseGround::external_opinion, "external_opinion"},
       {PauseGround::force_majeure, "force_majeure"}}};
};

/// The reasons for which an official gives an issue back to who assigned it.
enum class ReturnReason {
  not_my_field,
  not_competent,
  needs_site_check,
  conflict_of_interest,
  overloaded,
  other,
};

template <>
struct EnumText<ReturnReason> {
  static constexpr std::array<std::pair<ReturnReason, std::string_view>, 6> kNames{
      {{ReturnReason::not_my_field, "not_my_field"},
       {ReturnReason::not_competent, "not_competent"},
       {ReturnReason::needs_site_check, "needs_site_check"},
       {ReturnReason::conflict_of_interest, "conflict_of_interest"},
       {ReturnReason::overloaded, "overloaded"},
       {ReturnReason::other, "other"}}};
};

/// The grounds on which a matter may be refused; "not ours" is none of them (domain.md rule 8).
/// Citizen Reception Law 2013 Art. 9, Circular 05/2021/TT-TTCP Art. 6.
enum class RefusalGround {
  already_finally_settled,
  no_content,
  not_a_matter_of_fact,
  abusive,
  under_court,
  same_matter_pending,
};

template <>
struct EnumText<RefusalGround> {
  static constexpr std::array<std::pair<RefusalGround, std::string_view>, 6> kNames{
      {{RefusalGround::already_finally_settled, "already_finally_settled"},
       {RefusalGround::no_content, "no_content"},
       {RefusalGround::not_a_matter_of_fact, "not_a_matter_of_fact"},
       {RefusalGround::abusive, "abusive"},
       {RefusalGround::under_court, "under_court"},
       {RefusalGround::same_matter_pending, "same_matter_pending"}}};
};

/// The relation of two issues.
enum class LinkKind {
  related,
  recurring,
};

template <>
struct EnumText<LinkKind> {
  static constexpr std::array<std::pair<LinkKind, std::string_view>, 2> kNames{
      {{LinkKind::related, "related"}, {LinkKind::recurring, "recurring"}}};
};

/// The fields of an issue's record that can be corrected; the first entry stays in its event.
enum class CorrectedField {
  subject,
  field,
  khom,
  pressing,
};

template <>
struct EnumText<CorrectedField> {
  static constexpr std::array<std::pair<CorrectedField, std::string_view>, 4> kNames{
      {{CorrectedField::subject, "subject"},
       {CorrectedField::field, "field"},
       {CorrectedField::khom, "khom"},
       {CorrectedField::pressing, "pressing"}}};
};

/// A withdrawal is an act of the resident: silence, absence or no contact is none (rule 9).
enum class WithdrawalForm {
  signed_,
  fingerprint,
  electronic,
};

template <>
struct EnumText<WithdrawalForm> {
  static constexpr std::array<std::pair<WithdrawalForm, std::string_view>, 3> kNames{
      {{WithdrawalForm::signed_, "signed"},
       {WithdrawalForm::fingerprint, "fingerprint"},
       {WithdrawalForm::electronic, "electronic"}}};
};

/// The way in which a speaker confirmed the written record of an opinion.
enum class ConfirmationMethod {
  signature,
  fingerprint,
  spoken,
};

template <>
struct EnumText<ConfirmationMethod> {
  static constexpr std::array<std::pair<ConfirmationMethod, std::string_view>, 3> kNames{
      {{ConfirmationMethod::signature, "signature"},
       {ConfirmationMethod::fingerprint, "fingerprint"},
       {ConfirmationMethod::spoken, "spoken"}}};
};

/// The person who asks for an issue to be opened again.
enum class Requester {
  resident,
  khom_head,
  supervisor,
};

template <>
struct EnumText<Requester> {
  static constexpr std::array<std::pair<Requester, std::string_view>, 3> kNames{
      {{Requester::resident, "resident"},
       {Requester::khom_head, "khom_head"},
       {Requester::supervisor, "supervisor"}}};
};

}  // namespace langnghe::domain
