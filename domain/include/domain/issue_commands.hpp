#pragma once

#include <domain/issue_answer.hpp>
#include <domain/issue_elsewhere.hpp>
#include <domain/issue_handling.hpp>
#include <domain/issue_intake.hpp>
#include <domain/issue_promise.hpp>
#include <domain/type_list.hpp>

/// The commands of an issue. Permissions.hpp says who may give them, and from which phase.
namespace langnghe::domain {

using IssueCommand = VariantOf<IssueIntakeCommands, IssueHandlingCommands, IssueElsewhereCommands,
                               IssueAnswerCommands, IssuePromiseCommands>;

}  // namespace langnghe::domain
