#pragma once

#include <string_view>
#include <variant>

#include <domain/alternatives.hpp>
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

/// The commands of every kind of stream.
using StreamCommands =
    std::variant<WardCommand, CalendarCommand, PolicyCommand, PlanCommand, DialogueCommand,
                 IssueCommand, ImportCommand, ReportCommand, RegisterCommand, ResidentCommand,
                 UserCommand, SupervisionCommand>;

/// A command struct, or the variant of a stream's commands.
template <class C>
concept CommandLike = kIsWithin<C, StreamCommands>;

/// Everything that can be asked of a ward. Builds from any command struct:
/// `Command command = PostNotice{…};`
///
/// A variant whose making and copying is compiled once, in command.cpp, for the reason that `Event`
/// is.
class Command : public StreamCommands {
 public:
  template <CommandLike C>
  Command(C command);  // NOLINT(google-explicit-constructor): converts as a variant does

  Command();
  Command(const Command& other);
  Command(Command&& other) noexcept;
  Command& operator=(const Command& other);
  Command& operator=(Command&& other) noexcept;
  ~Command();
};

/// The name of the act, as in `POST …/issues/{id}/{act}`.
[[nodiscard]] std::string_view act_of(const Command& command);

}  // namespace langnghe::domain
