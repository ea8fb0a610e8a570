#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace langnghe::domain {

/// A text identifier that cannot be mixed up with another kind. Opaque to the rules; the API
/// accepts `[a-z0-9][a-z0-9_-]{0,63}` made by a client, or makes a UUIDv7 (RFC 9562).
template <class Tag>
struct Id {
  std::string value;
  auto operator<=>(const Id&) const = default;
  [[nodiscard]] bool empty() const { return value.empty(); }
};

using KhomId = Id<struct KhomTag>;
using OfficialId = Id<struct OfficialTag>;
using DialogueId = Id<struct DialogueTag>;
using OpinionId = Id<struct OpinionTag>;
using IssueId = Id<struct IssueTag>;
using ResidentId = Id<struct ResidentTag>;
using UserId = Id<struct UserTag>;
using CommitmentId = Id<struct CommitmentTag>;
using RecommendationId = Id<struct RecommendationTag>;
using DelegationId = Id<struct DelegationTag>;
using TakedownId = Id<struct TakedownTag>;
using FieldCode = Id<struct FieldTag>;  ///< lĩnh vực, for example ROADS; the list is policy data.

/// The name of one stream of the ward's ledger, for example `issue-<id>` or `plan-2021`.
using StreamId = Id<struct StreamTag>;

[[nodiscard]] StreamId ward_stream();
[[nodiscard]] StreamId calendar_stream();
[[nodiscard]] StreamId policy_stream();
[[nodiscard]] StreamId supervision_stream();
[[nodiscard]] StreamId plan_stream(int year);
[[nodiscard]] StreamId register_stream(int year);
[[nodiscard]] StreamId stream_of(const DialogueId& dialogue);
[[nodiscard]] StreamId stream_of(const IssueId& issue);
[[nodiscard]] StreamId stream_of(const ResidentId& resident);
[[nodiscard]] StreamId stream_of(const UserId& user);
/// `report-{family}-{period}`, for example `report-calendar-2021-Q1`.
[[nodiscard]] StreamId report_stream(std::string_view family, std::string_view period);

/// Is this text a well-formed identifier made by a client?
[[nodiscard]] bool is_well_formed_id(std::string_view text);

}  // namespace langnghe::domain
