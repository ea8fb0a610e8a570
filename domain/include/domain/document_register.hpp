#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <domain/attachment.hpp>
#include <domain/course.hpp>
#include <domain/enum_text.hpp>
#include <domain/ids.hpp>
#include <domain/issue_values.hpp>
#include <domain/paper_kind.hpp>
#include <domain/time.hpp>
#include <domain/ward.hpp>

/// The stream `register-{year}`: document numbers, unique per agency and year, never reused and
/// never filled (Decree 30/2020 Art. 15). A number is written only beside the document that takes
/// it. What an issued paper was, byte for byte, and the signed file that came back stand here too.
namespace langnghe::domain {

/// Types of documents (Decree 30/2020, Annex III): plan, report, notice, minutes, invitation.
enum class DocumentType { plan, report, notice, minutes, invitation };

template <>
struct EnumText<DocumentType> {
  static constexpr std::array<std::pair<DocumentType, std::string_view>, 5> kNames{
      {{DocumentType::plan, "KH"},
       {DocumentType::report, "BC"},
       {DocumentType::notice, "TB"},
       {DocumentType::minutes, "BB"},
       {DocumentType::invitation, "GM"}}};
};

struct NumberTaken {
  int number = 0;
  DocumentType type{};
  std::string symbol;  ///< `12/TB-UBND`
  Date date{};
  StreamId taken_by;
  bool operator==(const NumberTaken&) const = default;
};
/// A number no document carries: spoiled, or given by mistake. It stays visible and is never
/// filled.
struct NumberVoided {
  int number = 0;
  DocumentType type{};
  std::string symbol;
  std::string reason;
  bool operator==(const NumberVoided&) const = default;
};
/// One document may take a number that is not the next of its series, or a day before the last
/// number's. An allowance nobody uses burns no number.
struct NumberAllowed {
  int number = 0;
  DocumentType type{};
  Date date{};  ///< the day the document bears
  std::string reason;
  bool operator==(const NumberAllowed&) const = default;
};
/// The counter of a complaint or denunciation that was handed over, unique in its series and year.
/// Nothing else of the matter is said here.
struct CounterTaken {
  IssueType series{};
  int counter = 0;
  bool operator==(const CounterTaken&) const = default;
};
/// A paper was issued with these bytes. They are those of the copy that names nobody: a hash of the
/// person's own copy would confirm a guess, and would outlive the erasure.
struct PaperRecorded {
  PaperKind kind{};
  StreamId of;                    ///< the issue, dialogue, plan or report
  std::string symbol;             ///< `12/TB-UBND`
  std::uint64_t ledger_size = 0;  ///< the paper follows from this many records
  std::string sha256;
  int template_version = 0;  ///< of the adopted template; 0: the shipped one
  std::string template_sha256;
  bool operator==(const PaperRecorded&) const = default;
};
/// A paper was signed in another system, and the signed file came back.
struct SignedFileRecorded {
  std::string symbol;
  StreamId of;  ///< what carries the number
  std::vector<Attachment> files;
  OfficialId signer;
  Date signed_on{};
  std::optional<std::chrono::minutes> signed_at;
  bool operator==(const SignedFileRecorded&) const = default;
};
using RegisterEvent = std::variant<NumberTaken, NumberVoided, NumberAllowed, CounterTaken,
                                   PaperRecorded, SignedFileRecorded>;

/// The next number of its series, and no other: one that a document carries stays, and a gap would
/// burn the numbers before it.
struct VoidNumber {
  static constexpr std::string_view kAct = "void-number";
  int year = 0;
  DocumentType type{};
  std::optional<int> number;  ///< absent: the next one
  std::string reason;
};
struct AllowNumber {
  static constexpr std::string_view kAct = "allow-number";
  int year = 0;
  DocumentType type{};
  int number = 0;
  Date date{};
  std::string reason;
};
/// The rim makes the paper and says what it was made of: `year` is that of the day it bears.
struct RecordPaper {
  static constexpr std::string_view kAct = "record-paper";
  int year = 0;
  PaperRecorded paper;
};
struct RecordSignedFile {
  static constexpr std::string_view kAct = "record-signed-file";
  int year = 0;
  std::string symbol;
  std::vector<Attachment> files;
  OfficialId signer;
  Date signed_on{};
  std::optional<std::chrono::minutes> signed_at;
};
using RegisterCommand = std::variant<VoidNumber, AllowNumber, RecordPaper, RecordSignedFile>;

struct RegisterState {
  std::map<DocumentType, std::set<int>> taken;  ///< voided ones too
  std::map<DocumentType, std::set<int>> voided;
  std::map<DocumentType, NumberTaken> latest;  ///< of the documents of a type, by their day
  std::vector<NumberAllowed> allowed;
  std::map<IssueType, std::set<int>> counters;
  std::map<std::string, StreamId> carried;  ///< symbol -> the stream that has it
  std::vector<PaperRecorded> papers;        ///< in the order of recording
  std::vector<SignedFileRecorded> signed_files;
  Course act_course;
  bool operator==(const RegisterState&) const = default;

  [[nodiscard]] bool is_taken(NumberingMode mode, DocumentType type, int number) const;
  [[nodiscard]] int next_free(NumberingMode mode, DocumentType type) const;  ///< highest + 1
  /// The document of the series with the latest day; nothing while it has none.
  [[nodiscard]] const NumberTaken* latest_of(NumberingMode mode, DocumentType type) const;
  [[nodiscard]] bool is_allowed(DocumentType type, int number, const Date& date) const;
  [[nodiscard]] int next_counter(IssueType series) const;
  /// The last record of the paper of that kind and number that was made of at most that many
  /// records of the ledger; null where there is none.
  [[nodiscard]] const PaperRecorded* paper(
      PaperKind kind, const StreamId& of, std::string_view symbol,
      std::uint64_t ledger_size = std::numeric_limits<std::uint64_t>::max()) const;
};
void evolve(RegisterState& state, const RegisterEvent& event);

/// `07/TB-UBND`: numbers below 10 get a leading zero.
[[nodiscard]] std::string document_symbol(int number, DocumentType type,
                                          std::string_view issuer_symbol);

/// `Tân Quy Đông, ngày 05 tháng 01 năm 2021`: leading zero for days below 10 and months 1 and 2.
[[nodiscard]] std::string date_line(std::string_view place, const Date& date);

}  // namespace langnghe::domain
