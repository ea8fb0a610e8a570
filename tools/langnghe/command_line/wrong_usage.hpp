#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include <services/say.hpp>

namespace langnghe::tools {

/// The command was not called as it can be: exit status 2, as after an option it does not know.
class WrongUsage : public std::runtime_error {
 public:
  WrongUsage(std::string_view vi, std::string_view en)
      : std::runtime_error(std::string(say(vi, en))) {}
};

}  // namespace langnghe::tools
