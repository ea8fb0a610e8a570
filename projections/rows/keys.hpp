#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <domain/ids.hpp>
#include <ledger/types.hpp>

/// Pieces of row keys.
namespace langnghe::projections {

/// Big-endian, so that the order of keys is the order of numbers.
[[nodiscard]] std::string be64(std::uint64_t value);
/// The number in the last 8 bytes of a key. Throws ViewFault if there are not that many.
[[nodiscard]] std::uint64_t last_be64(std::string_view key);

/// The id that follows the kind in a stream's name: `issue-7` -> `7`. codec::decode has seen to it
/// that an event lies on a stream of its kind.
template <class IdType>
[[nodiscard]] IdType id_in(const domain::StreamId& stream, std::string_view kind) {
  return IdType{stream.value.substr(kind.size())};
}

inline constexpr std::string_view kPlanKind = "plan-";
inline constexpr std::string_view kDialogueKind = "dialogue-";
inline constexpr std::string_view kIssueKind = "issue-";
inline constexpr std::string_view kRegisterKind = "register-";
inline constexpr std::string_view kReportKind = "report-";
inline constexpr std::string_view kResidentKind = "resident-";
inline constexpr std::string_view kUserKind = "user-";

}  // namespace langnghe::projections
