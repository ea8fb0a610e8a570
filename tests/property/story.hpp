#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "property/acts.hpp"
#include "property/ledger.hpp"

/// A random history of a small ward, made by commands only.
namespace langnghe::domain::spec {

/// Numbers that become an act once the ward's state is known.
struct Step {
  std::uint8_t kind = 0;    ///< what the act is done to
  std::uint8_t target = 0;  ///< which of them
  std::uint8_t act = 0;
  std::uint8_t role = 0;
  std::uint8_t user = 0;
  std::uint8_t days = 0;   ///< how far the clock moves, and how long ago the act happened
  std::uint8_t value = 0;  ///< what the act is given
  bool operator==(const Step&) const = default;
};
std::ostream& operator<<(std::ostream& out, const Step& step);

/// The limits the small ward's policies set.
inline constexpr int kStoryPauseDaysMax = 15;
inline constexpr int kStoryExtensionsMax = 2;

/// The words of acts on a denunciation; no event may ever hold them (domain.md rule 14).
inline constexpr std::string_view kDenunciationCanary = "CanaryOfADenunciation";

/// A command with who gives it and when.
struct Order {
  Command command;
  Context context;
};

class Story {
 public:
  explicit Story(const std::vector<Step>& steps);

  [[nodiscard]] const Ledger& ledger() const { return ledger_; }
  /// All but denunciations, as they were recorded.
  [[nodiscard]] const std::vector<IssueId>& issues() const { return issues_; }
  [[nodiscard]] const std::vector<IssueId>& denunciations() const { return denunciations_; }
  [[nodiscard]] const std::vector<DialogueId>& dialogues() const { return dialogues_; }
  [[nodiscard]] const std::vector<ResidentId>& residents() const { return residents_; }
  /// The orders that were carried out, in their order, and why the others were not.
  [[nodiscard]] const std::vector<Order>& done() const { return done_; }
  [[nodiscard]] const std::vector<Refusal>& refusals() const { return refusals_; }
  /// The acts that were done, one a line, for the report of a failure.
  [[nodiscard]] std::string told() const;
  [[nodiscard]] const Date& today() const { return today_; }

  /// The events of one issue in their order.
  [[nodiscard]] std::vector<RecordedEvent> events_of(const IssueId& issue) const;
  /// Every issue of a person.
  [[nodiscard]] std::vector<IssueId> issues_of(const ResidentId& resident) const;

  /// The act that a step would ask for now.
  [[nodiscard]] Order order_of(const Step& step) const;
  /// False when it is refused.
  bool carry_out(const Order& order);

 private:
  void set_up();
  void play(const Step& step);
  void remember(std::size_t from);

  [[nodiscard]] Subject choose_subject(const Step& step) const;
  [[nodiscard]] const ActRule& choose_act(const Step& step, Subject subject,
                                          const ActTarget& at) const;
  [[nodiscard]] std::string_view phase_of(Subject subject, const ActTarget& at) const;
  [[nodiscard]] Date day_of_act(const Step& step, const ActRule& rule,
                                const IssueState& issue) const;
  [[nodiscard]] IssueId issue_to_merge_into(const ActTarget& at) const;
  [[nodiscard]] DialogueId late_dialogue(const ActTarget& at, const DialogueId& otherwise) const;
  [[nodiscard]] Context choose_actor(const Step& step, const ActRule& rule,
                                     const ActTarget& at) const;
  [[nodiscard]] IssueId issue_to_act_on(std::uint8_t target) const;
  [[nodiscard]] ActTarget choose_target(const Step& step) const;
  void name_what_it_concerns(const Step& step, const ActRule& rule, ActTarget& at) const;
  [[nodiscard]] DialogueId nearest_dialogue(const ActRule& rule, const DialogueId& wanted) const;
  [[nodiscard]] std::vector<DialogueId> dialogues_of(const KhomId& khom) const;
  [[nodiscard]] std::vector<IssueId> undecided_at(const DialogueId& dialogue) const;
  [[nodiscard]] std::vector<IssueId> redirected_from(const DialogueId& dialogue) const;

  Ledger ledger_;
  Date today_;
  std::vector<DialogueId> dialogues_;
  std::vector<IssueId> issues_;
  std::vector<IssueId> denunciations_;
  std::vector<ResidentId> residents_;
  std::vector<Order> done_;
  std::vector<Refusal> refusals_;
};

}  // namespace langnghe::domain::spec
