#pragma once

#include <domain/issue_answer.hpp>
#include <domain/issue_elsewhere.hpp>
#include <domain/issue_handling.hpp>
#include <domain/issue_intake.hpp>
#include <domain/issue_promise.hpp>
#include <domain/type_list.hpp>

/// The events of an issue: the stream `issue-{id}`, by chapter of its life.
namespace langnghe::domain {

using IssueEvent = VariantOf<IssueIntakeEvents, IssueHandlingEvents, IssueElsewhereEvents,
                             IssueAnswerEvents, IssuePromiseEvents>;

}  // namespace langnghe::domain
