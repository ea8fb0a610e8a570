#include <limits>

#include "issue/matter.hpp"

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

}  // namespace

Decision decide(const Matter& matter, const HandOverIssue& act) {
  return decided(matter,
                 {check_is_complaint(matter),
                  check_between("counter", act.counter, 1, std::numeric_limits<int>::max()),
                  check_not_blank("paper_register_number", act.paper_register_number),
                  check_official(matter.world.ward(), act.receiving_officer, matter.on())},
                 HandedOver{IssueType::complaint, matter.issue.recorded.dialogue,
                            matter.issue.recorded.received, act.counter, act.paper_register_number,
                            act.receiving_officer});
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

Decision decide(const Matter& matter, const RecordExternalResult& act) {
  return decided(
      matter, {check_not_blank("document", act.document), check_not_blank("summary", act.summary)},
      ExternalResultReceived{act.document, act.summary});
}

Decision decide(const Matter& matter, const TellExternalResult& act) {
  return decided(matter, {}, ExternalResultTold{act.method});
}

}  // namespace langnghe::domain::issue
