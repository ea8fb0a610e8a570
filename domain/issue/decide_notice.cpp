#include <algorithm>
#include <utility>

#include "issue/delivery.hpp"
#include "issue/marks.hpp"
#include "issue/notice.hpp"

namespace langnghe::domain::issue {
namespace {

// A forward's result was told without a notice of the ward's.
MaybeRefusal check_issued(const DecisionInput& input, std::string_view act) {
  if (!input.issue.notice) {
    return not_allowed_now(act, "notice_not_issued");
  }
  return std::nullopt;
}

/// Is it still on its way to the own person? What was posted can be handed over all the same.
bool is_on_its_way(const IssueState& issue) {
  return issue.phase == IssuePhase::notice_issued || issue.phase == IssuePhase::notice_posted;
}

MaybeRefusal check_anybody_waits(const DecisionInput& input, std::string_view act) {
  if (auto refusal = check_issued(input, act)) {
    return refusal;
  }
  return is_on_its_way(input.issue) || can_be_served(input.issue)
             ? std::nullopt
             : MaybeRefusal(not_allowed_now(act, "answer_not_owed"));
}

/// The person it is for is owed it: the own one, or that of a merged issue, also where the matter
/// was closed before anybody saw to that.
MaybeRefusal check_due_to(const DecisionInput& input, const std::optional<IssueId>& absorbed,
                          std::string_view act) {
  if (absorbed) {
    return check_owed(input, *absorbed, act);
  }
  return is_on_its_way(input.issue) ? std::nullopt
                                    : MaybeRefusal(not_allowed_now(act, "answer_not_owed"));
}

/// The absorbed issues whose persons a posting serves too: those named because they were not found,
/// and those whom nobody could look for.
std::vector<IssueId> served_by_posting(const DecisionInput& input,
                                       const std::vector<IssueId>& named) {
  std::vector<IssueId> served = named;
  for (const IssueId& owed : input.issue.owed()) {
    const bool unknown = is_unknown_person(input.world, input.issue.find_absorbed(owed)->resident);
    if (unknown && std::ranges::find(served, owed) == served.end()) {
      served.push_back(owed);
    }
  }
  return served;
}

MaybeRefusal check_named(const DecisionInput& input, const std::vector<IssueId>& named,
                         std::string_view act) {
  for (const IssueId& absorbed : named) {
    if (auto refusal = check_owed(input, absorbed, act)) {
      return refusal;
    }
  }
  return check_distinct(named);
}

}  // namespace

MaybeRefusal guard(const DecisionInput& input, const RecordDelivery&) {
  return check_anybody_waits(input, RecordDelivery::kAct);
}

MaybeRefusal guard(const DecisionInput& input, const PostNotice&) {
  return check_anybody_waits(input, PostNotice::kAct);
}

MaybeRefusal guard(const DecisionInput& input, const RecordDeliveryFailure&) {
  return check_anybody_waits(input, RecordDeliveryFailure::kAct);
}

MaybeRefusal guard(const DecisionInput& input, const GiveUpDelivery&) {
  return input.issue.owed().empty()
             ? MaybeRefusal(not_allowed_now(GiveUpDelivery::kAct, "answer_not_owed"))
             : std::nullopt;
}

MaybeRefusal guard(const DecisionInput& input, const ReplaceNotice&) {
  return check_issued(input, ReplaceNotice::kAct);
}

MaybeRefusal guard(const DecisionInput& input, const CorrectNotice&) {
  return check_issued(input, CorrectNotice::kAct);
}

MaybeRefusal guard(const DecisionInput& input, const RecallNotice&) {
  return check_issued(input, RecallNotice::kAct);
}

std::expected<NumberedNotice, Refusal> numbered_notice(const DecisionInput& input,
                                                       const OfficialId& signer,
                                                       std::optional<SigningCapacity> capacity,
                                                       std::optional<int> wanted) {
  const WardState& ward = input.world.ward();
  const auto signs_as =
      signing_capacity(ward, signer, capacity, to_text(DocumentType::notice), input.on());
  if (!signs_as) {
    return std::unexpected(signs_as.error());
  }
  const int year = static_cast<int>(input.on().year());
  auto taken = take_number(ward, input.world.document_register(year), DocumentType::notice,
                           input.on(), wanted);
  if (!taken) {
    return std::unexpected(taken.error());
  }
  Emitted entry{register_stream(year), NumberTaken{taken->number, DocumentType::notice,
                                                   taken->symbol, input.on(), stream_of(input.id)}};
  return NumberedNotice{*std::move(taken), *signs_as, std::move(entry)};
}

Decision decide(const DecisionInput& input, const IssueNotice& act) {
  const auto numbered = numbered_notice(input, act.signer, act.capacity, act.number);
  if (!numbered) {
    return std::unexpected(numbered.error());
  }
  return std::vector{input.emitted(NoticeIssued{numbered->taken.number, numbered->taken.symbol,
                                                input.on(), act.signer, act.capacity}),
                     numbered->entry};
}

Decision decide(const DecisionInput& input, const RecordDelivery& act) {
  return decided(input,
                 {check_due_to(input, act.absorbed, RecordDelivery::kAct),
                  check_proof(input, act.method, act.proof, act.absorbed)},
                 NoticeDelivered{act.method, act.proof, act.absorbed});
}

Decision decide(const DecisionInput& input, const PostNotice& act) {
  const DeliveryProof proof{std::nullopt, std::nullopt, "", act.reference, act.files};
  if (auto refusal = first_of({check_not_blank("place", act.place),
                               check_named(input, act.absorbed, PostNotice::kAct),
                               check_posting_proof(input, proof)})) {
    return std::unexpected(*std::move(refusal));
  }
  auto served = served_by_posting(input, act.absorbed);
  if (served.empty() && input.issue.phase != IssuePhase::notice_issued) {
    return std::unexpected(not_allowed_now(PostNotice::kAct, "answer_not_owed"));
  }
  return decided(input, {}, NoticePosted{act.place, act.reference, act.files, std::move(served)});
}

// A right nobody could serve is not forgotten: it stands in the record why.
Decision decide(const DecisionInput& input, const GiveUpDelivery& act) {
  const auto owed = input.issue.owed();
  const bool is_owed = std::ranges::find(owed, act.absorbed) != owed.end();
  return decided(input,
                 {check_not_blank("absorbed", act.absorbed.value),
                  check_owed(input, act.absorbed, GiveUpDelivery::kAct),
                  is_owed ? std::nullopt
                          : MaybeRefusal(not_allowed_now(GiveUpDelivery::kAct, "answer_not_owed")),
                  check_not_blank("reason", act.reason)},
                 DeliveryGivenUp{act.absorbed, act.reason});
}

Decision decide(const DecisionInput& input, const RecordDeliveryFailure& act) {
  return decided(input,
                 {check_due_to(input, act.absorbed, RecordDeliveryFailure::kAct),
                  check_not_blank("reason", act.reason)},
                 DeliveryFailed{act.method, act.reason, act.absorbed});
}

// Decree 30/2020 Art. 18(3): what is wrong in content is replaced by a document of the same kind,
// what is wrong in form is corrected by letter. The number that was taken stays taken.
Decision decide(const DecisionInput& input, const ReplaceNotice& act) {
  if (auto refusal =
          first_of({check_not_blank("text", act.text), check_not_blank("reason", act.reason)})) {
    return std::unexpected(*std::move(refusal));
  }
  const auto numbered = numbered_notice(input, act.signer, act.capacity, act.number);
  if (!numbered) {
    return std::unexpected(numbered.error());
  }
  return std::vector{input.emitted(NoticeReplaced{
                         input.issue.notice->symbol, numbered->taken.number, numbered->taken.symbol,
                         input.on(), act.signer, act.capacity, act.text, act.reason}),
                     numbered->entry};
}

Decision decide(const DecisionInput& input, const CorrectNotice& act) {
  if (auto refusal = first_of(
          {check_not_blank("document", act.document), check_not_blank("reason", act.reason)})) {
    return std::unexpected(*std::move(refusal));
  }
  const auto capacity =
      signing_capacity_if_signed(input.world.ward(), act.signer, act.capacity, kLetter, input.on());
  if (!capacity) {
    return std::unexpected(capacity.error());
  }
  return decided(input, {}, NoticeCorrected{act.document, act.reason, act.signer, *capacity});
}

Decision decide(const DecisionInput& input, const RecallNotice& act) {
  if (auto refusal = check_not_blank("reason", act.reason)) {
    return std::unexpected(*std::move(refusal));
  }
  std::vector events{input.emitted(NoticeRecalled{input.issue.notice->symbol, act.reason})};
  add_recomputations(input.world, input.context, events);
  return events;
}

}  // namespace langnghe::domain::issue
