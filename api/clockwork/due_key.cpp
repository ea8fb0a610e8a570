#include "due_key.hpp"

#include <optional>
#include <string_view>
#include <type_traits>
#include <variant>

#include <domain/decide.hpp>
#include <projections/dialogues.hpp>
#include <projections/issues.hpp>
#include <projections/settings.hpp>

namespace langnghe::clockwork {
namespace {

using domain::ClockKind;

std::string text_of(const std::optional<domain::Date>& date) {
  return date ? domain::to_text(*date) : "none";
}

/// A mark that was taken back can become due again.
std::string as_often(int retracted) {
  return retracted == 0 ? std::string{} : ":again-" + std::to_string(retracted);
}

/// The part of the key that distinguishes two occasions of the same act on the same subject.
class WhatWasDue {
 public:
  WhatWasDue(const projections::clock::DueAct& due, const projections::Snapshot& snapshot)
      : due_(due), snapshot_(snapshot) {}

  template <class... T>
  std::string operator()(const std::variant<T...>& family) const {
    return std::visit(*this, family);
  }
  std::string operator()(const domain::MarkDeadlineApproaching& act) const {
    return marked(act.issue, act.clock);
  }
  std::string operator()(const domain::MarkDeadlineBreached& act) const {
    return marked(act.issue, act.clock);
  }
  std::string operator()(const domain::ResumeClock& act) const {
    const auto state = issue(act.issue);
    return text_of(state.paused ? std::optional(state.paused->until) : std::nullopt);
  }
  /// Once for each pair of tables and each date they would move.
  std::string operator()(const domain::RecomputeDeadline& act) const {
    const auto calendars = projections::settings::calendar(snapshot_).version.value;
    const auto policies = projections::settings::policy(snapshot_).version.value;
    return text_of(issue(act.issue).effective_due) + ":calendar-" + std::to_string(calendars) +
           ":policy-" + std::to_string(policies);
  }
  std::string operator()(const domain::MarkCommitmentMissed& act) const {
    const auto state = issue(act.issue);
    const auto* commitment = state.find_commitment(act.commitment);
    return act.commitment.value + ':' +
           text_of(commitment != nullptr ? std::optional(commitment->due) : std::nullopt) +
           as_often(commitment != nullptr ? commitment->misses_retracted : 0);
  }
  std::string operator()(const domain::MarkDialogueMissed& act) const {
    const auto row = projections::dialogues::find(snapshot_, act.dialogue);
    return row ? domain::to_text(row->schedule.date) + 'T' + domain::to_text(row->schedule.start)
               : "none";
  }
  std::string operator()(const domain::MarkObligationMissed& act) const {
    return act.khom.value + ":Q" + std::to_string(act.quarter);
  }
  /// No other act is the clock's today.
  template <class Act>
  std::string operator()(const Act&) const {
    return domain::to_text(due_.happened);
  }

 private:
  [[nodiscard]] domain::IssueState issue(const domain::IssueId& id) const {
    const auto row = projections::issues::find_one(snapshot_, id);
    return row ? row->state : domain::IssueState{};
  }
  [[nodiscard]] std::string marked(const domain::IssueId& id, ClockKind clock) const {
    const auto state = issue(id);
    return std::string(domain::to_text(clock)) + ':' +
           text_of(clock == ClockKind::first_reply ? state.first_reply_due : state.effective_due) +
           as_often(state.breaches_retracted);
  }

  const projections::clock::DueAct& due_;
  const projections::Snapshot& snapshot_;
};

struct NameOfAct {
  template <class... T>
  std::string_view operator()(const std::variant<T...>& family) const {
    return std::visit(*this, family);
  }
  template <class Act>
  std::string_view operator()(const Act&) const {
    return Act::kAct;
  }
};

}  // namespace

std::string due_key(const projections::clock::DueAct& due, const projections::Snapshot& snapshot) {
  std::string key = "system:clock:";
  key += std::visit(NameOfAct{}, due.command);
  key += ':';
  key += domain::subject_of(due.command).value;
  key += ':';
  key += std::visit(WhatWasDue{due, snapshot}, due.command);
  return key;
}

}  // namespace langnghe::clockwork
