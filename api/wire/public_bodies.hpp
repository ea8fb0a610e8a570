#pragma once

#include <array>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <domain/enum_text.hpp>
#include <domain/issue_values.hpp>

#include "problems/problem.hpp"

/// The bodies of people without an account. They choose and do not write: what is typed freely
/// could be personal data, which no record may hold in plain (domain.md rule 15).
namespace langnghe::api::wire {

struct CaseBody {
  std::string code;
  std::optional<std::string> phone_digits;  ///< the last four
};

enum class PublicVerdict { satisfied, partly, dissatisfied };
enum class ReopenReason { not_solved, came_back, not_as_promised, not_understood };
enum class WithdrawReason { solved, not_needed, raised_elsewhere, by_mistake };

struct CaseFeedbackBody {
  CaseBody of;
  PublicVerdict verdict{};
  std::optional<bool> solved;
};
struct CaseReopenBody {
  CaseBody of;
  ReopenReason reason{};
};
struct CaseWithdrawBody {
  CaseBody of;
  WithdrawReason reason{};
};

[[nodiscard]] std::expected<CaseBody, Problem> read_case(std::string_view body);
[[nodiscard]] std::expected<CaseFeedbackBody, Problem> read_case_feedback(std::string_view body);
[[nodiscard]] std::expected<CaseReopenBody, Problem> read_case_reopening(std::string_view body);
[[nodiscard]] std::expected<CaseWithdrawBody, Problem> read_case_withdrawal(std::string_view body);

}  // namespace langnghe::api::wire

namespace langnghe::domain {

template <>
struct EnumText<api::wire::PublicVerdict> {
  using V = api::wire::PublicVerdict;
  static constexpr std::array<std::pair<V, std::string_view>, 3> kNames{
      {{V::satisfied, "satisfied"}, {V::partly, "partly"}, {V::dissatisfied, "dissatisfied"}}};
};
template <>
struct EnumText<api::wire::ReopenReason> {
  using R = api::wire::ReopenReason;
  static constexpr std::array<std::pair<R, std::string_view>, 4> kNames{
      {{R::not_solved, "not_solved"},
       {R::came_back, "came_back"},
       {R::not_as_promised, "not_as_promised"},
       {R::not_understood, "not_understood"}}};
};
template <>
struct EnumText<api::wire::WithdrawReason> {
  using R = api::wire::WithdrawReason;
  static constexpr std::array<std::pair<R, std::string_view>, 4> kNames{
      {{R::solved, "solved"},
       {R::not_needed, "not_needed"},
       {R::raised_elsewhere, "raised_elsewhere"},
       {R::by_mistake, "by_mistake"}}};
};

}  // namespace langnghe::domain
