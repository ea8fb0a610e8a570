#include <array>

#include "wire/issue_acts.hpp"

namespace langnghe::codec {

template <>
struct Fields<domain::HandOverIssue> {
  using T = domain::HandOverIssue;
  static constexpr auto list = std::tuple{field("counter", &T::counter, between(1, 1'000)),
                                          field("paper_register_number", &T::paper_register_number),
                                          field("receiving_officer", &T::receiving_officer)};
};
template <>
struct Fields<domain::ForwardIssue> {
  using T = domain::ForwardIssue;
  static constexpr auto list =
      std::tuple{field("body", &T::body), field("document", &T::document),
                 field("asked", &T::asked), field_or_default("resident_told", &T::resident_told)};
};
template <>
struct Fields<domain::AcknowledgeForward> {
  using T = domain::AcknowledgeForward;
  static constexpr auto list = std::tuple{field("document", &T::document)};
};
template <>
struct Fields<domain::BounceForward> {
  using T = domain::BounceForward;
  static constexpr auto list =
      std::tuple{field("document", &T::document), field("reason", &T::reason)};
};
template <>
struct Fields<domain::RecordExternalResult> {
  using T = domain::RecordExternalResult;
  static constexpr auto list =
      std::tuple{field("document", &T::document), field("summary", &T::summary)};
};
template <>
struct Fields<domain::RefuseHandling> {
  using T = domain::RefuseHandling;
  static constexpr auto list =
      std::tuple{field("ground", &T::ground), field("reason", &T::reason),
                 field("number", &T::number, between(1, 1'000'000)), field("signer", &T::signer),
                 field("capacity", &T::capacity)};
};

}  // namespace langnghe::codec

namespace langnghe::api::wire {
namespace {

using domain::IssueId;

constexpr std::array kActs{reader_of<domain::HandOverIssue, IssueId>(),
                           reader_of<domain::ForwardIssue, IssueId>(),
                           reader_of<domain::AcknowledgeForward, IssueId>(),
                           reader_of<domain::BounceForward, IssueId>(),
                           reader_of<domain::RecordExternalResult, IssueId>(),
                           reader_of<domain::RefuseHandling, IssueId>()};

}  // namespace

std::span<const IssueAct> elsewhere_acts() {
  return kActs;
}

}  // namespace langnghe::api::wire
