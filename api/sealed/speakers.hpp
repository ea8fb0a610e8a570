#pragma once

#include <optional>

#include <projections/dialogues.hpp>

#include "call/call.hpp"
#include "sealed/sealed_reading.hpp"
#include "shapes/issues.hpp"

namespace langnghe::api {

/// The place where a person is shown, which decides how much of them this reader may see.
struct Meeting {
  domain::KhomId khom;                     ///< where the matter belongs
  std::optional<domain::UserId> assignee;  ///< who has the matter in hand
};

/// A name that is withheld is shown to nobody but who handles the matter.
[[nodiscard]] bool handles(const Call& call, const Meeting& met);

/// The person, as this reader is shown them.
[[nodiscard]] shapes::ShownSpeaker show_person(const Call& call, const domain::ResidentId& resident,
                                               const domain::ResidentRegistered& known,
                                               const Meeting& met, SealedReading& sealed);
/// None where nobody is known.
[[nodiscard]] std::optional<shapes::ShownSpeaker> show_speaker(
    const Call& call, const projections::Snapshot& snapshot, const domain::ResidentId& resident,
    const Meeting& met, SealedReading& sealed);

/// The words as they were said.
[[nodiscard]] Shown show_words(const Call& call, const projections::dialogues::OpinionRow& opinion,
                               const domain::KhomId& khom, SealedReading& sealed);

}  // namespace langnghe::api
