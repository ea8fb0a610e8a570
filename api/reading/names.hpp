#pragma once

#include <set>
#include <string>
#include <string_view>

#include <api/language.hpp>

#include "reading/reading.hpp"
#include "shapes/names.hpp"

namespace langnghe::api {

/// Collects the identifiers that an answer mentions, and names those that have a name at the moment
/// of the reading: of a khóm the one it has that day, of a field that of the policy in force, or
/// else of the newest that has it. Belongs to one request.
class NameBook {
 public:
  explicit NameBook(const Reading& reading) : reading_(reading) {}

  void mention(std::string_view id) { mentioned_.emplace(id); }
  /// Every text of a record's data: what is nobody's identifier is not named.
  void mention_all(std::string_view json);

  [[nodiscard]] shapes::Names names(Language language) const;

 private:
  const Reading& reading_;
  std::set<std::string, std::less<>> mentioned_;
};

}  // namespace langnghe::api
