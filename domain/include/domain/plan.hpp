#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <domain/course.hpp>
#include <domain/enum_text.hpp>
#include <domain/ids.hpp>
#include <domain/signing.hpp>
#include <domain/time.hpp>

/// The stream `plan-{year}`: which khóm is owed how many dialogues in which quarter.
namespace langnghe::domain {

/// The dialogues that one khóm is owed.
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
  std::optional<SigningCapacity> capacity{};  ///< absent: approved before it was recorded
  bool operator==(const PlanApproved&) const = default;
};
struct PlanPublished {
  std::vector<std::string> places;
  bool operator==(const PlanPublished&) const = default;
};
/// The lines as they stand from now on; the earlier version stays in its event.
struct PlanAmended {
  int version = 0;  ///< 2 = first amendment
  std::string reason;
  std::vector<PlanLine> lines;
  std::optional<OfficialId> signer{};
  std::optional<SigningCapacity> capacity{};  ///< present where the signer is
  bool operator==(const PlanAmended&) const = default;
};
/// The quarter ended and the khóm had fewer dialogues than it was owed.
struct ObligationMissed {
  KhomId khom;
  int quarter = 0;  ///< 1 to 4
  int owed = 0;
  int held = 0;
  bool operator==(const ObligationMissed&) const = default;
};
/// A dialogue of that quarter was entered later: the khóm had what it was owed.
struct ObligationMissRetracted {
  KhomId khom;
  int quarter = 0;
  bool operator==(const ObligationMissRetracted&) const = default;
};
/// A dialogue held after the quarter counts for it, and stays shown as late (domain.md rule 10).
struct LateDialogueCredited {
  KhomId khom;
  int quarter = 0;
  DialogueId dialogue;
  Date held_on{};
  std::string reason;
  bool operator==(const LateDialogueCredited&) const = default;
};
struct PlanClosed {
  int owed = 0;      ///< khóm and quarters with a duty
  int covered = 0;   ///< of them in time
  int credited = 0;  ///< of them late
  std::string lessons;
  bool operator==(const PlanClosed&) const = default;
};
using PlanEvent =
    std::variant<PlanDrafted, PlanApproved, PlanPublished, PlanAmended, ObligationMissed,
                 ObligationMissRetracted, LateDialogueCredited, PlanClosed>;

/// Drafted again it replaces the draft that nobody has approved yet.
struct DraftPlan {
  static constexpr std::string_view kAct = "draft";
  PlanDrafted plan;
};
struct ApprovePlan {
  static constexpr std::string_view kAct = "approve";
  int year = 0;
  std::optional<int> number;  ///< absent: the next free one of the register
  OfficialId signer;
  std::optional<SigningCapacity> capacity{};  ///< absent: the one the signer's office gives
};
struct PublishPlan {
  static constexpr std::string_view kAct = "publish";
  int year = 0;
  std::vector<std::string> places;
};
struct AmendPlan {
  static constexpr std::string_view kAct = "amend";
  int year = 0;
  std::string reason;
  std::vector<PlanLine> lines;
  std::optional<OfficialId> signer{};
  std::optional<SigningCapacity> capacity{};
};
/// Refused while the quarter runs, and where the dialogues named were enough.
struct MarkObligationMissed {
  static constexpr std::string_view kAct = "mark-obligation-missed";
  int year = 0;
  KhomId khom;
  int quarter = 0;
  std::vector<DialogueId> dialogues;  ///< all of this khóm in this quarter, as the views know them
};
struct CreditLateDialogue {
  static constexpr std::string_view kAct = "credit-late-dialogue";
  int year = 0;
  KhomId khom;
  int quarter = 0;
  DialogueId dialogue;
  std::string reason;
  /// All of this khóm in this quarter, as the views know them: what was missed is put on the record
  /// with the credit where the clock has not done so yet.
  std::optional<std::vector<DialogueId>> dialogues{};
};
struct ClosePlan {
  static constexpr std::string_view kAct = "close";
  int year = 0;
  std::string lessons;
  std::optional<std::vector<DialogueId>> dialogues{};  ///< all of the year; likewise
};
using PlanCommand = std::variant<DraftPlan, ApprovePlan, PublishPlan, AmendPlan,
                                 MarkObligationMissed, CreditLateDialogue, ClosePlan>;

enum class PlanPhase { absent, drafted, approved, published, closed };

template <>
struct EnumText<PlanPhase> {
  static constexpr std::array<std::pair<PlanPhase, std::string_view>, 5> kNames{
      {{PlanPhase::absent, "absent"},
       {PlanPhase::drafted, "drafted"},
       {PlanPhase::approved, "approved"},
       {PlanPhase::published, "published"},
       {PlanPhase::closed, "closed"}}};
};

struct PlanState {
  PlanPhase phase = PlanPhase::absent;
  PlanDrafted plan;  ///< with the lines as last amended
  int version = 0;   ///< 1 = as drafted
  std::optional<PlanApproved> approval;
  std::vector<std::string> places;
  std::vector<ObligationMissed> missed;
  std::vector<LateDialogueCredited> credited;
  Course act_course;
  bool operator==(const PlanState&) const = default;
};
void evolve(PlanState& state, const PlanEvent& event);

}  // namespace langnghe::domain
