#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <domain/enum_text.hpp>
#include <projections/schedule.hpp>

#include "shapes/dialogue_summary.hpp"
#include "shapes/head.hpp"

namespace langnghe::api::shapes {

struct ScheduleCell {
  domain::KhomId khom;
  std::string khom_name;
  bool sample = false;
  int quarter = 0;
  int required = 0;
  int held = 0;
  int held_empty = 0;
  int planned = 0;
  projections::schedule::CellStatus status{};
  std::vector<domain::DialogueId> dialogues;
  std::vector<domain::DialogueId> credited;
  bool missed_recorded = false;
};

struct SchedulePlan {
  std::string symbol;  ///< empty while it is not approved
};

struct Schedule {
  Head head;
  int year = 0;
  domain::Date today{};
  std::optional<SchedulePlan> plan;
  int due = 0;
  int met = 0;
  int missed = 0;
  int credited = 0;
  int required = 0;
  std::vector<ScheduleCell> cells;
  std::vector<DialogueSummary> dialogues;
};

}  // namespace langnghe::api::shapes

template <>
struct langnghe::domain::EnumText<langnghe::projections::schedule::CellStatus> {
  using Status = projections::schedule::CellStatus;
  static constexpr std::array<std::pair<Status, std::string_view>, 6> kNames{
      {{Status::not_due, "not_due"},
       {Status::met, "met"},
       {Status::scheduled, "scheduled"},
       {Status::open, "open"},
       {Status::missed, "missed"},
       {Status::credited, "credited"}}};
};
