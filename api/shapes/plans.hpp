#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <domain/plan.hpp>

#include "shapes/allowed.hpp"
#include "shapes/head.hpp"

namespace langnghe::api::shapes {

/// A year's plan of dialogues, with the lines as last amended.
struct Plan {
  Head head;
  domain::PlanDrafted plan;
  std::uint64_t version = 0;  ///< what If-Match asks for
  domain::PlanPhase phase{};
  std::optional<domain::PlanApproved> approval;
  int plan_version = 0;  ///< 1 = as drafted
  std::vector<std::string> places;
  std::vector<domain::ObligationMissed> missed;
  std::vector<domain::LateDialogueCredited> credited;
  std::vector<AllowedCommand> allowed_commands;
};

}  // namespace langnghe::api::shapes
