#include "reading/allowed.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include <domain/blank_command.hpp>
#include <domain/decide.hpp>
#include <projections/residents.hpp>

namespace langnghe::api {
namespace {

/// An act with the role this reader would do it in.
struct Candidate {
  std::string_view act;
  domain::Command blank;
  domain::Context context;
};

domain::Context context_of(const Call& call, const domain::RoleGranted& grant) {
  return {{call.access->user, grant.role, grant.khoms}, call.now, domain::happened_at(call.now)};
}

/// The program tells the rules what no body says: whose issues a key belongs to.
void complete(const Call& call, domain::Command& blank) {
  auto* const of_resident = std::get_if<domain::ResidentCommand>(&blank);
  auto* const erasure =
      of_resident == nullptr ? nullptr : std::get_if<domain::DestroyKey>(of_resident);
  if (erasure != nullptr && call.latest) {
    erasure->issues = projections::residents::issues_of(*call.latest, erasure->resident);
  }
}

std::vector<Candidate> candidates_of(const Call& call, domain::Subject subject,
                                     std::string_view about) {
  std::vector<Candidate> candidates;
  for (const auto& rule : domain::act_rules()) {
    // An issue that exists is not recorded again, so the act is not listed for it.
    const bool begins = subject == domain::Subject::issue && rule.act == domain::RecordIssue::kAct;
    if (rule.subject != subject || domain::is_clock_act(rule) || begins) {
      continue;
    }
    const auto& grant = call.access->acting_role(subject, rule.act);
    auto blank = domain::role_may(rule, grant.role)
                     ? domain::blank_command(subject, rule.act, about)
                     : std::nullopt;
    if (blank) {
      complete(call, *blank);
      candidates.push_back({rule.act, *std::move(blank), context_of(call, grant)});
    }
  }
  return candidates;
}

}  // namespace

std::expected<AllowedActs, Problem> allowed_now(const Call& call, domain::Subject subject,
                                                std::string_view about) {
  const auto candidates = candidates_of(call, subject, about);
  std::vector<std::pair<domain::Command, domain::Context>> asked;
  for (const auto& candidate : candidates) {
    asked.emplace_back(candidate.blank, candidate.context);
  }
  const auto world = call.commands.look(call.ledger_id(), asked);
  if (!world) {
    if (const auto* error = std::get_if<eventstore::StoreError>(&world.error())) {
      return fail(store_problem(*error));
    }
    const auto* unreadable = std::get_if<command::Unreadable>(&world.error());
    return unreadable != nullptr ? fail(unreadable_problem(*unreadable))
                                 : fail(ProblemCode::internal_error);
  }
  AllowedActs acts;
  for (const auto& candidate : candidates) {
    acts.push_back(
        {candidate.act, domain::why_not_now(*world, candidate.blank, candidate.context)});
  }
  return acts;
}

std::expected<AllowedActs, Problem> allowed_for(const Call& call, const Reading& reading,
                                                domain::Subject subject, std::string_view about) {
  if (reading.position() < call.latest->size()) {
    return AllowedActs{};
  }
  return allowed_now(call, subject, about);
}

}  // namespace langnghe::api
