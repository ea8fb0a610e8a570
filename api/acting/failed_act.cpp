#include "acting/failed_act.hpp"

#include <optional>
#include <string>
#include <variant>

#include "admission/visible_subject.hpp"
#include "reading/allowed.hpp"
#include "streams/stream_state.hpp"
#include "wire/body_pointer.hpp"

namespace langnghe::api {
namespace {

/// The thing the path names, as `allowed_now` asks for it.
std::string about_of(const Call& call) {
  for (const auto* name : {"id", "year"}) {
    if (const auto found = call.params.find(name); found != call.params.end()) {
      return found->second;
    }
  }
  const auto family = call.params.find("family");
  return family == call.params.end() ? std::string{} : family->second + '/' + call.param("period");
}

class AsProblem {
 public:
  AsProblem(const Call& call, const Intake& intake) : call_(call), intake_(intake) {}

  Problem operator()(const domain::Refusal& refusal) const {
    // The thing may have come to another khóm since it was looked at.
    if (refusal.code == domain::RefusalCode::outside_khom_scope && names_a_hidden_thing()) {
      return problem(ProblemCode::not_found);
    }
    auto made = refused(refusal);
    wire::point_into_body(call_.request.body, refusal, made);
    if (made.status != 409) {
      return made;
    }
    auto allowed = allowed_now(call_, intake_.act.subject, about_of(call_));
    if (!allowed) {
      return allowed.error();
    }
    made.allowed_commands = *std::move(allowed);
    return made;
  }

  Problem operator()(const command::Stale& stale) const {
    const auto khom = khom_of(call_, {stale.subject.value});
    if (!khom) {
      return khom.error();
    }
    const bool hidden = *khom && !call_.access->sees(**khom);
    if (stale.actual == eventstore::kAbsent || hidden) {
      return problem(ProblemCode::not_found);
    }
    if (intake_.expected.assumed) {
      return problem(ProblemCode::if_match_required);
    }
    auto made = problem(ProblemCode::version_stale,
                        {{"seen", std::to_string(stale.seen.value)},
                         {"current_version", std::to_string(stale.actual.value)}});
    auto changes = changes_since(call_, stale.subject, stale.seen);
    if (!changes) {
      return changes.error();
    }
    made.changes = std::move(*changes);
    return made;
  }

  Problem operator()(const eventstore::StoreError& error) const { return store_problem(error); }

  Problem operator()(const command::Unreadable& unreadable) const {
    return unreadable_problem(unreadable);
  }

 private:
  [[nodiscard]] bool names_a_hidden_thing() const {
    return hidden_subject(call_, intake_.act).has_value();
  }

  const Call& call_;
  const Intake& intake_;
};

}  // namespace

Problem failed_act(const Call& call, const Intake& intake,
                   const CommandHandler::FailureType& failure) {
  return std::visit(AsProblem(call, intake), failure);
}

}  // namespace langnghe::api
