#include <array>

#include <codec/fields/attachment.hpp>

#include "wire/issue_acts.hpp"

namespace langnghe::codec {

template <>
struct Fields<domain::MakeCommitment> {
  using T = domain::MakeCommitment;
  static constexpr auto list =
      std::tuple{field_or_default("commitment", &T::commitment), field("what", &T::what),
                 field("owner", &T::owner), field("due", &T::due)};
};
template <>
struct Fields<domain::ReviseCommitment> {
  using T = domain::ReviseCommitment;
  static constexpr auto list = std::tuple{field("commitment", &T::commitment),
                                          field("due", &T::due), field("reason", &T::reason)};
};
template <>
struct Fields<domain::FileEvidence> {
  using T = domain::FileEvidence;
  static constexpr auto list =
      std::tuple{field("commitment", &T::commitment), field("text", &T::text),
                 field_or_default("files", &T::files)};
};
template <>
struct Fields<domain::VerifyCommitment> {
  using T = domain::VerifyCommitment;
  static constexpr auto list =
      std::tuple{field("commitment", &T::commitment), field("seen", &T::seen),
                 field_or_default("files", &T::files)};
};
template <>
struct Fields<domain::DisputeCommitment> {
  using T = domain::DisputeCommitment;
  static constexpr auto list =
      std::tuple{field("commitment", &T::commitment), field("reason", &T::reason),
                 field_or_default("files", &T::files)};
};

}  // namespace langnghe::codec

namespace langnghe::api::wire {
namespace {

using domain::IssueId;

constexpr std::array kActs{
    reader_of<domain::MakeCommitment, IssueId>(), reader_of<domain::ReviseCommitment, IssueId>(),
    reader_of<domain::FileEvidence, IssueId>(), reader_of<domain::VerifyCommitment, IssueId>(),
    reader_of<domain::DisputeCommitment, IssueId>()};

}  // namespace

std::span<const IssueAct> promise_acts() {
  return kActs;
}

}  // namespace langnghe::api::wire
