#pragma once

#include <vector>

#include <rapidcheck.h>

#include "property/story.hpp"

namespace langnghe::domain::spec {

/// Stories of up to a few hundred steps, longer as the search goes on.
[[nodiscard]] rc::Gen<std::vector<Step>> any_steps();

/// The one alternative of an issue's event, or null.
template <class E>
const E* as(const RecordedEvent& event) {
  const auto* of_issue = std::get_if<IssueEvent>(&event.event);
  return of_issue == nullptr ? nullptr : std::get_if<E>(of_issue);
}

}  // namespace langnghe::domain::spec
