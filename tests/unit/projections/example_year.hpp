#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ward_ledger.hpp"

/// A small ward's 2021, with one of everything that views show. Names of people are invented.
namespace langnghe::test {

[[nodiscard]] domain::Emitted khom_added(const std::string& khom, const std::string& name,
                                         std::string_view valid_from);
[[nodiscard]] domain::Emitted khom_closed(const std::string& khom, std::string_view last_day);
[[nodiscard]] domain::Emitted scheduled(const std::string& dialogue, const std::string& khom,
                                        std::string_view on);
[[nodiscard]] domain::Emitted opened(const std::string& dialogue);
[[nodiscard]] domain::Emitted attended(const std::string& dialogue, int residents);
[[nodiscard]] domain::Emitted minutes_signed(const std::string& dialogue, int number,
                                             std::string_view on);
/// An opinion with the issues it raises, the speaker registered in the same commit.
[[nodiscard]] std::vector<domain::Emitted> opinion(const std::string& dialogue,
                                                   const std::string& opinion,
                                                   const std::string& khom, std::string_view on,
                                                   const std::vector<std::string>& issues,
                                                   bool anonymous = false);
/// One issue of an opinion, on its own.
[[nodiscard]] domain::IssueRecorded recorded(const std::string& dialogue,
                                             const std::string& opinion, const std::string& khom,
                                             std::string_view on, const std::string& issue);
[[nodiscard]] domain::Emitted denunciation(const std::string& dialogue, const std::string& issue,
                                           std::string_view received);
[[nodiscard]] domain::Emitted plan_drafted(const std::vector<domain::PlanLine>& lines);
[[nodiscard]] domain::Emitted plan_approved();
[[nodiscard]] domain::Emitted policy_adopted(int dialogues_per_quarter = 1);

[[nodiscard]] domain::IssueClassified classified(domain::IssueType type, const std::string& field,
                                                 std::string_view first_reply_due,
                                                 std::string_view due);
[[nodiscard]] domain::IssueClosed closed();
[[nodiscard]] domain::IssueAssigned assigned(const std::string& user);
[[nodiscard]] domain::ExtensionApproved extended(int ordinal, std::string_view from,
                                                 std::string_view to);
[[nodiscard]] domain::AnswerDrafted drafted();
[[nodiscard]] domain::NoticeIssued notice(int number, std::string_view on);
[[nodiscard]] domain::FeedbackRecorded feedback(domain::Verdict verdict);
[[nodiscard]] domain::IssueReopened reopened(int ordinal, std::string_view new_due);

/// The ward with its khóm, calendar, policy, accounts and an approved plan.
void establish(WardLedger& ledger);
/// All of the year.
void play_example_year(WardLedger& ledger);

}  // namespace langnghe::test
