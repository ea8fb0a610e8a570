#pragma once

#include <cstdint>
#include <vector>

#include <domain/ids.hpp>

#include "shapes/allowed.hpp"
#include "shapes/head.hpp"
#include "shapes/issues.hpp"

namespace langnghe::api::shapes {

struct Resident {
  Head head;
  ShownSpeaker person;
  std::uint64_t version = 0;
  domain::KhomId khom;
  bool anonymous = false;
  std::vector<domain::IssueId> issues;  ///< those the reader sees
  std::vector<AllowedCommand> allowed_commands;
};

struct FoundResident {
  ShownSpeaker person;
  std::uint64_t version = 0;
  domain::KhomId khom;
  std::vector<domain::IssueId> issues;  ///< those the reader sees
};

struct ResidentList {
  Head head;
  std::vector<FoundResident> items;
  bool more = false;  ///< there are others of this name
};

}  // namespace langnghe::api::shapes
