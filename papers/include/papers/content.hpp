#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace langnghe::papers {

/// The values of a template, by the tags of its content controls. An entry of a list is a
/// content of its own; a tag that it does not name is looked for in what surrounds it.
struct Content {
  std::map<std::string, std::string, std::less<>> texts;  ///< UTF-8; lines end with `\n`
  std::map<std::string, std::vector<Content>, std::less<>> lists;
  /// PNG, by the name of the part `word/media/{name}.png` in whose place it comes.
  std::map<std::string, std::string, std::less<>> pictures;
};

}  // namespace langnghe::papers
