#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <domain/blank_command.hpp>

#include "property/any_story.hpp"

// The list of what is allowed is the act's own word: it is asked of the same guards.
namespace langnghe::domain::spec {
namespace {

/// The subject of a command, as the API's path names it.
struct About {
  Subject subject{};
  std::string text;
};

About about(const WardCommand&) {
  return {Subject::ward, ""};
}
About about(const ImportCommand&) {
  return {Subject::ward, ""};
}
About about(const CalendarCommand&) {
  return {Subject::calendar, ""};
}
About about(const PolicyCommand&) {
  return {Subject::policy, ""};
}
About about(const SupervisionCommand&) {
  return {Subject::supervision, ""};
}
About about(const PlanCommand& command) {
  const int year = std::visit(
      []<class Act>(const Act& act) {
        if constexpr (requires { act.plan; }) {
          return act.plan.year;
        } else {
          return act.year;
        }
      },
      command);
  return {Subject::plan, std::to_string(year)};
}
About about(const RegisterCommand& command) {
  return {Subject::document_register,
          std::to_string(std::visit([](const auto& act) { return act.year; }, command))};
}
About about(const DialogueCommand& command) {
  return {Subject::dialogue,
          std::visit([](const auto& act) { return act.dialogue.value; }, command)};
}
About about(const IssueCommand& command) {
  return {Subject::issue, std::visit([](const auto& act) { return act.issue.value; }, command)};
}
About about(const ReportCommand& command) {
  const auto& key =
      std::visit([](const auto& act) -> const ReportKey& { return act.report; }, command);
  return {Subject::report, std::string(to_text(key.family)) + '/' + key.period};
}
About about(const ResidentCommand& command) {
  return {Subject::resident,
          std::visit([](const auto& act) { return act.resident.value; }, command)};
}
About about(const UserCommand& command) {
  return {Subject::user, std::visit([](const auto& act) { return act.user.value; }, command)};
}

/// The blank form of an order's command; none for acts of the clock, and for a matter that is
/// recorded with this very act.
std::optional<Command> blank_of(const Command& command) {
  const auto [subject, text] =
      std::visit([](const auto& of_stream) { return about(of_stream); }, command);
  const auto* rule = find_rule(subject, act_of(command));
  const bool begins = act_of(command) == RecordIssue::kAct && subject == Subject::issue;
  if (rule == nullptr || is_clock_act(*rule) || begins) {
    return std::nullopt;
  }
  auto blank = blank_command(subject, rule->act, text);
  // Whose issues a key belongs to is told by the program, to both alike.
  if (auto* resident = std::get_if<ResidentCommand>(&*blank)) {
    if (auto* erasure = std::get_if<DestroyKey>(resident)) {
      erasure->issues = std::get<DestroyKey>(std::get<ResidentCommand>(command)).issues;
    }
  }
  return blank;
}

/// Refusals that speak of the state and of nothing the act says.
bool is_of_the_state(const Refusal& refusal, std::string_view act) {
  using enum RefusalCode;
  constexpr RefusalCode kOfState[] = {role_not_permitted,      clock_not_running,
                                      clock_not_paused,        not_the_assignee,
                                      extension_limit_reached, no_extension_requested,
                                      same_person_requested,   extension_already_requested,
                                      attendance_missing,      figures_not_frozen,
                                      not_a_legal_procedure,   no_policy_adopted,
                                      no_calendar_adopted,     not_absorbed,
                                      no_report_route,         issue_open,
                                      not_the_meetings_day};
  if (std::ranges::find(kOfState, refusal.code) != std::end(kOfState)) {
    return true;
  }
  // These act on one of several things, which the body names, or on one part of the record.
  constexpr std::string_view kNamesOne[] = {
      VerifyCommitment::kAct, DisputeCommitment::kAct, FileEvidence::kAct, ConfirmOpinion::kAct,
      DeclineConfirmation::kAct, CorrectIssue::kAct, MergeIssue::kAct, CloseKhom::kAct,
      RecordOfficialLeft::kAct, RevokeDelegation::kAct,
      // An answer is owed to several people, whom the body names.
      RecordDelivery::kAct, PostNotice::kAct, RecordDeliveryFailure::kAct, GiveUpDelivery::kAct,
      TellExternalResult::kAct};
  return refusal.code == act_not_allowed_in_state &&
         std::ranges::find(kNamesOne, act) == std::end(kNamesOne);
}

RC_GTEST_PROP(AllowedActs, AreNotRefusedForTheirStateAndTheOthersForTheReasonGiven, ()) {
  Story story(*any_steps());
  RC_LOG() << story.told();
  for (const auto& step : *any_steps(40)) {
    auto order = story.order_of(step);
    order.context.happened = {story.today(), std::nullopt};
    const auto blank = blank_of(order.command);
    if (!blank) {
      continue;
    }
    const auto why_not = story.ledger().why_not_now(*blank, order.context);
    const auto decision = story.ledger().decide(order.command, order.context);
    if (why_not) {
      RC_ASSERT(!decision);
      RC_ASSERT((decision.error() == *why_not));
    } else if (!decision) {
      RC_LOG() << act_of(order.command) << ": " << wire_name(decision.error().code) << '\n';
      RC_ASSERT(!is_of_the_state(decision.error(), act_of(order.command)));
    }
    static_cast<void>(story.carry_out(order));
  }
}

/// Every act of every kind of stream has a blank form, and it is that act.
TEST(BlankCommand, ThereIsOneOfEveryAct) {
  for (const auto& rule : act_rules()) {
    const auto* about = rule.subject == Subject::plan || rule.subject == Subject::document_register
                            ? "2021"
                        : rule.subject == Subject::report ? "calendar/2021-Q1"
                                                          : "x";
    const auto blank = blank_command(rule.subject, rule.act, about);
    ASSERT_TRUE(blank) << to_text(rule.subject) << ' ' << rule.act;
    EXPECT_EQ(act_of(*blank), rule.act);
  }
  EXPECT_FALSE(blank_command(Subject::issue, "nothing", "x"));
  EXPECT_FALSE(blank_command(Subject::issue, "close", ""));
  EXPECT_FALSE(blank_command(Subject::plan, "approve", "2021x"));
  EXPECT_FALSE(blank_command(Subject::report, "sign", "2021-Q1"));
  EXPECT_FALSE(blank_command(Subject::report, "sign", "weekly/2021-Q1"));
}

}  // namespace
}  // namespace langnghe::domain::spec
