#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <domain/command.hpp>
#include <domain/permissions.hpp>

/// Every act of the ward by its name, with everything it needs.
namespace langnghe::domain::spec {

/// The subject of an act, and the things that it can name.
struct ActTarget {
  IssueId issue;
  IssueId other;      ///< another issue
  std::string fresh;  ///< a name nothing has yet
  Date on{};
  DialogueId dialogue;
  OpinionId opinion;
  KhomId khom{"k1"};
  ResidentId resident;
  OfficialId official{"o2"};
  UserId user;
  DelegationId delegation;
  ReportKey report{};
  int year = 2021;
  int quarter = 0;                    ///< 0: any
  std::vector<IssueId> issues;        ///< those the act concerns, all of them
  std::vector<IssueId> redirected;    ///< denunciations handed over from the dialogue
  std::vector<IssueId> owed;          ///< merged issues whose persons wait for the issue's answer
  std::vector<DialogueId> dialogues;  ///< likewise
  std::set<Date> days_off;            ///< as adopted so far
  std::uint64_t ledger_size = 1;
  std::optional<std::string> written;  ///< stands in place of every free text
};

/// A free text of an act.
[[nodiscard]] inline std::string say(const ActTarget& at, std::string_view text) {
  return at.written ? *at.written : std::string(text);
}

/// The beginning of every plain text that a resident's key hides: it may stand only where it is
/// sealed.
inline constexpr std::string_view kSealedCanary = "CanaryOf-";

[[nodiscard]] inline SealedText sealed(const ResidentId& resident, std::string_view what) {
  return {resident, std::string(kSealedCanary) + resident.value + '-' + std::string(what)};
}

template <NamedEnum E>
[[nodiscard]] E choose(int value) {
  const auto& names = EnumText<E>::kNames;
  return names[static_cast<std::size_t>(value) % names.size()].first;
}

/// The act of that name among those of a stream; `fill` gives it what it needs.
template <class StreamCommand, class Fill>
[[nodiscard]] StreamCommand named_act(std::string_view name, const Fill& fill) {
  StreamCommand command;
  [&]<std::size_t... kIndex>(std::index_sequence<kIndex...>) {
    const auto try_one = [&]<class Act>(Act act) {
      if (Act::kAct != name) {
        return false;
      }
      fill(act);
      command = std::move(act);
      return true;
    };
    return (try_one(std::variant_alternative_t<kIndex, StreamCommand>{}) || ...);
  }(std::make_index_sequence<std::variant_size_v<StreamCommand>>());
  return command;
}

/// `value` chooses among what an act can be given.
[[nodiscard]] IssueCommand issue_act(std::string_view name, const ActTarget& at,
                                     std::uint8_t value);
[[nodiscard]] DialogueCommand dialogue_act(std::string_view name, const ActTarget& at,
                                           std::uint8_t value);
[[nodiscard]] PlanCommand plan_act(std::string_view name, const ActTarget& at, std::uint8_t value);
[[nodiscard]] ReportCommand report_act(std::string_view name, const ActTarget& at,
                                       std::uint8_t value);
[[nodiscard]] Command ward_act(std::string_view name, const ActTarget& at, std::uint8_t value);
[[nodiscard]] Command settings_act(Subject subject, const ActTarget& at, std::uint8_t value);
[[nodiscard]] Command people_act(Subject subject, std::string_view name, const ActTarget& at,
                                 std::uint8_t value);

/// The policy a story's ward begins with, and others differ from in their terms alone.
[[nodiscard]] Policy story_policy();

/// Any act of the table.
[[nodiscard]] Command any_act(const ActRule& rule, const ActTarget& at, std::uint8_t value);

}  // namespace langnghe::domain::spec
