#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <domain/ids.hpp>
#include <domain/issue_values.hpp>
#include <domain/time.hpp>

/// Taking over a list of issues the ward kept elsewhere: all its rows in one commit, or none.
namespace langnghe::domain {

/// One row. What ended before it was taken over says when and how; its closing is recorded beside
/// it and counts on that day.
struct ImportedIssue {
  IssueId issue;
  std::string external_id;  ///< the row's identifier in the list it comes from
  int row = 0;              ///< the row's number in the list, as its sheet shows it
  KhomId khom;
  Date received{};
  std::string subject;
  FieldCode field;
  bool pressing = false;
  std::optional<Date> agreed_due;  ///< the list's own day for settling it; not before receipt
  std::optional<Date> ended_on;
  Outcome outcome = Outcome::done;  ///< of one that ended
};

/// A row of the same list that is in the ledger already is left out: the same file twice imports
/// once, a longer one adds its new rows.
struct ImportIssues {
  static constexpr std::string_view kAct = "import-issues";
  std::string source;     ///< the list's name, for example `so-tiep-dan-2020`
  std::string file_hash;  ///< SHA-256 of the file, 64 hex digits
  std::vector<ImportedIssue> issues;
};
using ImportCommand = std::variant<ImportIssues>;

}  // namespace langnghe::domain
