#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <domain/ids.hpp>

#include "call.hpp"
#include "reading/reading.hpp"
#include "wire/issue_json.hpp"

namespace langnghe::api::wire {

struct ResidentDetail {
  eventstore::Version version;
  domain::KhomId khom;
  ShownSpeaker person;
  std::vector<domain::IssueId> issues;  ///< those the reader sees
  AllowedActs allowed;
};
[[nodiscard]] std::string resident_detail(const Call& call, const Reading& reading,
                                          const ResidentDetail& detail);

}  // namespace langnghe::api::wire
