#include <cstdlib>

#include <services/say.hpp>

namespace langnghe::tools {
namespace {

bool english() {
  for (const char* name : {"LANGNGHE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != '\0') {
      return std::string_view(value).starts_with("en");
    }
  }
  return false;
}

}  // namespace

std::string_view say(std::string_view vi, std::string_view en) {
  static const bool in_english = english();
  return in_english ? en : vi;
}

}  // namespace langnghe::tools
