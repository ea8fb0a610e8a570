#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <domain/actor.hpp>
#include <domain/dialogue.hpp>
#include <domain/issue_state.hpp>
#include <domain/plan.hpp>
#include <domain/report.hpp>
#include <domain/resident.hpp>

/// The answer of an act. It is given again for ever as it was, so it does not say what is allowed
/// next.
namespace langnghe::api::shapes {

struct ActedEvent {
  std::uint64_t position = 0;
  std::string type;
  std::string stream;
};

// The state right after the act, by what was acted on.
struct IssueAfter {
  domain::IssuePhase phase{};
  std::optional<domain::Date> original_due;
  std::optional<domain::Date> effective_due;
  bool extension_requested = false;
};
struct DialogueAfter {
  domain::DialoguePhase phase{};
};
struct PlanAfter {
  domain::PlanPhase phase{};
};
struct ReportAfter {
  domain::ReportPhase phase{};
};
struct ResidentAfter {
  domain::ResidentPhase phase{};
};
struct UserAfter {
  bool enabled = false;
  std::vector<domain::Role> roles;
};
struct CalendarAfter {
  int calendar_version = 0;
};
struct PolicyAfter {
  int policy_version = 0;
};
struct WardAfter {
  std::uint64_t khoms = 0;
  std::uint64_t officials = 0;
};
struct RegisterAfter {};
struct SupervisionAfter {
  std::uint64_t recommendations = 0;
  std::uint64_t takedowns = 0;
};

using StateAfter =
    std::variant<WardAfter, CalendarAfter, PolicyAfter, PlanAfter, DialogueAfter, IssueAfter,
                 ReportAfter, RegisterAfter, ResidentAfter, UserAfter, SupervisionAfter>;

struct Acted {
  std::string id;
  std::uint64_t version = 0;   ///< of what was acted on
  std::uint64_t position = 0;  ///< of the first event
  std::uint64_t ledger_size = 0;
  std::vector<ActedEvent> events;
  StateAfter state;
};

}  // namespace langnghe::api::shapes
