#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <projections/settings.hpp>

#include "call.hpp"
#include "reading/reading.hpp"

namespace langnghe::api::wire {

[[nodiscard]] std::string settings(
    const Call& call, const Reading& reading,
    const projections::settings::Versioned<domain::WardState>& ward,
    const projections::settings::Versioned<domain::CalendarState>& calendar,
    const projections::settings::Versioned<domain::PolicyState>& policy,
    const AllowedActs& allowed);

struct AccountRow {
  domain::UserId user;
  projections::settings::Versioned<domain::UserState> account;
  bool has_password = false;
  AllowedActs allowed;
};
[[nodiscard]] std::string users(const Call& call, const Reading& reading,
                                const std::vector<AccountRow>& rows);

struct AssigneeRow {
  domain::UserId user;
  std::string display_name;
  std::vector<domain::KhomId> khoms;
  std::optional<domain::Official> official;
};
[[nodiscard]] std::string assignees(const Call& call, const Reading& reading,
                                    const std::vector<AssigneeRow>& rows);

[[nodiscard]] std::string me(const Call& call);

/// What a signed-in browser needs; `csrf_token` is empty for an access token.
[[nodiscard]] std::string session(const Access& access, std::string_view csrf_token);

struct PositionedRecord {
  std::uint64_t position = 0;
  std::string bytes;  ///< the canonical JSON that was hashed
};
[[nodiscard]] std::string events(const Call& call, const Reading& reading,
                                 const std::vector<PositionedRecord>& records, bool more);

[[nodiscard]] std::string health();

}  // namespace langnghe::api::wire
