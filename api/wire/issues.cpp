#include "shapes/issues.hpp"

#include <tuple>

#include <codec/fields/attachment.hpp>

#include "wire/answer_text.hpp"
#include "wire/commitment_fields.hpp"
#include "wire/issue_fields.hpp"
#include "wire/schemas.hpp"

namespace langnghe::codec {

namespace shapes = api::shapes;

template <>
struct Fields<shapes::IssueOpinion> {
  using T = shapes::IssueOpinion;
  static constexpr std::string_view name = "IssueOpinion";
  static constexpr auto list =
      std::tuple{nullable("id", &T::id), field("anonymous", &T::anonymous),
                 nullable("words", &T::words), nullable("resident", &T::resident)};
};
template <>
struct Fields<shapes::Delivery> {
  using T = shapes::Delivery;
  static constexpr std::string_view name = "Delivery";
  static constexpr auto list = std::tuple{field("on", &T::on),
                                          field("method", &T::method),
                                          nullable("absorbed", &T::absorbed),
                                          nullable("recipient", &T::recipient),
                                          nullable("acknowledgement", &T::acknowledgement),
                                          field("refusal", &T::refusal),
                                          field("reference", &T::reference),
                                          field("files", &T::files)};
};
template <>
struct Fields<domain::AbsorbedIssue> {
  using T = domain::AbsorbedIssue;
  static constexpr std::string_view name = "AbsorbedIssue";
  static constexpr auto list = std::tuple{
      field("issue", &T::issue), field("resident", &T::resident), field("received", &T::received),
      nullable("served_on", &T::served_on), field("given_up_for", &T::given_up_for)};
};
template <>
struct Fields<domain::IssueLink> {
  using T = domain::IssueLink;
  static constexpr std::string_view name = "IssueLink";
  static constexpr auto list = std::tuple{field("other", &T::other), field("kind", &T::kind)};
};
template <>
struct Fields<domain::PendingExtension> {
  using T = domain::PendingExtension;
  static constexpr std::string_view name = "PendingExtension";
  static constexpr auto list =
      std::tuple{field("requested_by", &T::requested_by), field("days", &T::days),
                 field("reason", &T::reason), field("late", &T::late)};
};
template <>
struct Fields<domain::MarkedDue> {
  using T = domain::MarkedDue;
  static constexpr std::string_view name = "MarkedDue";
  static constexpr auto list =
      std::tuple{nullable("first_reply", &T::first_reply), nullable("resolution", &T::resolution)};
};
template <>
struct Fields<domain::AnswerState> {
  using T = domain::AnswerState;
  static constexpr std::string_view name = "AnswerState";
  static constexpr auto list = std::tuple{field("draft", &T::draft),
                                          field("drafted_by", &T::drafted_by),
                                          field("outcome", &T::outcome),
                                          field("text", &T::text),
                                          field("legal_basis", &T::legal_basis),
                                          field("sent_back", &T::sent_back),
                                          field("approved", &T::approved)};
};
template <>
struct Fields<projections::issues::Holding> {
  using T = projections::issues::Holding;
  static constexpr std::string_view name = "Holding";
  static constexpr auto list =
      std::tuple{field("assignee", &T::assignee), field("unit", &T::unit),
                 field("from", &T::from),         nullable("accepted", &T::accepted),
                 nullable("until", &T::until),    field("returned", &T::returned)};
};
template <>
struct Fields<shapes::IssueKin> {
  using T = shapes::IssueKin;
  static constexpr auto list = std::tuple{nullable("split_from", &T::split_from),
                                          field("split_into", &T::split_into),
                                          nullable("merged_into", &T::merged_into),
                                          nullable("phase_before_merge", &T::phase_before_merge),
                                          field("absorbed", &T::absorbed),
                                          field("links", &T::links)};
};
template <>
struct Fields<shapes::IssueRegions> {
  using T = shapes::IssueRegions;
  static constexpr auto list = std::tuple{nullable("pending_extension", &T::pending_extension),
                                          nullable("paused", &T::paused),
                                          field("approaching", &T::approaching),
                                          field("breached", &T::breached),
                                          field("information_requests", &T::information_requests),
                                          field("bounces", &T::bounces),
                                          field("delivery_failures", &T::delivery_failures),
                                          field("commitments", &T::commitments),
                                          field("feedback_asked", &T::feedback_asked),
                                          nullable("reopen_request", &T::reopen_request)};
};
template <>
struct Fields<shapes::Issue> {
  using T = shapes::Issue;
  static constexpr std::string_view name = "Issue";
  static constexpr auto list = std::tuple{flattened(&T::head),
                                          flattened(&T::summary),
                                          nullable("case_code", &T::case_code),
                                          nullable("opinion", &T::opinion),
                                          nullable("origin", &T::origin),
                                          nullable("classification", &T::classification),
                                          nullable("assignment", &T::assignment),
                                          field("holdings", &T::holdings),
                                          nullable("answer", &T::answer),
                                          nullable("notice", &T::notice),
                                          field("deliveries", &T::deliveries),
                                          field("answer_owed_to", &T::answer_owed_to),
                                          nullable("forward", &T::forward),
                                          nullable("handed_over", &T::handed_over),
                                          nullable("refusal", &T::refusal),
                                          flattened(&T::regions),
                                          flattened(&T::kin),
                                          field("phase_since", &T::phase_since),
                                          nullable("told_on", &T::told_on),
                                          field("last_act_on", &T::last_act_on),
                                          field("today", &T::today),
                                          field("allowed_commands", &T::allowed_commands)};
};

}  // namespace langnghe::codec

namespace langnghe::api::wire {

template std::string text(const shapes::Issue&);

void describe_issues(codec::Schemas& answers) {
  std::ignore = codec::Kind<shapes::Issue>::schema(answers);
}

}  // namespace langnghe::api::wire
