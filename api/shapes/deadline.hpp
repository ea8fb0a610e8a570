#pragma once

#include <optional>
#include <string>
#include <vector>

#include <domain/deadline.hpp>
#include <domain/issue_state.hpp>

#include "shapes/head.hpp"

/// A deadline that explains itself.
namespace langnghe::api::shapes {

struct VersionOfBasis {
  int version = 0;
  std::string basis;
};

/// The policy that gave the term and the calendar it was counted in.
struct MadeWith {
  VersionOfBasis policy;
  VersionOfBasis calendar;
};

/// A clock counted again from nothing but what it follows from.
struct Clock {
  MadeWith made_with;
  domain::Date start{};  ///< not counted
  domain::Term term;
  std::optional<domain::Date> agreed_due;
  std::vector<int> extensions;
  std::vector<domain::Pause> pauses;
  domain::Date due{};
  domain::Date explained_due{};
  bool matches = false;
  bool provisional = false;
  std::vector<domain::ExplainedDay> days;
};

struct FirstReplyClock {
  Clock clock;
  std::optional<domain::Date> replied_on;
};

/// One move of the resolution deadline.
struct ClockStep {
  MadeWith made_with;
  domain::ClockStep::Kind kind{};
  domain::Date on{};
  std::optional<domain::Date> previous_due;
  domain::Date due{};
  std::string reason;
  domain::Date explained_due{};
  bool matches = false;
};

struct ResolutionDeadline {
  std::optional<domain::Date> original_due;
  std::optional<domain::Date> agreed_in_list;
  std::optional<domain::Date> effective_due;
  std::optional<domain::Date> paused_until;
  std::optional<Clock> clock;  ///< the running one
  std::vector<ClockStep> steps;
  bool matches = false;
};

struct PolicyBasis {
  int policy_version = 0;
  std::string text;
};

struct Deadline {
  Head head;
  domain::IssueId id;
  std::optional<FirstReplyClock> first_reply;
  ResolutionDeadline resolution;
  std::optional<PolicyBasis> basis;
  bool matches = false;
  bool provisional = false;
};

}  // namespace langnghe::api::shapes
