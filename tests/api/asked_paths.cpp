#include "api/asked_paths.hpp"

#include <map>

#include "api/world.hpp"

namespace langnghe::api::spec {
namespace {

/// The folder of the ward that a pattern lies in: `issues`.
std::string_view folder_of(std::string_view pattern) {
  constexpr std::string_view kWards = "/wards/{ward}/";
  if (const auto at = pattern.find(kWards); at != std::string_view::npos) {
    pattern.remove_prefix(at + kWards.size());
  }
  return pattern.substr(0, pattern.find('/'));
}

}  // namespace

std::string asked_path(std::string_view pattern) {
  const auto folder = folder_of(pattern);
  return asked_path(pattern, folder == "issues"      ? "i-1"
                             : folder == "dialogues" ? "d-1"
                             : folder == "residents" ? "r-1"
                                                     : "somebody-else");
}

std::string asked_path(std::string_view pattern, std::string_view id) {
  static const std::map<std::string, std::string, std::less<>> kValues{
      {"{ward}", std::string(kWard)},
      {"{family}", "calendar"},
      {"{period}", "2021-Q1"},
      {"{figure}", "issues.new"},
      {"{year}", "2021"},
      {"{hash}", std::string(64, 'a')},
      {"{khom}", "tan-my"},
      {"{token}", "none"},
      {"{session}", "none"},
      {"{kind}", "notice"},
      {"{level}", "0"},
      {"{tile+}", "000"},
      {"{tile}", "000"},
      {"{file}", "none.js"}};
  std::string path(pattern);
  const auto put = [&path](std::string_view name, std::string_view value) {
    for (auto at = path.find(name); at != std::string::npos; at = path.find(name)) {
      path.replace(at, name.size(), value);
    }
  };
  put("{id}", id);
  for (const auto& [name, value] : kValues) {
    put(name, value);
  }
  return path;
}

std::string needed_query(std::string_view read) {
  static const std::map<std::string, std::string, std::less<>> kNeeded{
      {"schedule", "?year=2021"},
      {"changes", "?since=0"},
      {"compare", "?from=1"},
      {"trend", "?figure=issues.new"}};
  const auto needed = kNeeded.find(read);
  return needed == kNeeded.end() ? std::string() : needed->second;
}

}  // namespace langnghe::api::spec
