#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include <domain/decide.hpp>
#include <domain/permissions.hpp>

/// Private to the domain: what each stream's folder answers, and the checks they share.
namespace langnghe::domain {

// One triple per kind of stream: which streams a command reads (asked again after each load), which
// one it is about, and what it decides. Role, happened-in-the-future and khóm scope of an existing
// subject are checked once in decide.cpp before these are called.
[[nodiscard]] std::vector<StreamId> reads(const WardCommand&, const Context&, const World&);
[[nodiscard]] std::vector<StreamId> reads(const CalendarCommand&, const Context&, const World&);
[[nodiscard]] std::vector<StreamId> reads(const PolicyCommand&, const Context&, const World&);
[[nodiscard]] std::vector<StreamId> reads(const PlanCommand&, const Context&, const World&);
[[nodiscard]] std::vector<StreamId> reads(const DialogueCommand&, const Context&, const World&);
[[nodiscard]] std::vector<StreamId> reads(const IssueCommand&, const Context&, const World&);
[[nodiscard]] std::vector<StreamId> reads(const ImportCommand&, const Context&, const World&);
[[nodiscard]] std::vector<StreamId> reads(const ReportCommand&, const Context&, const World&);
[[nodiscard]] std::vector<StreamId> reads(const UserCommand&, const Context&, const World&);
[[nodiscard]] std::vector<StreamId> reads(const SupervisionCommand&, const Context&, const World&);
[[nodiscard]] std::vector<StreamId> reads(const ResidentCommand&, const Context&, const World&);
[[nodiscard]] std::vector<StreamId> reads(const RegisterCommand&, const Context&, const World&);

[[nodiscard]] StreamId subject(const WardCommand&);
[[nodiscard]] StreamId subject(const CalendarCommand&);
[[nodiscard]] StreamId subject(const PolicyCommand&);
[[nodiscard]] StreamId subject(const PlanCommand&);
[[nodiscard]] StreamId subject(const DialogueCommand&);
[[nodiscard]] StreamId subject(const IssueCommand&);
[[nodiscard]] StreamId subject(const ImportCommand&);
[[nodiscard]] StreamId subject(const ReportCommand&);
[[nodiscard]] StreamId subject(const UserCommand&);
[[nodiscard]] StreamId subject(const SupervisionCommand&);
[[nodiscard]] StreamId subject(const ResidentCommand&);
[[nodiscard]] StreamId subject(const RegisterCommand&);

/// The reason that the act cannot be done now, whatever its body says: what follows from the
/// streams, from who acts and from the day. Asked before `rule`, which may rely on it, and without
/// a body for the list of what is allowed (`why_not_now`).
[[nodiscard]] std::optional<Refusal> guard(const World&, const WardCommand&, const Context&);
[[nodiscard]] std::optional<Refusal> guard(const World&, const CalendarCommand&, const Context&);
[[nodiscard]] std::optional<Refusal> guard(const World&, const PolicyCommand&, const Context&);
[[nodiscard]] std::optional<Refusal> guard(const World&, const PlanCommand&, const Context&);
[[nodiscard]] std::optional<Refusal> guard(const World&, const DialogueCommand&, const Context&);
[[nodiscard]] std::optional<Refusal> guard(const World&, const IssueCommand&, const Context&);
[[nodiscard]] std::optional<Refusal> guard(const World&, const ImportCommand&, const Context&);
[[nodiscard]] std::optional<Refusal> guard(const World&, const ReportCommand&, const Context&);
[[nodiscard]] std::optional<Refusal> guard(const World&, const UserCommand&, const Context&);
[[nodiscard]] std::optional<Refusal> guard(const World&, const SupervisionCommand&, const Context&);
[[nodiscard]] std::optional<Refusal> guard(const World&, const ResidentCommand&, const Context&);
[[nodiscard]] std::optional<Refusal> guard(const World&, const RegisterCommand&, const Context&);

[[nodiscard]] Decision rule(const World&, const WardCommand&, const Context&);
[[nodiscard]] Decision rule(const World&, const CalendarCommand&, const Context&);
[[nodiscard]] Decision rule(const World&, const PolicyCommand&, const Context&);
[[nodiscard]] Decision rule(const World&, const PlanCommand&, const Context&);
[[nodiscard]] Decision rule(const World&, const DialogueCommand&, const Context&);
[[nodiscard]] Decision rule(const World&, const IssueCommand&, const Context&);
[[nodiscard]] Decision rule(const World&, const ImportCommand&, const Context&);
[[nodiscard]] Decision rule(const World&, const ReportCommand&, const Context&);
[[nodiscard]] Decision rule(const World&, const UserCommand&, const Context&);
[[nodiscard]] Decision rule(const World&, const SupervisionCommand&, const Context&);
[[nodiscard]] Decision rule(const World&, const ResidentCommand&, const Context&);
[[nodiscard]] Decision rule(const World&, const RegisterCommand&, const Context&);

/// Refused because of something the phase's name does not say, for example `answer_sent_back`.
[[nodiscard]] Refusal not_allowed_now(std::string_view act, std::string_view state);

// Shared checks; each answers the refusal, or nothing when all is well. Defined in rules.cpp.
[[nodiscard]] Refusal refuse(RefusalCode code, std::vector<Fact> facts = {});
[[nodiscard]] std::optional<Refusal> check_phase(Subject subject, std::string_view act,
                                                 std::string_view phase);
[[nodiscard]] std::optional<Refusal> check_not_blank(std::string_view field,
                                                     std::string_view value);
[[nodiscard]] std::optional<Refusal> check_khom(const WardState& ward, const KhomId& khom,
                                                const Date& on);
[[nodiscard]] std::optional<Refusal> check_official(const WardState& ward,
                                                    const OfficialId& official, const Date& on);
/// `happened_before_start` for an act dated before an act whose state it acts on.
[[nodiscard]] std::optional<Refusal> check_course(const World& world, const Command& command,
                                                  const Context& context);
/// The row of the table of permissions a command belongs to.
[[nodiscard]] Subject subject_kind(const Command& command);
/// May that official sign that kind of document on that day, and in what capacity? Without a wish
/// the one that the office or a delegation gives. Defined in signing.cpp.
[[nodiscard]] std::expected<SigningCapacity, Refusal> signing_capacity(
    const WardState& ward, const OfficialId& signer, std::optional<SigningCapacity> wanted,
    std::string_view document, const Date& on);
/// The same for a signature that may be left out.
[[nodiscard]] std::expected<std::optional<SigningCapacity>, Refusal> signing_capacity_if_signed(
    const WardState& ward, const std::optional<OfficialId>& signer,
    std::optional<SigningCapacity> wanted, std::string_view document, const Date& on);
/// The counter of a handed over complaint or denunciation: the one asked for if it is free.
[[nodiscard]] std::expected<int, Refusal> take_counter(const RegisterState& document_register,
                                                       IssueType series, std::optional<int> wanted,
                                                       int year);
/// A policy and a calendar were adopted.
[[nodiscard]] std::optional<Refusal> check_settings(const World& world);
[[nodiscard]] std::optional<Refusal> check_scope(const Actor& actor, const KhomId& khom);

/// The number a document gets: the next one of its series, on a day not before the last one's. Any
/// other only where an allowance says so.
struct TakenNumber {
  int number = 0;
  std::string symbol;
};
[[nodiscard]] std::expected<TakenNumber, Refusal> take_number(
    const WardState& ward, const RegisterState& document_register, DocumentType type,
    const Date& date, std::optional<int> wanted);

}  // namespace langnghe::domain
