#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <domain/enum_text.hpp>
#include <domain/ids.hpp>
#include <domain/time.hpp>

/// The stream `plan-{year}`: which khóm is owed how many dialogues in which quarter.
namespace langnghe::domain {

/// What one khóm is owed.
struct PlanLine {
  KhomId khom;
  std::array<int, 4> per_quarter{1, 1, 1, 1};
  bool operator==(const PlanLine&) const = default;
};

struct PlanDrafted {
  int year = 0;
  std::string title;
  std::string legal_basis;
  std::vector<PlanLine> lines;
  bool operator==(const PlanDrafted&) const = default;
};
struct PlanApproved {
  int number = 0;
  std::string symbol;  ///< `05/KH-UBND`
  Date date{};
  OfficialId signer;
  bool operator==(const PlanApproved&) const = default;
};
struct PlanPublished {
  std::vector<std::string> places;
  bool operator==(const PlanPublished&) const = default;
};
using PlanEvent = std::variant<PlanDrafted, PlanApproved, PlanPublished>;

struct DraftPlan {
  static constexpr std::string_view kAct = "draft";
  PlanDrafted plan;
};
struct ApprovePlan {
  static constexpr std::string_view kAct = "approve";
  int year = 0;
  std::optional<int> number;  ///< absent: the next free one of the register
  OfficialId signer;
};
struct PublishPlan {
  static constexpr std::string_view kAct = "publish";
  int year = 0;
  std::vector<std::string> places;
};
using PlanCommand = std::variant<DraftPlan, ApprovePlan, PublishPlan>;

enum class PlanPhase { absent, drafted, approved, published };

template <>
struct EnumText<PlanPhase> {
  static constexpr std::array<std::pair<PlanPhase, std::string_view>, 4> kNames{
      {{PlanPhase::absent, "absent"},
       {PlanPhase::drafted, "drafted"},
       {PlanPhase::approved, "approved"},
       {PlanPhase::published, "published"}}};
};

struct PlanState {
  PlanPhase phase = PlanPhase::absent;
  PlanDrafted plan;
  std::optional<PlanApproved> approval;
  std::vector<std::string> places;
  bool operator==(const PlanState&) const = default;
};
void evolve(PlanState& state, const PlanEvent& event);

}  // namespace langnghe::domain
