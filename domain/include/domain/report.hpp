#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <domain/course.hpp>
#include <domain/document_register.hpp>
#include <domain/enum_text.hpp>
#include <domain/ids.hpp>
#include <domain/period.hpp>
#include <domain/signing.hpp>
#include <domain/time.hpp>

/// The stream `report-{family}-{period}`: a period's figures, frozen, signed, sent up.
namespace langnghe::domain {

struct FiguresFrozen {
  std::uint64_t ledger_size = 0;  ///< the figures follow from this many records
  int definition_version = 0;     ///< of the dictionary of figures
  std::string figures_hash;       ///< SHA-256 of the canonical figures, hex
  bool estimate = false;          ///< frozen before the period was over
  /// Of an estimate, the day it was measured on. Absent of whole figures, and of estimates of the
  /// first two dictionaries: measured at the end of the period's last day.
  std::optional<Date> measured_on{};
  bool operator==(const FiguresFrozen&) const = default;
};
struct ReportDrafted {
  std::string narrative;
  bool operator==(const ReportDrafted&) const = default;
};
struct ReportSigned {
  int number = 0;
  std::string symbol;
  Date date{};
  OfficialId signer;
  SigningCapacity capacity{};
  bool operator==(const ReportSigned&) const = default;
};
struct ReportSubmitted {
  std::string addressee;
  std::string through;
  std::string channel;
  bool operator==(const ReportSubmitted&) const = default;
};
struct ReportAcknowledged {
  std::string receipt;
  bool operator==(const ReportAcknowledged&) const = default;
};
/// The chair wants the narrative changed before signing.
struct ReportSentBack {
  std::string comments;
  bool operator==(const ReportSentBack&) const = default;
};
/// The body above does not take it as it is.
struct ReportReturned {
  std::string reason;
  bool operator==(const ReportReturned&) const = default;
};
/// One figure that later facts changed.
struct FigureDifference {
  std::string figure;  ///< its definition id
  std::string before;  ///< canonical value in the frozen figures
  std::string after;
  bool operator==(const FigureDifference&) const = default;
};
/// Later facts, told beside the frozen report and never in it (domain.md rule 12).
struct ReportSupplemented {
  int ordinal = 0;                ///< 1, 2, …
  std::uint64_t ledger_size = 0;  ///< the new figures follow from this many records
  int definition_version = 0;
  std::string figures_hash;
  std::vector<FigureDifference> differences;
  std::vector<std::uint64_t> positions;  ///< records since the last figures that bear on the period
  std::string reason;
  std::optional<Date> measured_on{};  ///< where the period was not over yet, as of frozen figures
  bool operator==(const ReportSupplemented&) const = default;
};
using ReportEvent =
    std::variant<FiguresFrozen, ReportDrafted, ReportSentBack, ReportSigned, ReportSubmitted,
                 ReportAcknowledged, ReportReturned, ReportSupplemented>;

struct ReportKey {
  PeriodFamily family{};
  std::string period;
  bool operator==(const ReportKey&) const = default;
};

struct FreezeFigures {
  static constexpr std::string_view kAct = "freeze";
  ReportKey report;
  std::uint64_t ledger_size = 0;
  int definition_version = 0;
  std::string figures_hash;
  bool estimate = false;  ///< required while the period is not over
  std::optional<Date> measured_on{};
};
struct DraftReport {
  static constexpr std::string_view kAct = "draft";
  ReportKey report;
  std::string narrative;
};
struct SignReport {
  static constexpr std::string_view kAct = "sign";
  ReportKey report;
  std::optional<int> number;
  OfficialId signer;
  SigningCapacity capacity{};
};
struct SubmitReport {
  static constexpr std::string_view kAct = "submit";
  ReportKey report;
  std::string channel;
};
struct AcknowledgeReport {
  static constexpr std::string_view kAct = "acknowledge";
  ReportKey report;
  std::string receipt;
};
struct SendBackReport {
  static constexpr std::string_view kAct = "send-back";
  ReportKey report;
  std::string comments;
};
struct ReturnReport {
  static constexpr std::string_view kAct = "return";
  ReportKey report;
  std::string reason;
};
struct SupplementReport {
  static constexpr std::string_view kAct = "supplement";
  ReportKey report;
  std::uint64_t ledger_size = 0;
  int definition_version = 0;
  std::string figures_hash;
  std::vector<FigureDifference> differences;
  std::vector<std::uint64_t> positions;
  std::string reason;
  std::optional<Date> measured_on{};
};
using ReportCommand = std::variant<FreezeFigures, DraftReport, SendBackReport, SignReport,
                                   SubmitReport, AcknowledgeReport, ReturnReport, SupplementReport>;

enum class ReportPhase {
  open,
  frozen,
  drafted,
  sent_back,
  signed_,
  submitted,
  acknowledged,
  returned,
};

template <>
struct EnumText<ReportPhase> {
  static constexpr std::array<std::pair<ReportPhase, std::string_view>, 8> kNames{
      {{ReportPhase::open, "open"},
       {ReportPhase::frozen, "frozen"},
       {ReportPhase::drafted, "drafted"},
       {ReportPhase::sent_back, "sent_back"},
       {ReportPhase::signed_, "signed"},
       {ReportPhase::submitted, "submitted"},
       {ReportPhase::acknowledged, "acknowledged"},
       {ReportPhase::returned, "returned"}}};
};

/// A report made of an estimate, as it stood when the figures of the whole period took its place.
struct EstimatedReport {
  FiguresFrozen frozen;
  std::string narrative;
  std::optional<ReportSigned> signature;
  std::optional<ReportSubmitted> submission;
  std::optional<ReportAcknowledged> acknowledgement;
  std::optional<ReportReturned> returned;
  std::vector<ReportSupplemented> supplements;
  bool operator==(const EstimatedReport&) const = default;
};

struct ReportState {
  ReportPhase phase = ReportPhase::open;
  std::optional<FiguresFrozen> frozen;
  std::string narrative;
  std::optional<ReportSigned> signature;
  std::optional<ReportSubmitted> submission;
  std::optional<ReportAcknowledged> acknowledgement;
  std::optional<ReportReturned> returned;
  std::vector<ReportSupplemented> supplements;
  std::vector<EstimatedReport> estimates;  ///< in their order; a report has one at most today
  Course act_course;
  bool operator==(const ReportState&) const = default;
};
void evolve(ReportState& state, const ReportEvent& event);

}  // namespace langnghe::domain
