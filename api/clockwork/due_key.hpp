#pragma once

#include <string>

#include <projections/clock.hpp>
#include <projections/views.hpp>

namespace langnghe::clockwork {

/// `system:clock:{act}:{subject}:{what was due}`: the same due act has the same key whoever finds
/// it, and the same act due another day has another one. The views must show the subject.
[[nodiscard]] std::string due_key(const projections::clock::DueAct& due,
                                  const projections::Snapshot& snapshot);

}  // namespace langnghe::clockwork
