// Several acts in one request: a phone that was without network sends an evening's at once.
#include "shapes/batch.hpp"

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <api/uuid.hpp>
#include <ledger/staged_ledger.hpp>

#include "access/credentials.hpp"
#include "problem_answer.hpp"
#include "reading/reading.hpp"
#include "resources/batched_acts.hpp"
#include "resources/routes.hpp"
#include "wire/answers.hpp"
#include "wire/batch_body.hpp"

namespace langnghe::api::resources {
namespace {

using wire::BatchAct;
using wire::BatchBody;

/// Others who commit meanwhile make a draft worthless; seldom more than once.
constexpr int kDraftsMax = 8;

std::string place_of(std::size_t at, std::string_view member = {}) {
  return "/acts/" + std::to_string(at) + std::string(member);
}

/// The faults of the batch as such.
class BatchCheck {
 public:
  explicit BatchCheck(std::size_t most) : most_(most) {}

  std::optional<Problem> check(const BatchBody& batch) {
    if (batch.acts.empty()) {
      add("/acts", "value_required");
    }
    if (batch.acts.size() > most_) {
      add("/acts", "too_many", std::to_string(most_));
    }
    for (std::size_t at = 0; at < batch.acts.size(); ++at) {
      check(batch.acts[at], at);
    }
    return found_.faults.empty() ? std::nullopt : std::optional(std::move(found_));
  }

 private:
  void check(const BatchAct& act, std::size_t at) {
    if (act.if_match && act.after) {
      add(place_of(at, "/after"), "one_of_them", "if_match|after");
    }
    if (act.after && !ids_.contains(*act.after)) {
      add(place_of(at, "/after"), "not_an_earlier_act");
    }
    if (act.cause && act.cause->act.has_value() == act.cause->event.has_value()) {
      add(place_of(at, "/cause"), "one_of_them", "act|event");
    } else if (act.cause && act.cause->act && !ids_.contains(*act.cause->act)) {
      add(place_of(at, "/cause/act"), "not_an_earlier_act");
    }
    if (!ids_.insert(act.id).second) {
      add(place_of(at, "/id"), "repeated_id");
    }
  }

  void add(std::string pointer, std::string code, std::string expected = {}) {
    found_.faults.push_back(
        {Fault::In::body, std::move(pointer), std::move(code), std::move(expected)});
  }

  const std::size_t most_;
  std::set<std::string, std::less<>> ids_;
  Problem found_ = problem(ProblemCode::body_invalid);
};

bool is_repeat(const Response& response) {
  for (const auto& [name, value] : response.headers) {
    if (name == "Idempotent-Replayed") {
      return true;
    }
  }
  return false;
}

shapes::BatchedAct told(const Call& call, const BatchAct& act, const Reply& reply) {
  shapes::BatchedAct one;
  one.id = act.id;
  if (reply) {
    one.status = reply->status;
    one.repeated = is_repeat(*reply);
    one.answer = shapes::ActedJson{reply->body};
    return one;
  }
  const auto language = choose_language(call.request.header("accept-language"));
  one.status = reply.error().status;
  one.problem = problem_answer(reply.error(), language, {target_of(call, act), call.request_id});
  return one;
}

Reply answer_of(const Call& call, std::vector<shapes::BatchedAct> acts) {
  const auto size = call.services.store.size(call.ledger_id());
  if (!size) {
    return fail(store_problem(size.error()));
  }
  return json_response(200, wire::text(shapes::Batch{call.ledger, *size, std::move(acts)}));
}

Reply act_each(const Call& call, const BatchBody& batch) {
  BatchedActs acts(call, {call.services, call.commands, call.accesses});
  std::vector<shapes::BatchedAct> answers;
  for (const auto& act : batch.acts) {
    answers.push_back(told(call, act, acts.carry_out(act)));
  }
  return answer_of(call, std::move(answers));
}

/// The whole is refused with what was wrong with one of its acts.
Problem of_whole(Problem problem, const BatchAct& act, std::size_t at) {
  for (auto& fault : problem.faults) {
    const bool of_act = fault.where.starts_with("/cause");
    fault.where = place_of(at, of_act ? "" : "/body") + fault.where;
  }
  problem.facts.push_back({"batch_act", act.id});
  problem.facts.push_back({"batch_index", std::to_string(at)});
  return problem;
}

/// A draft of the whole batch that was made, or why there is none.
struct Drafted {
  bool overtaken = false;
  std::vector<bool> repeated;
};

std::expected<Drafted, Problem> try_all(const Call& call, const BatchBody& batch) {
  const auto draft = eventstore::StagedLedger::begin(call.services.store, call.ledger_id());
  if (!draft) {
    return fail(store_problem(draft.error()));
  }
  const Services services{call.services, **draft};
  const CommandHandler commands(
      **draft, codec::WardModel([now = call.services.now] { return make_uuid_v7(now()); }));
  // Rights read from a staged ledger are not remembered: its commits may never be made.
  AccessCache accesses;
  BatchedActs acts(call, {services, commands, accesses, draft->get()});
  Drafted drafted;
  for (std::size_t at = 0; at < batch.acts.size(); ++at) {
    auto reply = acts.carry_out(batch.acts[at]);
    if ((*draft)->overtaken()) {
      return Drafted{true, {}};
    }
    if (!reply) {
      return fail(of_whole(std::move(reply.error()), batch.acts[at], at));
    }
    drafted.repeated.push_back(is_repeat(*reply));
  }
  const auto made = (*draft)->commit();
  if (!made && made.error().code == eventstore::StoreErrorCode::conflict) {
    return Drafted{true, {}};
  }
  return made ? std::expected<Drafted, Problem>(std::move(drafted))
              : fail(store_problem(made.error()));
}

/// Each answer is the one that its key gives for ever, so it is made of the ledger.
Reply answers_of_all(const Call& call, const BatchBody& batch, const Drafted& drafted) {
  BatchedActs acts(call, {call.services, call.commands, call.accesses});
  std::vector<shapes::BatchedAct> answers;
  for (std::size_t at = 0; at < batch.acts.size(); ++at) {
    const bool repeated = drafted.repeated[at];
    answers.push_back(told(call, batch.acts[at], acts.carry_out(batch.acts[at], !repeated)));
    answers.back().repeated = repeated;
  }
  return answer_of(call, std::move(answers));
}

Reply act_all(const Call& call, const BatchBody& batch) {
  for (int drafts = 0; drafts < kDraftsMax; ++drafts) {
    const auto drafted = try_all(call, batch);
    if (!drafted) {
      return fail(drafted.error());
    }
    if (!drafted->overtaken) {
      return answers_of_all(call, batch, *drafted);
    }
  }
  return fail(retry_later(problem(ProblemCode::queue_full), 1));
}

// POST …/acts
Reply act_in_batch(Call& call) {
  if (!has_json_body(call.request)) {
    return fail(ProblemCode::unsupported_media_type);
  }
  const auto batch = wire::read_batch(call.request.body);
  if (!batch) {
    return fail(batch.error());
  }
  if (auto wrong = BatchCheck(call.services.limits.acts_per_batch_max).check(*batch)) {
    return fail(*std::move(wrong));
  }
  return batch->mode == wire::BatchMode::all ? act_all(call, *batch) : act_each(call, *batch);
}

}  // namespace

void add_batch_routes(std::vector<Route>& routes) {
  routes.push_back({Method::post, std::string(kWardBase) + "acts", Gate::member, &act_in_batch});
}

}  // namespace langnghe::api::resources
