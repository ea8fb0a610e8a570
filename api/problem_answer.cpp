#include "problem_answer.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "problems/problem_texts.hpp"
#include "reading/answer_parts.hpp"

namespace langnghe::api {
namespace {

std::vector<shapes::ProblemFault> faults_of(const std::vector<Fault>& faults, Language language) {
  std::vector<shapes::ProblemFault> shown;
  for (const auto& fault : faults) {
    const auto* text = find_fault_text(language, fault.code);
    shapes::ProblemFault one{
        .code = fault.code, .detail = {}, .pointer = {}, .parameter = {}, .expected = {}};
    if (text != nullptr) {
      one.detail = filled(text->detail, {{"expected", fault.expected}});
    }
    (fault.in == Fault::In::query ? one.parameter : one.pointer) = fault.where;
    if (!fault.expected.empty()) {
      one.expected = fault.expected;
    }
    shown.push_back(std::move(one));
  }
  return shown;
}

std::vector<shapes::ProblemChange> changes_of(const std::vector<Change>& changes) {
  std::vector<shapes::ProblemChange> shown;
  for (const auto& change : changes) {
    shown.push_back(
        {change.position, change.type, change.user, change.role, change.happened, change.recorded});
  }
  return shown;
}

void add_version_facts(const Problem& problem, shapes::ProblemDetails& details) {
  for (const auto& fact : problem.facts) {
    if (fact.name == "current_version") {
      details.current_version = std::stoull(fact.value);
    }
  }
  details.changes = changes_of(problem.changes);
}

}  // namespace

shapes::ProblemDetails problem_answer(const Problem& problem, Language language,
                                      const Asked& asked) {
  shapes::ProblemDetails details;
  details.type = "/problems/" + problem.code;
  details.status = problem.status;
  details.code = problem.code;
  details.instance = asked.instance;
  if (const auto* text = find_problem_text(language, problem.code)) {
    details.title = text->title;
    details.detail = filled(text->detail, in_words(language, problem.facts));
  }
  auto& facts = details.facts.emplace();
  for (const auto& fact : problem.facts) {
    facts.emplace(fact.name, fact.value);
  }
  if (!problem.faults.empty()) {
    details.errors = faults_of(problem.faults, language);
  }
  if (problem.status == 409) {
    details.allowed_commands = allowed_in(language, problem.allowed_commands);
  }
  if (problem.status == 412) {
    add_version_facts(problem, details);
  }
  if (problem.status >= 500) {
    details.request_id = asked.request_id;
  }
  return details;
}

}  // namespace langnghe::api
