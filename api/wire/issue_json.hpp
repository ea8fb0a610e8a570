#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <domain/resident.hpp>
#include <projections/dialogues.hpp>
#include <projections/issues.hpp>

#include "call.hpp"
#include "reading/personal_data.hpp"
#include "reading/reading.hpp"

namespace langnghe::api::wire {

[[nodiscard]] std::string issue_list(const Call& call, const Reading& reading,
                                     const projections::issues::Page& page,
                                     std::string_view next_cursor);

/// A person, as this reader is shown them.
struct ShownSpeaker {
  domain::ResidentId resident;
  bool anonymous = false;
  domain::ResidentPhase phase{};
  std::optional<domain::KeyDestroyed> erasure;  ///< shown in the person's place
  std::optional<Shown> name;
  std::optional<Shown> phone;
  std::optional<Shown> address;
};
struct ShownWords {
  std::optional<Shown> words;
  std::optional<ShownSpeaker> speaker;
};
struct IssueDetail {
  projections::issues::IssueRow row;
  ShownWords said;
  std::vector<std::optional<Shown>> recipients;  ///< one of each delivery of the state
  AllowedActs allowed;
};
[[nodiscard]] std::string issue_detail(const Call& call, const Reading& reading,
                                       const IssueDetail& detail);

/// One act in an issue's life.
struct HistoryItem {
  std::uint64_t position = 0;
  std::string stream;
  std::string type;
  std::string user;
  std::string role;
  std::string happened;
  std::string recorded;  ///< local time
  int late_days = 0;     ///< entered so many days after it happened, where the policy calls it late
  std::string data;      ///< JSON as stored; sealed parts stay ciphertext
};
[[nodiscard]] std::string issue_history(const Call& call, const Reading& reading,
                                        const domain::IssueId& issue,
                                        const std::vector<HistoryItem>& items);

}  // namespace langnghe::api::wire
