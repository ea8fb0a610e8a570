#pragma once

#include <cstdint>
#include <map>
#include <ostream>
#include <set>
#include <string>
#include <vector>

#include "unit/domain/scene.hpp"

/// A random history of a small ward: once it is set up, made by commands only.
namespace langnghe::domain::spec {

/// Numbers that become an act once the ward's state is known.
struct Step {
  std::uint8_t kind = 0;    ///< an opinion, an act on a dialogue, or an act on an issue
  std::uint8_t target = 0;  ///< which dialogue or issue
  std::uint8_t act = 0;
  std::uint8_t role = 0;
  std::uint8_t user = 0;
  std::uint8_t days = 0;   ///< how far the clock moves, and how long ago the act happened
  std::uint8_t value = 0;  ///< what the act is given
};
std::ostream& operator<<(std::ostream& out, const Step& step);

/// The limits the small ward's policy sets.
inline constexpr int kStoryExtensionsMax = 2;

class Story {
 public:
  explicit Story(const std::vector<Step>& steps);

  [[nodiscard]] const Scene& scene() const { return scene_; }
  [[nodiscard]] const std::vector<IssueId>& issues() const { return issues_; }
  [[nodiscard]] const std::vector<DialogueId>& dialogues() const { return dialogues_; }
  /// What was done, one act a line, for the report of a failure.
  [[nodiscard]] const std::string& told() const { return told_; }
  /// The states as they grew, event by event as each was recorded.
  [[nodiscard]] const std::map<StreamId, StreamState>& grown() const { return grown_; }

  /// The events of one issue in their order.
  [[nodiscard]] std::vector<RecordedEvent> events_of(const IssueId& issue) const;

 private:
  void set_up();
  void play(const Step& step);
  void record_opinion(const Step& step);
  void act_on_dialogue(const Step& step);
  void act_on_issue(const Step& step);
  [[nodiscard]] std::string_view choose_act(const Step& step, const IssueState& issue) const;
  [[nodiscard]] Context choose_actor(const Step& step, std::string_view act,
                                     const IssueState& issue) const;
  bool act(const Command& command, const Context& by);

  Scene scene_;
  Date today_;
  std::vector<DialogueId> dialogues_;
  std::vector<IssueId> issues_;
  int opinions_ = 0;
  std::string told_;
  std::map<StreamId, StreamState> grown_;
};

/// The act of that name with everything it needs; `value` chooses among what it can be given.
[[nodiscard]] IssueCommand issue_act(std::string_view name, const IssueId& issue,
                                     std::uint8_t value);

}  // namespace langnghe::domain::spec
