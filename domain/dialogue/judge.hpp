#pragma once

#include "rules.hpp"
#include "value_checks.hpp"

/// Private to the dialogue: one decision per command, by chapter of the meeting's life.
namespace langnghe::domain {

// decide_meeting.cpp
[[nodiscard]] Decision judge(const World&, const ScheduleDialogue&, const Context&);
[[nodiscard]] Decision judge(const World&, const AnnounceDialogue&, const Context&);
[[nodiscard]] Decision judge(const World&, const OpenDialogue&, const Context&);
[[nodiscard]] Decision judge(const World&, const RecordAttendance&, const Context&);

// decide_opinion.cpp
[[nodiscard]] Decision judge(const World&, const RecordOpinion&, const Context&);
[[nodiscard]] Decision judge(const World&, const RedirectDenunciation&, const Context&);

// decide_minutes.cpp
[[nodiscard]] Decision judge(const World&, const CloseDialogue&, const Context&);
[[nodiscard]] Decision judge(const World&, const SignMinutes&, const Context&);

/// `happened_before_start` for an act that cannot have happened before the day of the meeting.
[[nodiscard]] MaybeRefusal check_not_before_meeting(const DialogueState& dialogue,
                                                    const Context& context);

}  // namespace langnghe::domain
