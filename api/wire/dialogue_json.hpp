#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <projections/dialogues.hpp>
#include <projections/issues.hpp>

#include "call.hpp"
#include "reading/personal_data.hpp"
#include "reading/reading.hpp"
#include "wire/issue_json.hpp"

namespace langnghe::api::wire {

[[nodiscard]] std::string dialogue_list(
    const Call& call, const Reading& reading, const domain::Date& from, const domain::Date& to,
    const std::vector<projections::dialogues::DialogueRow>& rows);

struct ShownOpinion {
  projections::dialogues::OpinionRow row;
  Shown words;
  std::optional<ShownSpeaker> speaker;
};
struct DialogueDetail {
  projections::dialogues::DialogueRow row;
  std::optional<Shown> host_address;
  std::vector<ShownOpinion> opinions;
  std::vector<projections::issues::IssueRow> issues;
  std::vector<projections::issues::IssueRow> redirected;
  AllowedActs allowed;
};
[[nodiscard]] std::string dialogue_detail(const Call& call, const Reading& reading,
                                          const DialogueDetail& detail);

}  // namespace langnghe::api::wire
