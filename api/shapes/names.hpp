#pragma once

#include <map>
#include <string>

namespace langnghe::api::shapes {

/// The names of what an answer mentions by its identifier, in the asked language where there are
/// several.
struct Names {
  std::map<std::string, std::string> users;
  std::map<std::string, std::string> officials;
  std::map<std::string, std::string> khoms;
  std::map<std::string, std::string> fields;
};

}  // namespace langnghe::api::shapes
