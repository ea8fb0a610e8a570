#pragma once

#include <vector>

#include <rapidcheck.h>

#include "property/story.hpp"

namespace langnghe::domain::spec {

/// The largest number of steps in the stories of a property: enough for a dozen matters to end.
inline constexpr int kLongStory = 200;
/// For properties that store the whole story or make its figures.
inline constexpr int kShortStory = 80;

/// Steps of a story, more of them as the search goes on.
[[nodiscard]] rc::Gen<std::vector<Step>> any_steps(int longest = kLongStory);

/// The one alternative of an issue's event, or null.
template <class E>
const E* as(const RecordedEvent& event) {
  const auto* of_issue = std::get_if<IssueEvent>(&event.event);
  return of_issue == nullptr ? nullptr : std::get_if<E>(of_issue);
}

}  // namespace langnghe::domain::spec
