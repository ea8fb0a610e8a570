#pragma once

#include <optional>
#include <string_view>

#include <domain/command.hpp>
#include <domain/permissions.hpp>

namespace langnghe::domain {

/// The command of an act that says nothing yet but what it is about, for `why_not_now`. `about` is
/// what the API's path names: an identifier, a year, `calendar/2021-Q1`, or nothing where there is
/// only one. None for an act that does not exist, or that names nothing.
[[nodiscard]] std::optional<Command> blank_command(Subject subject, std::string_view act,
                                                   std::string_view about);

}  // namespace langnghe::domain
