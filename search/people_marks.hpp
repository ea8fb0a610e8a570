#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <vault/blind_key.hpp>

namespace langnghe::search {

/// The parts of what is known of a person, or asked, that are compared.
struct PersonWords {
  std::vector<std::string> names;   ///< in search form
  std::vector<std::string> phones;  ///< digits: whole numbers, and last four of them
};

[[nodiscard]] PersonWords words_of_person(std::string_view name, std::string_view phone);

/// Letters are of a name; digits together are a phone number, or four of them its last.
[[nodiscard]] PersonWords words_asked(std::string_view text);

/// One mark for each part.
[[nodiscard]] std::vector<std::string> marks_of(const PersonWords& words,
                                                const eventstore::BlindKey& key);

}  // namespace langnghe::search
