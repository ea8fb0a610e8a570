#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <papers/content.hpp>

#include <domain/issue_values.hpp>
#include <domain/period.hpp>
#include <domain/signing.hpp>
#include <domain/time.hpp>

/// The facts of each paper, and the words they become: Decree 30/2020/NĐ-CP. Whoever assembles the
/// facts decides which personal data are among them.
namespace langnghe::papers {

struct Signer {
  std::string name;
  domain::SigningCapacity capacity{};
  std::string position;  ///< as appointed: `Phó Chủ tịch Ủy ban nhân dân phường`
};

/// The head and the foot of a document.
struct Head {
  std::string issuer;         ///< `ỦY BAN NHÂN DÂN PHƯỜNG TÂN QUY ĐÔNG`
  std::string issuer_symbol;  ///< `UBND`
  std::string place;          ///< `Tân Quy Đông`
  std::string symbol;         ///< `12/TB-UBND`; empty while it has no number
  std::optional<domain::Date> date;
  std::optional<Signer> signer;
  domain::Date today{};                   ///< tells the legal bases where there is no date yet
  bool draft = false;                     ///< bears the mark of a draft
  std::vector<std::string> recipients{};  ///< Nơi nhận as adopted; empty: those of the paper itself
};

/// A person as the maker of the paper may see them.
struct Person {
  enum class As {
    named,
    nobody,     ///< not known, as in an imported list
    anonymous,  ///< gave no name
    withheld,   ///< not opened for this paper
    erased,     ///< the key is destroyed: the paper says so in the person's place
  };
  As as = As::nobody;
  std::string name;
  std::string address;  ///< may be empty
};

/// The matter that a paper is about.
struct Matter {
  std::optional<domain::IssueType> type;
  std::string subject;
  domain::Date received{};
  domain::IntakeChannel channel{};
  std::string khom;                         ///< its name: `Tân Mỹ`
  std::optional<domain::Date> dialogue_on;  ///< where it was raised at one
  Person person;
};

struct Promise {
  std::string what;
  std::string owner;
  domain::Date due{};
};

struct NoticeOfResult {
  Head head;
  Matter matter;
  std::string answer;
  std::string legal_basis;
  std::vector<Promise> promises;
  std::string replaced;  ///< symbol of the notice in whose place it comes; mostly empty
};
struct ExtensionNotice {
  Head head;
  Matter matter;
  domain::Date previous_due{};
  domain::Date new_due{};
  std::string reason;
};
struct ForwardingLetter {
  Head head;
  Matter matter;
  std::string body;
  std::string asked;
  std::string words;  ///< as said or written; empty where they were not opened
};
struct CorrectionLetter {
  Head head;
  Matter matter;
  std::string corrected;  ///< symbol of the notice
  std::optional<domain::Date> corrected_on;
  std::string correction;
};
/// To the body that a matter was forwarded to and that has not answered.
struct Reminder {
  Head head;
  Matter matter;
  std::string body;
  std::string document;  ///< of the forwarding
  domain::Date forwarded_on{};
  std::int64_t days = 0;  ///< since then
};
struct RefusalNotice {
  Head head;
  Matter matter;
  domain::RefusalGround ground{};
  std::string reason;
};
struct HandedIn {
  std::string what;
  domain::Date on{};
  std::size_t files = 0;
};
struct Receipt {
  Head head;
  Matter matter;
  std::vector<HandedIn> papers;
};
/// How a document went to somebody: names nobody, for who took it is sealed.
struct Handing {
  domain::Date on{};
  domain::DeliveryMethod method{};
  std::optional<domain::Acknowledgement> acknowledgement;
  std::string reference;
};
struct DeliveryRecord {
  Head head;
  Matter matter;
  std::string document;
  std::vector<Handing> handings;
};
struct PostingSlip {
  Head head;
  Matter matter;
  std::string document;  ///< symbol of what is posted
  std::string place;
  std::optional<domain::Date> on;
  std::string khom_head;
};
/// For the resident's hand: names nobody.
struct Slip {
  std::string issuer;
  std::string code;
  Matter matter;
  std::optional<domain::Date> first_reply_due;
  std::optional<domain::Date> due;
  std::uint64_t position = 0;
  std::string link;  ///< what the code to be scanned says
};

/// When and where a dialogue is.
struct Meeting {
  std::string khom;  ///< its name
  domain::Date date{};
  std::chrono::minutes start{};
  std::optional<std::chrono::minutes> end;
  std::string place;  ///< empty for a household whose address was not opened
  std::string chair;  ///< name and position
  std::string topics;
};
struct Invitation {
  Head head;
  Meeting meeting;
  std::vector<std::string> guests;
};
struct Programme {
  Head head;
  Meeting meeting;
};
/// For the khóm office: A3, read from across the room.
struct Poster {
  std::string issuer;
  std::string place;  ///< of the ward: `Tân Quy Đông`
  Meeting meeting;
};
/// An issue in a list of those taken away.
struct TakenAway {
  std::string subject;
  std::string unit;
  std::optional<domain::Date> due;
};
/// How an issue left its dialogue (domain.md rule 2).
struct SpokenIssue {
  enum class Left { taken_away, answered, noted };
  std::string subject;
  Left left{};
  std::string said;  ///< the answer, or why it was noted
};
struct SpokenOpinion {
  int order = 0;
  Person speaker;
  std::optional<std::string> words;  ///< absent where they were not opened
  std::vector<SpokenIssue> issues;
  std::optional<domain::ConfirmationMethod> confirmed;  ///< read back and confirmed
  std::string declined;                                 ///< why it was not; empty: it was not said
};
struct Addendum {
  domain::Date date{};
  std::string text;
};
struct RefusedSignature {
  std::string signer;
  std::string reason;
};
struct Minutes {
  Head head;
  Meeting meeting;
  std::string secretary;  ///< name; empty where nobody is known yet
  std::string chair_name;
  std::string officials;  ///< joined
  std::string bodies;     ///< joined
  int residents = 0;
  std::string presented;  ///< what was said of earlier results
  std::string skipped;    ///< why nothing was
  std::vector<SpokenOpinion> opinions;
  std::vector<TakenAway> taken_away;
  std::vector<Addendum> addenda;
  std::vector<RefusedSignature> refused;
  int issues = 0;
  int carried = 0;  ///< taken away to be settled
  int on_the_spot = 0;
  int noted = 0;
  int redirected = 0;
};
struct Conclusion {
  Head head;
  Meeting meeting;
  std::size_t opinions = 0;
  std::string text;
  std::vector<TakenAway> taken_away;
  std::vector<std::string> places;
};
struct PlanLine {
  std::string khom;
  std::array<int, 4> per_quarter{};
};
struct PlanPaper {
  Head head;
  int year = 0;
  std::string title;
  std::string legal_basis;
  std::vector<PlanLine> lines;
  int version = 1;
  std::vector<std::string> places;
};

/// The chair amends the plan.
struct PlanDecision {
  Head head;
  int year = 0;
  std::string plan;  ///< symbol of the plan
  std::optional<domain::Date> plan_on;
  std::string reason;
  int version = 2;
  std::vector<PlanLine> lines;
};

/// A figure as it was counted; the words are made here.
struct ReportFigure {
  enum class Kind { count, rate, average, days };
  std::string id;
  Kind kind{};
  std::int64_t value = 0;
  std::optional<std::int64_t> of;
};
struct ReportBalance {
  std::string name;
  std::int64_t carried_in = 0;
  std::int64_t fresh = 0;
  std::int64_t reopened = 0;
  std::int64_t ended = 0;
  std::int64_t voided = 0;
  std::int64_t carried_out = 0;
};
struct ReportPaper {
  Head head;
  std::string addressee;
  std::string through;  ///< the office that takes it in; may be empty
  domain::Period period;
  std::optional<domain::Date> estimated_on;  ///< figures of a period that is not over
  std::string narrative;
  ReportBalance balance;
  std::vector<ReportBalance> by_khom;
  std::vector<ReportBalance> by_field;
  std::vector<ReportBalance> by_type;
  std::vector<ReportFigure> figures;
  std::optional<std::uint64_t> frozen_at;  ///< ledger size; absent while not frozen
  std::string hash;
};

/// Absent: it was not counted then.
struct ChangedFigure {
  std::string id;
  std::optional<ReportFigure> before;
  std::optional<ReportFigure> after;
};
/// Of the whole ward, a khóm, a field or a type.
struct ChangedBalance {
  ReportBalance before;
  ReportBalance after;
};
struct SupplementReport {
  Head head;
  std::string addressee;
  std::string through;
  domain::Period period;
  std::string report;  ///< symbol of the report
  int ordinal = 1;
  std::string reason;
  std::vector<ChangedBalance> balances;
  std::vector<ChangedFigure> figures;
};

/// `Khóm Tân Mỹ`, of the name of a khóm or ấp.
[[nodiscard]] std::string khom_named(std::string_view name);
/// `Kiến nghị`; of no type, that it was not classified.
[[nodiscard]] std::string type_name(const std::optional<domain::IssueType>& type);

[[nodiscard]] Content content_of(const NoticeOfResult& paper);
[[nodiscard]] Content content_of(const ExtensionNotice& paper);
[[nodiscard]] Content content_of(const ForwardingLetter& paper);
[[nodiscard]] Content content_of(const CorrectionLetter& paper);
[[nodiscard]] Content content_of(const Reminder& paper);
[[nodiscard]] Content content_of(const RefusalNotice& paper);
[[nodiscard]] Content content_of(const Receipt& paper);
[[nodiscard]] Content content_of(const DeliveryRecord& paper);
[[nodiscard]] Content content_of(const PostingSlip& paper);
[[nodiscard]] Content content_of(const Slip& paper);
[[nodiscard]] Content content_of(const Invitation& paper);
[[nodiscard]] Content content_of(const Programme& paper);
[[nodiscard]] Content content_of(const Poster& paper);
[[nodiscard]] Content content_of(const Minutes& paper);
[[nodiscard]] Content content_of(const Conclusion& paper);
[[nodiscard]] Content content_of(const PlanPaper& paper);
[[nodiscard]] Content content_of(const PlanDecision& paper);
[[nodiscard]] Content content_of(const ReportPaper& paper);
[[nodiscard]] Content content_of(const SupplementReport& paper);

}  // namespace langnghe::papers
