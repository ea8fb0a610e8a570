#pragma once

#include <optional>
#include <string>
#include <vector>

#include <domain/issue_state.hpp>

#include "call.hpp"
#include "reading/reading.hpp"

namespace langnghe::api::wire {

/// The versions a date was computed with: the policy that gave the term and the calendar it was
/// counted in.
struct MadeWith {
  int policy_version = 0;
  std::string policy_basis;
  int calendar_version = 0;
  std::string calendar_basis;
};

/// A clock counted again from nothing but what it follows from.
struct ExplainedClock {
  domain::ResolutionClock clock;
  MadeWith made_with;
  domain::Date stored_due{};
  domain::Deadline explained;
  [[nodiscard]] bool matches() const { return explained.due == stored_due; }
};

/// One move of the resolution deadline, counted again with what it was made with.
struct ExplainedStep {
  domain::ClockStep step;
  ExplainedClock counted;
};

struct ExplainedDeadline {
  domain::IssueId issue;
  std::optional<domain::Date> original_due;
  std::optional<domain::Date> effective_due;
  std::optional<ExplainedClock> first_reply;
  std::optional<domain::Date> first_reply_on;
  bool classified = false;           ///< before, another term may be named
  std::vector<ExplainedStep> moves;  ///< the last one's clock is the running one
  std::optional<domain::Date> paused_until;
  /// Taken over with the list the issue comes from: it is the first date, and no tables made it.
  std::optional<domain::Date> agreed_in_list;
  bool matches = false;  ///< every move's date, each one going on from the one before, and the sum
};
[[nodiscard]] std::string issue_deadline(const Call& call, const Reading& reading,
                                         const ExplainedDeadline& deadline);

}  // namespace langnghe::api::wire
