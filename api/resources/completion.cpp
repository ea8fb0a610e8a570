#include "resources/completion.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>

#include <ledger/limits.hpp>
#include <projections/clock.hpp>
#include <projections/dialogues.hpp>
#include <projections/residents.hpp>

#include "bytes/digest.hpp"
#include "call/path_values.hpp"
#include "resources/assignees.hpp"
#include "resources/supplementing.hpp"

namespace langnghe::api::resources {
namespace {

using Completed = std::expected<void, Problem>;

/// A commit may expect so many streams; an issue left out here is recomputed by the clock.
constexpr std::size_t kOpenIssuesMax = eventstore::kExpectationsPerCommitMax - 16;

class Completion {
 public:
  Completion(const Call& call, const Intake& intake) : call_(call), intake_(intake) {}

  template <class CommandOfOne>
  Completed operator()(CommandOfOne& /*complete already*/) const {
    return {};
  }
  template <class... Of>
  Completed operator()(std::variant<Of...>& commands) const {
    return std::visit(*this, commands);
  }

  // ---- ids

  Completed operator()(domain::SplitIssue& command) const {
    for (std::size_t i = 0; i < command.parts.size(); ++i) {
      name(command.parts[i].issue, "part " + std::to_string(i));
    }
    return {};
  }
  Completed operator()(domain::MakeCommitment& command) const {
    name(command.commitment, "commitment");
    return {};
  }
  /// An instruction with an owner and a day is a promise too, and a promise has an id.
  Completed operator()(domain::InstructIssue& command) const {
    if (command.owner && command.due && !command.commitment) {
      name(command.commitment.emplace(), "commitment");
    }
    return {};
  }
  Completed operator()(domain::MakeRecommendation& command) const {
    name(command.recommendation, "recommendation");
    return {};
  }
  Completed operator()(domain::RegisterTakedown& command) const {
    name(command.takedown, "takedown");
    return {};
  }

  /// The same row of the same list is the same issue, as `langnghe import` has it.
  Completed operator()(domain::ImportIssues& command) const {
    constexpr std::size_t kHashLetters = 20;
    for (auto& row : command.issues) {
      if (row.issue.empty()) {
        const auto hash = sha256_hex(command.source + '\n' + row.external_id);
        row.issue.value = "imp-" + hash.substr(0, kHashLetters);
      }
    }
    return {};
  }

  // ---- what the views know

  Completed operator()(domain::AdoptCalendar& command) const {
    return add_open_issues(domain::AdoptCalendar::kAct, command.open_issues);
  }
  Completed operator()(domain::AdoptPolicy& command) const {
    return add_open_issues(domain::AdoptPolicy::kAct, command.open_issues);
  }
  Completed operator()(domain::ScheduleDialogue& command) const {
    return add_others(command, command.date);
  }
  /// Without a new day nobody can be booked twice.
  Completed operator()(domain::PostponeDialogue& command) const {
    return command.date ? add_others(command, *command.date) : Completed{};
  }
  Completed operator()(domain::RearrangeDialogue& command) const {
    const auto views = views_at_head(call_, domain::RearrangeDialogue::kAct);
    if (!views) {
      return fail(views.error());
    }
    const auto row = projections::dialogues::find(**views, command.dialogue);
    return row ? add_others(command, row->schedule.date) : Completed{};
  }
  Completed operator()(domain::CreditLateDialogue& command) const {
    const bool is_quarter = command.quarter >= 1 && command.quarter <= 4;
    const auto views = views_at_head(call_, domain::CreditLateDialogue::kAct);
    if (!views) {
      return fail(views.error());
    }
    if (is_quarter) {
      command.dialogues = projections::clock::obligation_missed(**views, command.year, command.khom,
                                                                command.quarter)
                              .dialogues;
    }
    return {};
  }
  Completed operator()(domain::ClosePlan& command) const {
    const auto views = views_at_head(call_, domain::ClosePlan::kAct);
    if (!views) {
      return fail(views.error());
    }
    auto dialogues = projections::clock::dialogues_of_year(**views, command.year);
    if (dialogues.size() <= kOpenIssuesMax) {
      command.dialogues = std::move(dialogues);
    }
    return {};
  }
  Completed operator()(domain::DestroyKey& command) const {
    const auto views = views_at_head(call_, domain::DestroyKey::kAct);
    if (!views) {
      return fail(views.error());
    }
    command.issues = projections::residents::issues_of(**views, command.resident);
    return {};
  }
  /// The denunciations redirected from the meeting: nothing in its own stream tells of them.
  Completed operator()(domain::SignMinutes& command) const {
    const auto views = views_at_head(call_, domain::SignMinutes::kAct);
    if (!views) {
      return fail(views.error());
    }
    if (const auto row = projections::dialogues::find(**views, command.dialogue)) {
      command.redirected = row->redirected;
    }
    return {};
  }
  /// An official's id stands for the one account of that official who can take the work on.
  Completed operator()(domain::AssignIssue& command) const {
    const auto views = views_before_draft(call_);
    if (!views) {
      return fail(views.error());
    }
    return name_assignee(**views, command.assignee);
  }
  Completed operator()(domain::SupplementReport& command) const {
    return find_differences(call_, command);
  }

 private:
  /// The other dialogues of that day: their chair may be the one that is asked for.
  template <class Arranging>
  [[nodiscard]] Completed add_others(Arranging& command, const domain::Date& day) const {
    const auto views = views_at_head(call_, Arranging::kAct);
    if (!views) {
      return fail(views.error());
    }
    for (const auto& row : projections::dialogues::between(**views, day, day)) {
      if (row.id != command.dialogue && command.others.size() < kOpenIssuesMax) {
        command.others.push_back(row.id);
      }
    }
    return {};
  }

  template <class Id>
  void name(Id& id, std::string_view kind) const {
    if (id.empty()) {
      id.value = id_for(call_, intake_, kind);
    }
  }

  [[nodiscard]] Completed add_open_issues(std::string_view act,
                                          std::vector<domain::IssueId>& ids) const {
    const auto views = views_at_head(call_, act);
    if (!views) {
      return fail(views.error());
    }
    ids = projections::clock::issues_with_deadlines(**views);
    ids.resize(std::min(ids.size(), kOpenIssuesMax));
    return {};
  }

  const Call& call_;
  const Intake& intake_;
};

}  // namespace

std::expected<void, Problem> complete(const Call& call, const Intake& intake,
                                      domain::Command& command) {
  if (intake.answered) {
    return {};
  }
  return std::visit(Completion(call, intake), command);
}

}  // namespace langnghe::api::resources
