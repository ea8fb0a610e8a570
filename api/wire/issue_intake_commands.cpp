#include <array>

#include <codec/fields/attachment.hpp>
#include <codec/fields/issue.hpp>

#include "wire/issue_acts.hpp"
#include "wire/speaker_fields.hpp"

namespace langnghe::codec {

template <>
struct Fields<domain::AnswerOnTheSpot> {
  using T = domain::AnswerOnTheSpot;
  static constexpr auto list =
      std::tuple{field("answer", &T::answer), field("answered_by", &T::answered_by),
                 field_or_default("accepted_by_resident", &T::accepted_by_resident)};
};
template <>
struct Fields<domain::NoteIssue> {
  static constexpr auto list = std::tuple{field("reason", &domain::NoteIssue::reason)};
};
template <>
struct Fields<domain::ContestOnTheSpotAnswer> {
  using T = domain::ContestOnTheSpotAnswer;
  static constexpr auto list = std::tuple{field("reason", &T::reason)};
};
template <>
struct Fields<domain::ClassifyIssue> {
  using T = domain::ClassifyIssue;
  static constexpr auto list =
      std::tuple{field("type", &T::type), field("field", &T::field),
                 field("complexity", &T::complexity), field_or_default("group", &T::group)};
};
template <>
struct Fields<domain::ReclassifyIssue> {
  using T = domain::ReclassifyIssue;
  static constexpr auto list = std::tuple{
      field("type", &T::type), field("field", &T::field), field("complexity", &T::complexity),
      field("reason", &T::reason), field("agreed_due", &T::agreed_due)};
};
template <>
struct Fields<domain::IssuePart> {
  using T = domain::IssuePart;
  static constexpr auto list = std::tuple{field_or_default("issue", &T::issue),
                                          field("subject", &T::subject), field("field", &T::field)};
};
template <>
struct Fields<domain::SplitIssue> {
  using T = domain::SplitIssue;
  static constexpr auto list = std::tuple{field("parts", &T::parts), field("reason", &T::reason)};
};
template <>
struct Fields<domain::MergeIssue> {
  using T = domain::MergeIssue;
  static constexpr auto list = std::tuple{field("into", &T::into), field("reason", &T::reason)};
};
template <>
struct Fields<domain::UnmergeIssue> {
  using T = domain::UnmergeIssue;
  static constexpr auto list = std::tuple{field("reason", &T::reason)};
};
template <>
struct Fields<domain::LinkIssue> {
  using T = domain::LinkIssue;
  static constexpr auto list =
      std::tuple{field("other", &T::other), field("kind", &T::kind), field("reason", &T::reason)};
};
template <>
struct Fields<domain::CorrectIssue> {
  using T = domain::CorrectIssue;
  static constexpr auto list = std::tuple{
      field("field", &T::field), field("new_value", &T::new_value), field("reason", &T::reason)};
};
template <>
struct Fields<domain::VoidIssue> {
  using T = domain::VoidIssue;
  static constexpr auto list =
      std::tuple{field("reason", &T::reason), field("duplicate_of", &T::duplicate_of)};
};
template <>
struct Fields<domain::WithdrawIssue> {
  using T = domain::WithdrawIssue;
  static constexpr auto list =
      std::tuple{field("form", &T::form), field("document", &T::document),
                 field("reason", &T::reason), field_or_default("files", &T::files)};
};
template <>
struct Fields<api::wire::RecordBody> {
  using T = api::wire::RecordBody;
  static constexpr auto list =
      std::tuple{field("channel", &T::channel),   field("khom", &T::khom),
                 field("received", &T::received), field("subject", &T::subject),
                 field("field", &T::field),       field_or_default("pressing", &T::pressing),
                 field("words", &T::words),       field("speaker", &T::speaker),
                 field("origin", &T::origin)};
};

}  // namespace langnghe::codec

namespace langnghe::api::wire {
namespace {

using domain::IssueId;

constexpr std::array kActs{reader_of<domain::AnswerOnTheSpot, IssueId>(),
                           reader_of<domain::NoteIssue, IssueId>(),
                           reader_of<domain::ContestOnTheSpotAnswer, IssueId>(),
                           reader_of<domain::ClassifyIssue, IssueId>(),
                           reader_of<domain::ReclassifyIssue, IssueId>(),
                           reader_of<domain::SplitIssue, IssueId>(),
                           reader_of<domain::MergeIssue, IssueId>(),
                           reader_of<domain::UnmergeIssue, IssueId>(),
                           reader_of<domain::LinkIssue, IssueId>(),
                           reader_of<domain::CorrectIssue, IssueId>(),
                           reader_of<domain::VoidIssue, IssueId>(),
                           reader_of<domain::WithdrawIssue, IssueId>()};

}  // namespace

std::span<const IssueAct> intake_acts() {
  return kActs;
}

Read<RecordBody> read_record(std::string_view body) {
  return read_body<RecordBody>(body);
}

void describe_sealing_intake(Bodies& bodies) {
  describe_act<RecordBody>(domain::Subject::issue, domain::RecordIssue::kAct, bodies);
}

}  // namespace langnghe::api::wire
