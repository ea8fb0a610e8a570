// Acts of who holds the code of a case: the domain's own, in the role of a case's holder, with what
// was chosen in words. Nothing that was typed reaches a record.
#include <string>
#include <utility>
#include <variant>

#include <orders/order.hpp>

#include "access/credentials.hpp"
#include "acting/acting.hpp"
#include "bytes/digest.hpp"
#include "cases/case_code.hpp"
#include "problems/case_texts.hpp"
#include "problems/failures.hpp"
#include "reading/reading.hpp"
#include "resources/public_cases.hpp"
#include "wire/answers.hpp"

namespace langnghe::api::resources {
namespace {

using shapes::PublicAct;

struct AsProblem {
  Problem operator()(const domain::Refusal& refusal) const { return refused(refusal); }
  Problem operator()(const command::Stale& /*stale*/) const {
    return problem(ProblemCode::case_unknown);
  }
  Problem operator()(const eventstore::StoreError& error) const { return store_problem(error); }
  Problem operator()(const command::Unreadable& unreadable) const {
    return unreadable_problem(unreadable);
  }
};

/// As the ledger keeps it: of this case and of nobody else.
std::expected<std::string, Problem> stored_key(const Call& call, const domain::IssueId& issue) {
  const auto key = client_key(call);
  if (!key) {
    return fail(key.error());
  }
  return "case-holder:" + issue.value + ":sha256-" + sha256_hex(*key);
}

/// The code and the digits are left out of what the key stands for: hashes of them would stay in
/// the ledger.
Reply act_on(Call& call, const OpenCase& opened, PublicAct act, domain::Command command,
             const std::string& choice) {
  auto key = stored_key(call, opened.row.id);
  if (!key) {
    return fail(std::move(key.error()));
  }
  if (auto held = held_by_clock(call, domain::to_text(act))) {
    return fail(std::move(*held));
  }
  const auto order = orders::make_order(
      std::move(command),
      {.ledger = call.ledger_id(),
       .actor = orders::the_case_holder(),
       .now = call.now,
       .key = std::move(*key),
       .request_hash = sha256_hex(std::string(domain::to_text(act)) + '\n' + choice),
       .correlation = call.request_id});
  const auto done = call.commands.handle(order);
  if (!done) {
    return fail(std::visit(AsProblem{}, done.error()));
  }
  const shapes::PublicActed acted{printed_case_code(opened.code), act,
                                  domain::local_date(call.now)};
  auto response = json_response(200, wire::text(acted));
  response.set("Cache-Control", "no-store");
  if (done->repeated) {
    response.set("Idempotent-Replayed", "true");
  }
  return response;
}

domain::Verdict verdict_of(wire::PublicVerdict verdict) {
  switch (verdict) {
    case wire::PublicVerdict::satisfied:
      return domain::Verdict::satisfied;
    case wire::PublicVerdict::partly:
      return domain::Verdict::partly;
    case wire::PublicVerdict::dissatisfied:
      break;
  }
  return domain::Verdict::dissatisfied;
}

/// The body, and the case it names.
template <class Body>
std::expected<std::pair<Body, OpenCase>, Problem> open_with(
    Call& call, std::expected<Body, Problem> (*read)(std::string_view)) {
  if (!has_json_body(call.request)) {
    return fail(ProblemCode::unsupported_media_type);
  }
  auto body = read(call.request.body);
  if (!body) {
    return fail(std::move(body.error()));
  }
  auto opened = open_case(call, body->of);
  if (!opened) {
    return fail(std::move(opened.error()));
  }
  return std::pair(std::move(*body), std::move(*opened));
}

}  // namespace

// POST /api/v1/public/cases/feedback {code, phone_digits, verdict, solved}
Reply give_case_feedback(Call& call) {
  auto found = open_with<wire::CaseFeedbackBody>(call, &wire::read_case_feedback);
  if (!found) {
    return fail(std::move(found.error()));
  }
  const auto& [body, opened] = *found;
  const auto solved = !body.solved ? "" : *body.solved ? "solved" : "unsolved";
  return act_on(call, opened, PublicAct::feedback,
                domain::RecordFeedback{opened.row.id, verdict_of(body.verdict), body.solved, {}},
                std::string(domain::to_text(body.verdict)) + '\n' + solved);
}

// POST /api/v1/public/cases/reopening {code, phone_digits, reason}
Reply ask_to_reopen_case(Call& call) {
  auto found = open_with<wire::CaseReopenBody>(call, &wire::read_case_reopening);
  if (!found) {
    return fail(std::move(found.error()));
  }
  const auto& [body, opened] = *found;
  const std::string reason(domain::to_text(body.reason));
  return act_on(call, opened, PublicAct::reopen,
                domain::RequestReopen{opened.row.id, domain::Requester::resident,
                                      std::string(case_reason(reason))},
                reason);
}

// POST /api/v1/public/cases/withdrawal {code, phone_digits, reason}
Reply withdraw_case(Call& call) {
  auto found = open_with<wire::CaseWithdrawBody>(call, &wire::read_case_withdrawal);
  if (!found) {
    return fail(std::move(found.error()));
  }
  const auto& [body, opened] = *found;
  const std::string reason(domain::to_text(body.reason));
  domain::WithdrawIssue command;
  command.issue = opened.row.id;
  command.form = domain::WithdrawalForm::electronic;
  command.document = kCaseDocument;
  command.reason = case_reason(reason);
  return act_on(call, opened, PublicAct::withdraw, std::move(command), reason);
}

}  // namespace langnghe::api::resources
