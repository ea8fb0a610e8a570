#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <domain/attachment.hpp>
#include <domain/course.hpp>
#include <domain/deadline.hpp>
#include <domain/enum_text.hpp>
#include <domain/ids.hpp>
#include <domain/paper_kind.hpp>
#include <domain/signing.hpp>
#include <domain/time.hpp>

/// The stream `ward`: the tenant, its neighbourhoods, its office holders and where its reports go.
namespace langnghe::domain {

/// One series of document numbers for all types, or one per type (Decree 30/2020 Art. 15: the head
/// of the body chooses).
enum class NumberingMode { shared, per_type };

template <>
struct EnumText<NumberingMode> {
  static constexpr std::array<std::pair<NumberingMode, std::string_view>, 2> kNames{
      {{NumberingMode::shared, "shared"}, {NumberingMode::per_type, "per_type"}}};
};

// ---- events

struct WardEstablished {
  std::string name;           ///< `phường Tân Quy Đông`
  std::string place_name;     ///< as it stands before a date: `Tân Quy Đông`
  std::string issuer;         ///< `ỦY BAN NHÂN DÂN PHƯỜNG TÂN QUY ĐÔNG`
  std::string issuer_symbol;  ///< in document symbols: `UBND`
  std::string city;
  std::string province;
  bool operator==(const WardEstablished&) const = default;
};
struct KhomAdded {
  KhomId khom;
  std::string name;
  bool sample = false;  ///< the name is not verified; shown as a sample
  Date valid_from{};
  std::optional<std::string> taken_over_from;  ///< the ward it belonged to before a merger
  bool operator==(const KhomAdded&) const = default;
};
struct KhomRenamed {
  KhomId khom;
  std::string name;
  Date valid_from{};
  bool operator==(const KhomRenamed&) const = default;
};
struct KhomClosed {
  KhomId khom;
  Date last_day{};
  std::string reason;
  bool operator==(const KhomClosed&) const = default;
};
struct OfficialAppointed {
  OfficialId official;
  std::string name;
  std::string position;  ///< chức vụ
  std::string unit;
  Date valid_from{};
  std::optional<Office> office{};  ///< absent: the one the position names, `office_by_position`
  bool operator==(const OfficialAppointed&) const = default;
};
struct OfficialLeft {
  OfficialId official;
  Date last_day{};
  bool operator==(const OfficialLeft&) const = default;
};
struct ReportRouteAdopted {
  std::string addressee;  ///< `Ủy ban nhân dân thành phố Sa Đéc`
  std::string through;    ///< `Phòng Nội vụ thành phố`
  Date valid_from{};
  /// From the last day of a period to the day its report has to be sent by; absent: none was set.
  std::optional<Term> due_within{};
  bool operator==(const ReportRouteAdopted&) const = default;
};
struct NumberingAdopted {
  NumberingMode mode{};
  Date valid_from{};
  bool operator==(const NumberingAdopted&) const = default;
};
/// Several khóm become one from a day on; those merged end the day before.
struct KhomsMerged {
  std::vector<KhomId> from;
  KhomId into;
  std::string name;
  bool sample = false;
  Date valid_from{};
  std::string basis;  ///< the deciding document
  bool operator==(const KhomsMerged&) const = default;
};
/// The wording of a kind of document, as dated data. It is named by its type code: `TB`, `BC`, …
/// With a file it is the Word template of one paper.
struct TemplateAdopted {
  std::string type;
  int version = 0;  ///< 1, 2, … of this type, and of this paper
  Date valid_from{};
  std::string text;  ///< with `{place}` holders; may be empty beside a file
  std::string basis;
  std::optional<PaperKind> kind{};
  std::vector<Attachment> files{};  ///< one DOCX, or none
  bool operator==(const TemplateAdopted&) const = default;
};
/// Nơi nhận of a paper from a day on, as the ward has it: without dashes and semicolons.
struct RecipientsAdopted {
  PaperKind kind{};
  std::vector<std::string> recipients;
  Date valid_from{};
  std::string basis;
  bool operator==(const RecipientsAdopted&) const = default;
};
/// Somebody compared the machine's clock with another one: acts are taken again after the clock had
/// jumped, or stood too far from the newest record.
struct TimeConfirmed {
  Instant time{};  ///< what the machine's clock said
  std::string reason;
  bool operator==(const TimeConfirmed&) const = default;
};
/// The chair lets somebody sign certain kinds of documents for a time, in writing (Decree 30/2020
/// Art. 13). Who was delegated does not delegate on.
struct SigningDelegated {
  DelegationId delegation;
  OfficialId by;
  OfficialId to;
  SigningCapacity capacity{};          ///< KT, TL or TUQ
  std::vector<std::string> documents;  ///< of `kSignedDocuments`
  std::string document;                ///< number and symbol of the delegation itself
  Date date{};                         ///< the day it bears
  Date valid_from{};
  Date last_day{};
  bool operator==(const SigningDelegated&) const = default;
};
struct DelegationRevoked {
  DelegationId delegation;
  Date last_day{};  ///< on which it still allowed to sign
  std::string reason;
  bool operator==(const DelegationRevoked&) const = default;
};
using WardEvent =
    std::variant<WardEstablished, KhomAdded, KhomRenamed, KhomClosed, OfficialAppointed,
                 OfficialLeft, ReportRouteAdopted, NumberingAdopted, KhomsMerged, TemplateAdopted,
                 SigningDelegated, DelegationRevoked, TimeConfirmed, RecipientsAdopted>;

// ---- commands

struct EstablishWard {
  static constexpr std::string_view kAct = "establish";
  WardEstablished ward;
};
struct AddKhom {
  static constexpr std::string_view kAct = "add-khom";
  KhomAdded khom;
};
struct RenameKhom {
  static constexpr std::string_view kAct = "rename-khom";
  KhomRenamed khom;
};
struct CloseKhom {
  static constexpr std::string_view kAct = "close-khom";
  KhomClosed khom;
};
struct AppointOfficial {
  static constexpr std::string_view kAct = "appoint-official";
  OfficialAppointed official;
};
struct RecordOfficialLeft {
  static constexpr std::string_view kAct = "record-official-left";
  OfficialLeft official;
};
struct AdoptReportRoute {
  static constexpr std::string_view kAct = "adopt-report-route";
  ReportRouteAdopted route;
};
struct AdoptNumbering {
  static constexpr std::string_view kAct = "adopt-numbering";
  NumberingAdopted numbering;
};
struct MergeKhoms {
  static constexpr std::string_view kAct = "merge-khoms";
  KhomsMerged merger;
};
struct AdoptTemplate {
  static constexpr std::string_view kAct = "adopt-template";
  TemplateAdopted adopted;  ///< `version` is given by the stream
};
struct AdoptRecipients {
  static constexpr std::string_view kAct = "adopt-recipients";
  RecipientsAdopted adopted;
};
/// Refused where the time that is confirmed is not the machine's: more than five minutes apart.
struct ConfirmTime {
  static constexpr std::string_view kAct = "confirm-time";
  TimeConfirmed confirmed;
};
struct DelegateSigning {
  static constexpr std::string_view kAct = "delegate-signing";
  SigningDelegated delegation;
};
struct RevokeDelegation {
  static constexpr std::string_view kAct = "revoke-delegation";
  DelegationRevoked revocation;
};
using WardCommand =
    std::variant<EstablishWard, AddKhom, RenameKhom, CloseKhom, AppointOfficial, RecordOfficialLeft,
                 AdoptReportRoute, AdoptNumbering, MergeKhoms, AdoptTemplate, DelegateSigning,
                 RevokeDelegation, ConfirmTime, AdoptRecipients>;

// ---- state

struct Khom {
  KhomId id;
  std::vector<std::pair<Date, std::string>> names;  ///< each name with the day it began
  bool sample = false;
  Date valid_from{};
  std::optional<Date> last_day;
  std::optional<std::string> taken_over_from;
  std::vector<KhomId> merged_from;

  [[nodiscard]] bool valid_on(const Date& date) const;
  /// Is there a day of the span on which it was valid? Both ends included.
  [[nodiscard]] bool valid_within(const Date& from, const Date& to) const;
  [[nodiscard]] std::string name_on(const Date& date) const;
  bool operator==(const Khom&) const = default;
};

struct Official {
  OfficialId id;
  std::string name;
  std::string position;
  std::string unit;
  Date valid_from{};
  std::optional<Date> last_day;
  Office office = Office::other;
  [[nodiscard]] bool valid_on(const Date& date) const;
  bool operator==(const Official&) const = default;
};

struct Delegation {
  SigningDelegated given;
  std::optional<DelegationRevoked> revocation;
  /// Does it let somebody sign that kind of document on that day?
  [[nodiscard]] bool covers(const OfficialId& signer, std::string_view document,
                            const Date& date) const;
  bool operator==(const Delegation&) const = default;
};

struct WardState {
  bool exists = false;
  WardEstablished ward;
  std::map<KhomId, Khom> khoms;
  std::map<OfficialId, Official> officials;
  std::vector<ReportRouteAdopted> routes;  ///< in the order of adoption
  std::vector<NumberingAdopted> numberings;
  std::vector<TemplateAdopted> templates;
  std::vector<RecipientsAdopted> recipients;
  std::map<DelegationId, Delegation> delegations;
  Course act_course;
  bool operator==(const WardState&) const = default;

  [[nodiscard]] const Khom* find_khom(const KhomId& khom) const;
  /// The route with the latest `valid_from` not after the date.
  [[nodiscard]] const ReportRouteAdopted* route_on(const Date& date) const;
  /// The wording of a type of document that stands on that day.
  [[nodiscard]] const TemplateAdopted* template_on(std::string_view type, const Date& date) const;
  /// The Word template of a paper on that day; null: the shipped one.
  [[nodiscard]] const TemplateAdopted* template_of(PaperKind kind, const Date& date) const;
  /// Null: those that the paper has by itself.
  [[nodiscard]] const RecipientsAdopted* recipients_of(PaperKind kind, const Date& date) const;
  [[nodiscard]] NumberingMode numbering_on(const Date& date) const;  ///< shared by default
};

void evolve(WardState& state, const WardEvent& event);

}  // namespace langnghe::domain
