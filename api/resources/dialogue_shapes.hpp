#pragma once

#include <projections/dialogues.hpp>

#include "shapes/dialogue_summary.hpp"

namespace langnghe::api::resources {

[[nodiscard]] shapes::DialogueBasics basics_of(const projections::dialogues::DialogueRow& row);
[[nodiscard]] shapes::DialogueSummary summary_of(const projections::dialogues::DialogueRow& row);

}  // namespace langnghe::api::resources
