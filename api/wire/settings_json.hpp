#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <projections/settings.hpp>
#include <transparency/merkle.hpp>

#include "call.hpp"
#include "reading/reading.hpp"

namespace langnghe::api::wire {

[[nodiscard]] std::string settings(
    const Call& call, const Reading& reading,
    const projections::settings::Versioned<domain::WardState>& ward,
    const projections::settings::Versioned<domain::CalendarState>& calendar,
    const projections::settings::Versioned<domain::PolicyState>& policy,
    const AllowedActs& allowed);

struct AssigneeRow {
  domain::UserId user;
  std::string display_name;
  std::vector<domain::KhomId> khoms;
  std::optional<domain::Official> official;
};
[[nodiscard]] std::string assignees(const Call& call, const Reading& reading,
                                    const std::vector<AssigneeRow>& rows);

struct PositionedRecord {
  std::uint64_t position = 0;
  std::string bytes;  ///< the canonical JSON that was hashed
  /// In its place, for who may not read this one: its RFC 6962 leaf hash.
  std::optional<eventstore::Hash> withheld;
};
[[nodiscard]] std::string events(const Call& call, const Reading& reading,
                                 const std::vector<PositionedRecord>& records, bool more);

[[nodiscard]] std::string health();

}  // namespace langnghe::api::wire
