#pragma once

#include <tuple>

#include <codec/fields.hpp>
#include <codec/fields/attachment.hpp>
#include <codec/wire_type.hpp>
#include <domain/issue_promise.hpp>

// Wire names of fields: what was ever stored under one keeps it. Include in .cpp files only.
namespace langnghe::codec {

template <>
struct Fields<domain::CommitmentMade> {
  using T = domain::CommitmentMade;
  static constexpr auto list =
      std::tuple{field("commitment", &T::commitment), field("what", &T::what),
                 field("owner", &T::owner), field("due", &T::due)};
};
template <>
inline constexpr EventType kWireType<domain::CommitmentMade>{"issue.commitment_made", 1};
template <>
struct Fields<domain::CommitmentRevised> {
  using T = domain::CommitmentRevised;
  static constexpr auto list =
      std::tuple{field("commitment", &T::commitment), field("previous_due", &T::previous_due),
                 field("new_due", &T::new_due), field("reason", &T::reason)};
};
template <>
inline constexpr EventType kWireType<domain::CommitmentRevised>{"issue.commitment_revised", 1};
template <>
struct Fields<domain::EvidenceFiled> {
  using T = domain::EvidenceFiled;
  static constexpr auto list = std::tuple{field("commitment", &T::commitment),
                                          field("text", &T::text), field("files", &T::files)};
};
template <>
inline constexpr EventType kWireType<domain::EvidenceFiled>{"issue.evidence_filed", 1};
template <>
struct Fields<domain::CommitmentVerified> {
  using T = domain::CommitmentVerified;
  static constexpr auto list = std::tuple{field("commitment", &T::commitment),
                                          field("seen", &T::seen), field("files", &T::files)};
};
template <>
inline constexpr EventType kWireType<domain::CommitmentVerified>{"issue.commitment_verified", 1};
template <>
struct Fields<domain::CommitmentDisputed> {
  using T = domain::CommitmentDisputed;
  static constexpr auto list = std::tuple{field("commitment", &T::commitment),
                                          field("reason", &T::reason), field("files", &T::files)};
};
template <>
inline constexpr EventType kWireType<domain::CommitmentDisputed>{"issue.commitment_disputed", 1};
template <>
struct Fields<domain::CommitmentMissed> {
  using T = domain::CommitmentMissed;
  static constexpr auto list =
      std::tuple{field("commitment", &T::commitment), field("due", &T::due)};
};
template <>
inline constexpr EventType kWireType<domain::CommitmentMissed>{"issue.commitment_missed", 1};

template <>
struct Fields<domain::CommitmentMissRetracted> {
  using T = domain::CommitmentMissRetracted;
  static constexpr auto list =
      std::tuple{field("commitment", &T::commitment), field("due", &T::due)};
};
template <>
inline constexpr EventType kWireType<domain::CommitmentMissRetracted>{
    "issue.commitment_miss_retracted", 1};

}  // namespace langnghe::codec
