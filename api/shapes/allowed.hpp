#pragma once

#include <optional>
#include <string>

namespace langnghe::api::shapes {

/// An act that a role of the reader may do, and whether it can be done now.
struct AllowedCommand {
  std::string command;
  bool allowed = false;
  std::optional<std::string> code;    ///< of the refusal the act would meet
  std::optional<std::string> reason;  ///< the same in the reader's language
};

}  // namespace langnghe::api::shapes
