#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <papers/book.hpp>
#include <papers/documents.hpp>

#include <domain/document_register.hpp>
#include <domain/issue_state.hpp>
#include <domain/issue_values.hpp>
#include <domain/time.hpp>

/// The ward's books: the lines of each, and the table they become.
namespace langnghe::papers {

/// The issuer of a book and the day that it shows.
struct BookHead {
  std::string issuer;
  domain::Date day{};
};

struct IssueLine {
  std::string code;
  std::string subject;
  std::string khom;
  std::string field;
  std::optional<domain::IssueType> type;
  domain::Date received{};
  std::string unit;
  std::optional<domain::Date> first_reply_due;
  std::optional<domain::Date> due;
  domain::IssuePhase phase{};
  bool overdue = false;
  std::optional<domain::Date> settled_on;
  std::optional<domain::Date> delivered_on;
};
/// The state of a matter in words: `đang giải quyết`.
[[nodiscard]] std::string phase_in_words(domain::IssuePhase phase);
[[nodiscard]] Book issue_book(const BookHead& head, const std::vector<IssueLine>& lines);

/// A line of the book of receptions (Circular 04/2021/TT-TTCP, form 03). No number of an identity
/// paper is kept, so none is here.
struct ReceptionLine {
  domain::Date received{};
  Person person;
  std::string subject;
  std::optional<domain::IssueType> type;
  bool group = false;          ///< five people or more
  std::string handled_before;  ///< who settled it before
  bool accepted = false;       ///< the ward's to settle
  std::string refused_for;
  std::string forwarded_to;
  std::string forwarded_by;  ///< number of the letter
  std::string result;        ///< symbol of the notice
  domain::IssuePhase phase{};
};
[[nodiscard]] Book reception_book(const BookHead& head, const std::vector<ReceptionLine>& lines);

struct RegisterLine {
  int number = 0;
  std::string symbol;
  domain::DocumentType type{};
  domain::Date date{};
  std::string taken_by;  ///< the stream; empty where it was voided
  bool voided = false;
  std::string reason;
};
[[nodiscard]] Book register_book(const BookHead& head, int year,
                                 const std::vector<RegisterLine>& lines);

struct CoverageLine {
  enum class Status { not_due, met, scheduled, open, missed, credited };
  std::string khom;
  int quarter = 0;
  int required = 0;
  int held = 0;
  int held_empty = 0;
  int planned = 0;
  Status status{};
};
[[nodiscard]] Book coverage_book(const BookHead& head, int year,
                                 const std::vector<CoverageLine>& lines);

/// The attendance of a dialogue: offices by name, residents as a number, which names nobody.
struct AttendanceLine {
  domain::Date on{};
  std::chrono::minutes start{};
  std::string khom;
  std::string chair;
  int residents = 0;
  std::vector<std::string> officials;
  std::vector<std::string> bodies;
  int opinions = 0;
  int issues = 0;
  std::string minutes;  ///< symbol
};
[[nodiscard]] Book attendance_book(const BookHead& head, int year,
                                   const std::vector<AttendanceLine>& lines);

struct PromiseLine {
  std::string issue;
  std::string khom;
  std::string what;
  std::string owner;
  domain::Date made_on{};
  domain::Date first_due{};
  domain::Date due{};
  int revisions = 0;
  domain::Commitment::Status status{};
  bool missed = false;
};
[[nodiscard]] Book promise_book(const BookHead& head, const std::vector<PromiseLine>& lines);

[[nodiscard]] Book figure_book(const BookHead& head, const domain::Period& period,
                               const std::vector<ReportFigure>& figures);

}  // namespace langnghe::papers
