#include <algorithm>

#include "issue/delivery.hpp"
#include "issue/notice.hpp"

namespace langnghe::domain::issue {
namespace {

/// Only a complaint has a procedure of its own to go to (Law on Complaints 2011); the rest is for
/// the ward to answer or to forward.
MaybeRefusal check_is_complaint(const Matter& matter) {
  const auto& classification = matter.issue.classification;
  if (classification && classification->type == IssueType::complaint) {
    return std::nullopt;
  }
  return refuse(RefusalCode::not_a_legal_procedure);
}

/// Another body's result is told to whoever has not heard it yet.
MaybeRefusal check_result_due_to(const Matter& matter, const std::optional<IssueId>& absorbed) {
  constexpr std::string_view kAct = TellExternalResult::kAct;
  if (absorbed) {
    return check_owed(matter, *absorbed, kAct);
  }
  return matter.issue.delivered_on ? MaybeRefusal(not_allowed_now(kAct, "answer_not_owed"))
                                   : std::nullopt;
}

}  // namespace

MaybeRefusal guard(const Matter& matter, const HandOverIssue&) {
  return first_of({check_is_complaint(matter), check_none_absorbed(matter, HandOverIssue::kAct)});
}

MaybeRefusal guard(const Matter& matter, const RefuseHandling&) {
  return check_none_absorbed(matter, RefuseHandling::kAct);
}

MaybeRefusal guard(const Matter& matter, const TellExternalResult&) {
  const bool anybody = !matter.issue.delivered_on || can_be_served(matter.issue);
  return matter.issue.notice || !anybody
             ? MaybeRefusal(not_allowed_now(TellExternalResult::kAct, "answer_not_owed"))
             : std::nullopt;
}

Decision decide(const Matter& matter, const HandOverIssue& act) {
  if (auto refusal =
          first_of({check_not_blank("paper_register_number", act.paper_register_number),
                    check_official(matter.world.ward(), act.receiving_officer, matter.on())})) {
    return std::unexpected(*std::move(refusal));
  }
  const int year = static_cast<int>(matter.on().year());
  const auto counter =
      take_counter(matter.world.document_register(year), IssueType::complaint, act.counter, year);
  if (!counter) {
    return std::unexpected(counter.error());
  }
  return std::vector{matter.emitted(HandedOver{IssueType::complaint, matter.issue.recorded.dialogue,
                                               matter.issue.recorded.received, *counter,
                                               act.paper_register_number, act.receiving_officer}),
                     Emitted{register_stream(year), CounterTaken{IssueType::complaint, *counter}}};
}

// "Not ours" is no refusal (domain.md rule 8): the clock runs on until the result is told.
Decision decide(const Matter& matter, const ForwardIssue& act) {
  return decided(matter,
                 {check_not_blank("body", act.body), check_not_blank("document", act.document),
                  check_not_blank("asked", act.asked)},
                 IssueForwarded{act.body, act.document, act.asked, act.resident_told});
}

Decision decide(const Matter& matter, const AcknowledgeForward& act) {
  return decided(matter, {check_not_blank("document", act.document)},
                 ForwardAcknowledged{act.document});
}

Decision decide(const Matter& matter, const BounceForward& act) {
  return decided(matter,
                 {check_not_blank("document", act.document), check_not_blank("reason", act.reason)},
                 ForwardBounced{act.document, act.reason});
}

Decision decide(const Matter& matter, const RecordExternalResult& act) {
  return decided(
      matter, {check_not_blank("document", act.document), check_not_blank("summary", act.summary)},
      ExternalResultReceived{act.document, act.summary});
}

// The matter ends when the last person who is owed the result was told of it.
Decision decide(const Matter& matter, const TellExternalResult& act) {
  if (auto refusal = first_of({check_result_due_to(matter, act.absorbed),
                               check_proof(matter, act.method, act.proof, act.absorbed)})) {
    return std::unexpected(*std::move(refusal));
  }
  ExternalResultTold told{act.method, act.proof, act.absorbed, false};
  IssueState after = matter.issue;
  evolve(after, told, matter.context.actor.user, matter.on());
  told.others_wait = !after.delivered_on || !after.owed().empty();
  return decided(matter, {}, std::move(told));
}

// A refusal is a written document of the ward with a number of its own (Circular 05/2021/TT-TTCP
// Art. 6); the grounds are a closed list.
Decision decide(const Matter& matter, const RefuseHandling& act) {
  if (auto refusal = check_not_blank("reason", act.reason)) {
    return std::unexpected(*std::move(refusal));
  }
  auto numbered = numbered_notice(matter, act.signer, act.capacity, act.number);
  if (!numbered) {
    return std::unexpected(numbered.error());
  }
  return std::vector{matter.emitted(HandlingRefused{act.ground, act.reason, numbered->taken.number,
                                                    numbered->taken.symbol, matter.on(), act.signer,
                                                    numbered->capacity}),
                     numbered->entry};
}

}  // namespace langnghe::domain::issue
