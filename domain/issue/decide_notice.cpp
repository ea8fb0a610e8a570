#include <algorithm>
#include <utility>

#include "issue/delivery.hpp"
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

/// Is it still on its way to the own person? What was posted can be handed over all the same.
bool is_on_its_way(const IssueState& issue) {
  return issue.phase == IssuePhase::notice_issued || issue.phase == IssuePhase::notice_posted;
}

MaybeRefusal check_anybody_waits(const Matter& matter, std::string_view act) {
  if (auto refusal = check_issued(matter, act)) {
    return refusal;
  }
  return is_on_its_way(matter.issue) || can_be_served(matter.issue)
             ? std::nullopt
             : MaybeRefusal(not_allowed_now(act, "answer_not_owed"));
}

/// The person it is for is owed it: the own one, or that of a merged issue, also where the matter
/// was closed before anybody saw to that.
MaybeRefusal check_due_to(const Matter& matter, const std::optional<IssueId>& absorbed,
                          std::string_view act) {
  if (absorbed) {
    return check_owed(matter, *absorbed, act);
  }
  return is_on_its_way(matter.issue) ? std::nullopt
                                     : MaybeRefusal(not_allowed_now(act, "answer_not_owed"));
}

/// The absorbed issues whose persons a posting serves too: those named because they were not found,
/// and those whom nobody could look for.
std::vector<IssueId> served_by_posting(const Matter& matter, const std::vector<IssueId>& named) {
  std::vector<IssueId> served = named;
  for (const IssueId& owed : matter.issue.owed()) {
    const bool unknown =
        is_unknown_person(matter.world, matter.issue.find_absorbed(owed)->resident);
    if (unknown && std::ranges::find(served, owed) == served.end()) {
      served.push_back(owed);
    }
  }
  return served;
}

MaybeRefusal check_named(const Matter& matter, const std::vector<IssueId>& named,
                         std::string_view act) {
  for (const IssueId& absorbed : named) {
    if (auto refusal = check_owed(matter, absorbed, act)) {
      return refusal;
    }
  }
  return check_distinct(named);
}

}  // namespace

MaybeRefusal guard(const Matter& matter, const RecordDelivery&) {
  return check_anybody_waits(matter, RecordDelivery::kAct);
}

MaybeRefusal guard(const Matter& matter, const PostNotice&) {
  return check_anybody_waits(matter, PostNotice::kAct);
}

MaybeRefusal guard(const Matter& matter, const RecordDeliveryFailure&) {
  return check_anybody_waits(matter, RecordDeliveryFailure::kAct);
}

MaybeRefusal guard(const Matter& matter, const GiveUpDelivery&) {
  return matter.issue.owed().empty()
             ? MaybeRefusal(not_allowed_now(GiveUpDelivery::kAct, "answer_not_owed"))
             : std::nullopt;
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
  return decided(matter,
                 {check_due_to(matter, act.absorbed, RecordDelivery::kAct),
                  check_proof(matter, act.method, act.proof, act.absorbed)},
                 NoticeDelivered{act.method, act.proof, act.absorbed});
}

Decision decide(const Matter& matter, const PostNotice& act) {
  const DeliveryProof proof{std::nullopt, std::nullopt, "", act.reference, act.files};
  if (auto refusal = first_of({check_not_blank("place", act.place),
                               check_named(matter, act.absorbed, PostNotice::kAct),
                               check_posting_proof(matter, proof)})) {
    return std::unexpected(*std::move(refusal));
  }
  auto served = served_by_posting(matter, act.absorbed);
  if (served.empty() && matter.issue.phase != IssuePhase::notice_issued) {
    return std::unexpected(not_allowed_now(PostNotice::kAct, "answer_not_owed"));
  }
  return decided(matter, {}, NoticePosted{act.place, act.reference, act.files, std::move(served)});
}

// A right nobody could serve is not forgotten: it stands in the record why.
Decision decide(const Matter& matter, const GiveUpDelivery& act) {
  const auto owed = matter.issue.owed();
  const bool is_owed = std::ranges::find(owed, act.absorbed) != owed.end();
  return decided(matter,
                 {check_not_blank("absorbed", act.absorbed.value),
                  check_owed(matter, act.absorbed, GiveUpDelivery::kAct),
                  is_owed ? std::nullopt
                          : MaybeRefusal(not_allowed_now(GiveUpDelivery::kAct, "answer_not_owed")),
                  check_not_blank("reason", act.reason)},
                 DeliveryGivenUp{act.absorbed, act.reason});
}

Decision decide(const Matter& matter, const RecordDeliveryFailure& act) {
  return decided(matter,
                 {check_due_to(matter, act.absorbed, RecordDeliveryFailure::kAct),
                  check_not_blank("reason", act.reason)},
                 DeliveryFailed{act.method, act.reason, act.absorbed});
}

// Decree 30/2020 Art. 18(3): what is wrong in content is replaced by a document of the same kind,
// what is wrong in form is corrected by letter. The number that was taken stays taken.
Decision decide(const Matter& matter, const ReplaceNotice& act) {
  if (auto refusal =
          first_of({check_not_blank("text", act.text), check_not_blank("reason", act.reason)})) {
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
  if (auto refusal = first_of(
          {check_not_blank("document", act.document), check_not_blank("reason", act.reason)})) {
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
  if (auto refusal = check_not_blank("reason", act.reason)) {
    return std::unexpected(*std::move(refusal));
  }
  std::vector events{matter.emitted(NoticeRecalled{matter.issue.notice->symbol, act.reason})};
  add_recomputations(matter.world, matter.context, events);
  return events;
}

}  // namespace langnghe::domain::issue
