#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <domain/issue_state.hpp>
#include <ledger/types.hpp>
#include <projections/projection.hpp>
#include <projections/views.hpp>

/// Every issue with its state, and the open ones by the day they are due.
namespace langnghe::projections::issues {

[[nodiscard]] Projection definition();

/// An interval in which somebody had the issue.
struct Holding {
  domain::UserId assignee;
  std::string unit;
  domain::Date from{};
  std::optional<domain::Date> accepted;
  std::optional<domain::Date> until;  ///< absent = has it still
  bool returned = false;              ///< given back to who assigned it
  bool operator==(const Holding&) const = default;
};

struct IssueRow {
  domain::IssueId id;
  eventstore::Version version;
  eventstore::Position last;  ///< of its newest event
  domain::IssueState state;
  std::vector<Holding> holdings;  ///< in order: who had it how long
  domain::Date phase_since{};     ///< the day of the act that brought it where it is
  domain::Date told_on{};         ///< the last day the resident heard something; else of receipt

  [[nodiscard]] bool open() const { return !domain::ending_of(state.phase); }
  /// Is the first reply or the resolution overdue on that day? Ended issues never are.
  [[nodiscard]] bool overdue_on(const domain::Date& today) const;
};

/// Both ends included; an absent one has no bound.
struct Days {
  std::optional<domain::Date> from{};
  std::optional<domain::Date> to{};
};

/// Every part that is given has to hold; of several values one. Empty = whatever it is.
struct Filter {
  std::optional<bool> open{};
  std::optional<bool> overdue{};    ///< as of `today`
  std::optional<bool> recurring{};  ///< linked as recurring to another
  std::vector<domain::IssueType> types{};
  std::vector<domain::IssuePhase> phases{};
  std::vector<domain::FieldCode> fields{};
  std::vector<domain::KhomId> khoms{};
  std::vector<domain::IntakeChannel> channels{};
  std::vector<domain::UserId> assignees{};
  std::vector<domain::DialogueId> dialogues{};
  std::vector<domain::Verdict> verdicts{};
  std::optional<std::string> unit{};  ///< of the assignee
  Days received{};
  Days due{};     ///< the day it is to be settled by; before that is known, of the first reply
  Days closed{};  ///< the day it ended, in whatever way
  std::optional<std::vector<domain::IssueId>> among{};  ///< only these, in the order of their names
  std::vector<domain::KhomId> scope{};                  ///< only these khóm; empty = all
  domain::Date today{};
};

/// Ends of ties: by id. Issues without a due date come after all others, in both directions.
struct Order {
  enum class By { due, received, changed };
  By by = By::due;
  bool descending = false;
};

/// The number of issues for each value that a part of the filter could have, while all its other
/// parts hold.
struct Counts {
  std::map<std::optional<domain::IssueType>, std::size_t> types;  ///< none = not classified
  std::map<domain::IssuePhase, std::size_t> phases;
  std::map<domain::FieldCode, std::size_t> fields;
  std::map<domain::KhomId, std::size_t> khoms;
  std::map<domain::IntakeChannel, std::size_t> channels;
};

struct Page {
  std::vector<IssueRow> rows;
  std::string next;       ///< where the next page begins; empty = this was the last
  std::size_t total = 0;  ///< of all pages
  std::optional<Counts> counts{};
};

/// The part of a list that is wanted.
struct Wanted {
  Order order{};
  std::string from{};  ///< a page's `next` in the same order; empty = the first
  std::size_t limit = 0;
  bool counts = false;
};

/// A page deep in the list costs what the first costs.
[[nodiscard]] Page find(const Snapshot& snapshot, const Filter& filter, const Wanted& wanted);
[[nodiscard]] std::optional<IssueRow> find_one(const Snapshot& snapshot, const domain::IssueId& id);

/// The number of times a subject field came up in a khóm, and how many of them were still open.
struct Recurrence {
  domain::KhomId khom;
  domain::FieldCode field;
  int issues = 0;     ///< received in the span
  int recurring = 0;  ///< of them linked as recurring to another
  int reopened = 0;   ///< of them opened again
  std::vector<domain::IssueId> ids;
};
/// Both ends included; by khóm, then field. What was voided is not counted.
[[nodiscard]] std::vector<Recurrence> recurrences(const Snapshot& snapshot,
                                                  const domain::Date& from, const domain::Date& to);

/// One entry of an issue's history: where its record lies. Includes the dialogue's own acts that
/// concern the issue (the opinion that raised it, the minutes that list it).
struct HistoryEntry {
  eventstore::Position position;
  std::string type;
  domain::Date happened{};
};
[[nodiscard]] std::vector<HistoryEntry> history(const Snapshot& snapshot,
                                                const domain::IssueId& id);

}  // namespace langnghe::projections::issues
