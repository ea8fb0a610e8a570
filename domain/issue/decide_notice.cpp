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
  return check_order(matter.issue.notice->date, matter.on());
}

}  // namespace

MaybeRefusal guard(const Matter& matter, const RecordDelivery&) {
  return check_issued(matter, RecordDelivery::kAct);
}

MaybeRefusal guard(const Matter& matter, const PostNotice&) {
  return check_issued(matter, PostNotice::kAct);
}

MaybeRefusal guard(const Matter& matter, const RecordDeliveryFailure&) {
  return check_issued(matter, RecordDeliveryFailure::kAct);
}

MaybeRefusal guard(const Matter& matter, const ReplaceNotice&) {
  return check_issued(matter, ReplaceNotice::kAct);
}

MaybeRefusal guard(const Matter& matter, const CorrectNotice&) {
  return check_issued(matter, CorrectNotice::kAct);
}

MaybeRefusal guard(const Matter& matter, const RecallNotice&) {
  return check_issued(matter, RecallNotice::kAct);
}

std::expected<NumberedNotice, Refusal> numbered_notice(const Matter& matter,
                                                       const OfficialId& signer,
                                                       std::optional<int> wanted) {
  const WardState& ward = matter.world.ward();
  if (auto refusal = check_official(ward, signer, matter.on())) {
    return std::unexpected(*std::move(refusal));
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
  return NumberedNotice{*std::move(taken), std::move(entry)};
}

Decision decide(const Matter& matter, const IssueNotice& act) {
  const auto numbered = numbered_notice(matter, act.signer, act.number);
  if (!numbered) {
    return std::unexpected(numbered.error());
  }
  return std::vector{matter.emitted(NoticeIssued{numbered->taken.number, numbered->taken.symbol,
                                                 matter.on(), act.signer, act.capacity}),
                     numbered->entry};
}

Decision decide(const Matter& matter, const RecordDelivery& act) {
  return decided(matter, {}, NoticeDelivered{act.method});
}

Decision decide(const Matter& matter, const PostNotice& act) {
  return decided(matter, {check_not_blank("place", act.place)}, NoticePosted{act.place});
}

Decision decide(const Matter& matter, const RecordDeliveryFailure& act) {
  return decided(matter, {check_not_blank("reason", act.reason)},
                 DeliveryFailed{act.method, act.reason});
}

// Decree 30/2020 Art. 18(3): what is wrong in content is replaced by a document of the same kind,
// what is wrong in form is corrected by letter. The number that was taken stays taken.
Decision decide(const Matter& matter, const ReplaceNotice& act) {
  if (auto refusal =
          first_of({check_not_blank("text", act.text), check_not_blank("reason", act.reason)})) {
    return std::unexpected(*std::move(refusal));
  }
  const auto numbered = numbered_notice(matter, act.signer, act.number);
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
  return decided(matter,
                 {check_not_blank("document", act.document), check_not_blank("reason", act.reason)},
                 NoticeCorrected{act.document, act.reason});
}

Decision decide(const Matter& matter, const RecallNotice& act) {
  if (auto refusal = check_not_blank("reason", act.reason)) {
    return std::unexpected(*std::move(refusal));
  }
  std::vector events{matter.emitted(NoticeRecalled{matter.issue.notice->symbol, act.reason})};
  add_recomputations(matter.world, matter.context, events);
  return events;
}

}  // namespace langnghe::domain::issue
