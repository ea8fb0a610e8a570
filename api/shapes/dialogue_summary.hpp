#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include <domain/dialogue.hpp>

#include "shapes/shown.hpp"

namespace langnghe::api::shapes {

struct Venue {
  domain::VenueKind kind{};
  std::string place;                  ///< the name of the office; empty for a household
  std::optional<Shown> host_address;  ///< of a household, where one dialogue is shown alone
};

/// The members that lists and the detail of a dialogue share.
struct DialogueBasics {
  domain::DialogueId id;
  std::uint64_t version = 0;
  domain::DialoguePhase phase{};
  domain::KhomId khom;
  domain::Date date{};
  std::chrono::minutes start{};
  std::optional<std::chrono::minutes> end;
  domain::DialogueFormat format{};
  Venue venue;
  domain::OfficialId chair;
  std::string topics;
  bool outside_office_hours = false;
  bool double_booked = false;
  std::optional<bool> short_notice;  ///< none while it is not announced
  std::optional<int> residents;      ///< none while attendance is not recorded
};

struct DialogueSummary {
  DialogueBasics basics;
  std::uint64_t opinions = 0;
  std::uint64_t issues = 0;
  std::optional<std::string> minutes;  ///< their symbol
};

}  // namespace langnghe::api::shapes
