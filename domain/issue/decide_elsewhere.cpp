#include <algorithm>

#include "issue/delivery.hpp"
#include "issue/notice.hpp"

namespace langnghe::domain::issue {
namespace {

/// Only a complaint has a procedure of its own to go to (Law on Complaints 2011); the rest is for
/// the ward to answer or to forward.
MaybeRefusal check_is_complaint(const DecisionInput& input) {
  const auto& classification = input.issue.classification;
  if (classification && classification->type == IssueType::complaint) {
    return std::nullopt;
  }
  return refuse(RefusalCode::not_a_legal_procedure);
}

/// Another body's result is told to whoever has not heard it yet.
MaybeRefusal check_result_due_to(const DecisionInput& input,
                                 const std::optional<IssueId>& absorbed) {
  constexpr std::string_view kAct = TellExternalResult::kAct;
  if (absorbed) {
    return check_owed(input, *absorbed, kAct);
  }
  return input.issue.delivered_on ? MaybeRefusal(not_allowed_now(kAct, "answer_not_owed"))
                                  : std::nullopt;
}

}  // namespace

MaybeRefusal guard(const DecisionInput& input, const HandOverIssue&) {
  return first_of({check_is_complaint(input), check_none_absorbed(input, HandOverIssue::kAct)});
}

MaybeRefusal guard(const DecisionInput& input, const RefuseHandling&) {
  return check_none_absorbed(input, RefuseHandling::kAct);
}

MaybeRefusal guard(const DecisionInput& input, const TellExternalResult&) {
  const bool anybody = !input.issue.delivered_on || can_be_served(input.issue);
  return input.issue.notice || !anybody
             ? MaybeRefusal(not_allowed_now(TellExternalResult::kAct, "answer_not_owed"))
             : std::nullopt;
}

Decision decide(const DecisionInput& input, const HandOverIssue& act) {
  if (auto refusal =
          first_of({check_not_blank("paper_register_number", act.paper_register_number),
                    check_official(input.world.ward(), act.receiving_officer, input.on())})) {
    return std::unexpected(*std::move(refusal));
  }
  const int year = static_cast<int>(input.on().year());
  const auto counter =
      take_counter(input.world.document_register(year), IssueType::complaint, act.counter, year);
  if (!counter) {
    return std::unexpected(counter.error());
  }
  return std::vector{input.emitted(HandedOver{IssueType::complaint, input.issue.recorded.dialogue,
                                              input.issue.recorded.received, *counter,
                                              act.paper_register_number, act.receiving_officer}),
                     Emitted{register_stream(year), CounterTaken{IssueType::complaint, *counter}}};
}

// "Not ours" is no refusal (domain.md rule 8): the clock runs on until the result is told.
Decision decide(const DecisionInput& input, const ForwardIssue& act) {
  return decided(input,
                 {check_not_blank("body", act.body), check_not_blank("document", act.document),
                  check_not_blank("asked", act.asked)},
                 IssueForwarded{act.body, act.document, act.asked, act.resident_told});
}

Decision decide(const DecisionInput& input, const AcknowledgeForward& act) {
  return decided(input, {check_not_blank("document", act.document)},
                 ForwardAcknowledged{act.document});
}

Decision decide(const DecisionInput& input, const BounceForward& act) {
  return decided(input,
                 {check_not_blank("document", act.document), check_not_blank("reason", act.reason)},
                 ForwardBounced{act.document, act.reason});
}

Decision decide(const DecisionInput& input, const RecordExternalResult& act) {
  return decided(
      input, {check_not_blank("document", act.document), check_not_blank("summary", act.summary)},
      ExternalResultReceived{act.document, act.summary});
}

// The matter ends when the last person who is owed the result was told of it.
Decision decide(const DecisionInput& input, const TellExternalResult& act) {
  if (auto refusal = first_of({check_result_due_to(input, act.absorbed),
                               check_proof(input, act.method, act.proof, act.absorbed)})) {
    return std::unexpected(*std::move(refusal));
  }
  ExternalResultTold told{act.method, act.proof, act.absorbed, false};
  IssueState after = input.issue;
  evolve(after, told, input.context.actor.user, input.on());
  told.others_wait = !after.delivered_on || !after.owed().empty();
  return decided(input, {}, std::move(told));
}

// A refusal is a written document of the ward with a number of its own (Circular 05/2021/TT-TTCP
// Art. 6); the grounds are a closed list.
Decision decide(const DecisionInput& input, const RefuseHandling& act) {
  if (auto refusal = check_not_blank("reason", act.reason)) {
    return std::unexpected(*std::move(refusal));
  }
  auto numbered = numbered_notice(input, act.signer, act.capacity, act.number);
  if (!numbered) {
    return std::unexpected(numbered.error());
  }
  return std::vector{input.emitted(HandlingRefused{act.ground, act.reason, numbered->taken.number,
                                                   numbered->taken.symbol, input.on(), act.signer,
                                                   numbered->capacity}),
                     numbered->entry};
}

}  // namespace langnghe::domain::issue
