#include <utility>

#include "issue/marks.hpp"
#include "issue/notice.hpp"

namespace langnghe::domain::issue {
namespace {

// A forward's result was told without a notice of the ward's.
MaybeRefusal check_issued(const Matter& matter, std::string_view act) {
  if (!matter.issue.notice) {
    return not_allowed_now(act, "notice_not_issued");
  }
  return std::nullopt;
}

}  // namespace

std::expected<NumberedNotice, Refusal> numbered_notice(const Matter& matter,
                                                       const OfficialId& signer,
                                                       std::optional<SigningCapacity> capacity,
                                                       std::optional<int> wanted) {
  const WardState& ward = matter.world.ward();
  const auto signs_as =
      signing_capacity(ward, signer, capacity, to_text(DocumentType::notice), matter.on());
  if (!signs_as) {
    return std::unexpected(signs_as.error());
  }
  const int year = static_cast<int>(matter.on().year());
  auto taken = take_number(ward, matter.world.document_register(year), DocumentType::notice,
                           matter.on(), wanted);
  if (!taken) {
    return std::unexpected(taken.error());
  }
  Emitted entry{register_stream(year),
                NumberTaken{taken->number, DocumentType::notice, taken->symbol, matter.on(),
                            stream_of(matter.id)}};
  return NumberedNotice{*std::move(taken), *signs_as, std::move(entry)};
}

Decision decide(const Matter& matter, const IssueNotice& act) {
  const auto numbered = numbered_notice(matter, act.signer, act.capacity, act.number);
  if (!numbered) {
    return std::unexpected(numbered.error());
  }
  return std::vector{matter.emitted(NoticeIssued{numbered->taken.number, numbered->taken.symbol,
                                                 matter.on(), act.signer, act.capacity}),
                     numbered->entry};
}

Decision decide(const Matter& matter, const RecordDelivery& act) {
  return decided(matter, {check_issued(matter, RecordDelivery::kAct)}, NoticeDelivered{act.method});
}

Decision decide(const Matter& matter, const PostNotice& act) {
  return decided(matter,
                 {check_issued(matter, PostNotice::kAct), check_not_blank("place", act.place)},
                 NoticePosted{act.place});
}

Decision decide(const Matter& matter, const RecordDeliveryFailure& act) {
  return decided(
      matter,
      {check_issued(matter, RecordDeliveryFailure::kAct), check_not_blank("reason", act.reason)},
      DeliveryFailed{act.method, act.reason});
}

// Decree 30/2020 Art. 18(3): what is wrong in content is replaced by a document of the same kind,
// what is wrong in form is corrected by letter. The number that was taken stays taken.
Decision decide(const Matter& matter, const ReplaceNotice& act) {
  if (auto refusal =
          first_of({check_issued(matter, ReplaceNotice::kAct), check_not_blank("text", act.text),
                    check_not_blank("reason", act.reason)})) {
    return std::unexpected(*std::move(refusal));
  }
  const auto numbered = numbered_notice(matter, act.signer, act.capacity, act.number);
  if (!numbered) {
    return std::unexpected(numbered.error());
  }
  return std::vector{
      matter.emitted(NoticeReplaced{matter.issue.notice->symbol, numbered->taken.number,
                                    numbered->taken.symbol, matter.on(), act.signer, act.capacity,
                                    act.text, act.reason}),
      numbered->entry};
}

Decision decide(const Matter& matter, const CorrectNotice& act) {
  if (auto refusal = first_of({check_issued(matter, CorrectNotice::kAct),
                               check_not_blank("document", act.document),
                               check_not_blank("reason", act.reason)})) {
    return std::unexpected(*std::move(refusal));
  }
  const auto capacity = signing_capacity_if_signed(matter.world.ward(), act.signer, act.capacity,
                                                   kLetter, matter.on());
  if (!capacity) {
    return std::unexpected(capacity.error());
  }
  return decided(matter, {}, NoticeCorrected{act.document, act.reason, act.signer, *capacity});
}

Decision decide(const Matter& matter, const RecallNotice& act) {
  if (auto refusal = first_of(
          {check_issued(matter, RecallNotice::kAct), check_not_blank("reason", act.reason)})) {
    return std::unexpected(*std::move(refusal));
  }
  std::vector events{matter.emitted(NoticeRecalled{matter.issue.notice->symbol, act.reason})};
  add_recomputations(matter.world, matter.context, events);
  return events;
}

}  // namespace langnghe::domain::issue
