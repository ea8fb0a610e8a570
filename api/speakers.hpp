#pragma once

#include <optional>

#include <projections/dialogues.hpp>

#include "call.hpp"
#include "personal_data.hpp"
#include "wire/issue_json.hpp"

namespace langnghe::api {

/// Who spoke, as this reader is shown it; `khom` is where they live.
[[nodiscard]] std::optional<wire::ShownSpeaker> show_speaker(const Call& call,
                                                             const projections::Snapshot& snapshot,
                                                             const domain::ResidentId& resident,
                                                             const domain::KhomId& khom);

/// What was said, as it was said.
[[nodiscard]] Shown show_words(const Call& call, const projections::dialogues::OpinionRow& opinion,
                               const domain::KhomId& khom);

}  // namespace langnghe::api
