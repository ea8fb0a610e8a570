#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "course/part.hpp"
#include "course/steps_dialogue.hpp"
#include "course/steps_issue.hpp"
#include "course/steps_office.hpp"
#include "dialogue/judge.hpp"
#include "rules.hpp"

namespace langnghe::domain {
namespace course {
namespace {

/// Collects the steps a command follows.
class Followed {
 public:
  /// Of another stream, where the act names one that is there.
  void add(const World& world, const StreamId& stream, Region region) {
    if (world.has(stream)) {
      add(world.course(stream), region);
    }
  }
  void add(const Course& course, Region region, std::string_view part = {}) {
    if (const Step* step = course.find(region, part)) {
      steps_.push_back(*step);
    }
  }
  [[nodiscard]] std::vector<Step> take() { return std::move(steps_); }

 private:
  std::vector<Step> steps_;
};

// The streams besides its own on whose state an act rests.

template <class C>
void add_others(Followed&, const World&, const C&) {}

void add_others(Followed& followed, const World& world, const MergeKhoms& act) {
  for (const KhomId& khom : act.merger.from) {
    followed.add(world.ward().act_course, Region::khom, khom.value);
  }
}
void add_others(Followed& followed, const World& world, const MergeIssue& act) {
  followed.add(world, stream_of(act.into), Region::beginning);
  followed.add(world, stream_of(act.into), Region::clock);
}
void add_others(Followed& followed, const World& world, const UnmergeIssue& act) {
  if (const auto& survivor = world.issue(act.issue).merged_into) {
    followed.add(world, stream_of(*survivor), Region::clock);
  }
}
void add_others(Followed& followed, const World& world, const LinkIssue& act) {
  followed.add(world, stream_of(act.other), Region::beginning);
}
void add_others(Followed& followed, const World& world, const CreditLateDialogue& act) {
  followed.add(world, stream_of(act.dialogue), Region::meeting);
}
void add_others(Followed& followed, const World& world, const PresentPreviousResults& act) {
  for (const IssueId& issue : act.issues) {
    followed.add(world, stream_of(issue), Region::beginning);
  }
}
void add_others(Followed& followed, const World& world, const RedirectDenunciation& act) {
  followed.add(world, stream_of(act.dialogue), Region::meeting);
}
// The minutes count what was answered or noted at the meeting.
void add_others(Followed& followed, const World& world, const SignMinutes& act) {
  for (const IssueId& id : issues_to_count(world.dialogue(act.dialogue), world)) {
    const bool loaded = world.has(stream_of(id));
    const IssuePhase phase = loaded ? world.issue(id).phase : IssuePhase::absent;
    if (phase == IssuePhase::answered_on_the_spot || phase == IssuePhase::noted) {
      followed.add(world, stream_of(id), Region::handling);
    }
  }
}

template <class C>
void add_own(Followed& followed, const Course& own, const C& act) {
  static_assert(kFollows<C>.is_told, "the command has no row in steps_*.hpp");
  followed.add(own, Region::beginning);
  if (is_for_absorbed(act)) {
    followed.add(own, Region::notice);
    followed.add(own, Region::delivery, part_of(Region::delivery, act));
    return;
  }
  for (const Region region : kFollows<C>.regions) {
    followed.add(own, region, part_of(region, unwrapped(act)));
  }
}

}  // namespace
}  // namespace course

std::vector<Step> steps_followed(const World& world, const Command& command) {
  const ActRule* rule = find_rule(subject_kind(command), act_of(command));
  if (rule == nullptr || is_clock_act(*rule)) {
    return {};
  }
  course::Followed followed;
  const Course& own = world.course(subject_of(command));
  std::visit(
      [&](const auto& of_stream) {
        std::visit(
            [&](const auto& act) {
              course::add_own(followed, own, act);
              course::add_others(followed, world, act);
            },
            of_stream);
      },
      command);
  return followed.take();
}

std::optional<Refusal> check_course(const World& world, const Command& command,
                                    const Context& context) {
  const Step* latest = nullptr;
  const std::vector<Step> followed = steps_followed(world, command);
  for (const Step& step : followed) {
    const bool later = latest == nullptr || is_before(latest->happened, step.happened);
    if (is_before(context.happened, step.happened) && later) {
      latest = &step;
    }
  }
  if (latest == nullptr) {
    return std::nullopt;
  }
  return refuse(RefusalCode::happened_before_start, {{"happened", to_text(context.happened)},
                                                     {"start", to_text(latest->happened)},
                                                     {"act", std::string(latest->act)}});
}

}  // namespace langnghe::domain
