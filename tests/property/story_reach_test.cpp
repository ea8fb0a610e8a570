#include <set>

#include <gtest/gtest.h>

#include "property/any_story.hpp"

namespace langnghe::domain::spec {
namespace {

// A property that no story ever comes near holds by itself. These stories are always the same.
TEST(TheRandomStories, ReachEveryEventOfAnIssue) {
  std::set<std::size_t> reached;
  int minutes_signed = 0;
  const auto steps = any_steps();
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const Story story(steps(rc::Random(seed), 100).value());
    for (const auto& event : story.scene().events()) {
      if (const auto* of_issue = std::get_if<IssueEvent>(&event.event)) {
        reached.insert(of_issue->index());
      }
      if (const auto* of_dialogue = std::get_if<DialogueEvent>(&event.event)) {
        minutes_signed += std::holds_alternative<MinutesSigned>(*of_dialogue) ? 1 : 0;
      }
    }
  }
  for (std::size_t kind = 0; kind < std::variant_size_v<IssueEvent>; ++kind) {
    EXPECT_TRUE(reached.contains(kind)) << "alternative " << kind << " of IssueEvent";
  }
  EXPECT_GT(minutes_signed, 0);
}

}  // namespace
}  // namespace langnghe::domain::spec
