#pragma once

#include <string_view>
#include <variant>

#include <domain/dialogue.hpp>
#include <domain/document_register.hpp>
#include <domain/issue_commands.hpp>
#include <domain/issue_import.hpp>
#include <domain/plan.hpp>
#include <domain/report.hpp>
#include <domain/resident.hpp>
#include <domain/settings.hpp>
#include <domain/supervision.hpp>
#include <domain/user.hpp>
#include <domain/ward.hpp>

namespace langnghe::domain {

/// Everything that can be asked of a ward. Builds from any command struct.
using Command = std::variant<WardCommand, CalendarCommand, PolicyCommand, PlanCommand,
                             DialogueCommand, IssueCommand, ImportCommand, ReportCommand,
                             RegisterCommand, ResidentCommand, UserCommand, SupervisionCommand>;

/// The name of the act, as in `POST …/issues/{id}/{act}`.
[[nodiscard]] std::string_view act_of(const Command& command);

}  // namespace langnghe::domain
