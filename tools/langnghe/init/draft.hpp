#pragma once

#include <optional>
#include <string>
#include <vector>

namespace langnghe::tools {

/// One more official as they were named: `Mai Trọng Khoa, Công chức Địa chính, officer`.
struct OfficialDraft {
  std::string name;
  std::string office;
  std::string unit;                ///< empty: the People's Committee
  std::vector<std::string> roles;  ///< empty: the one the office suggests
};

/// Somebody's statements about a new ward: from a file, options or answers. Nothing of it is
/// checked; a field that is absent was not stated yet.
struct WardDraft {
  std::optional<std::string> ward;  ///< words to find it by, or `name, [city,] province` in full
  std::optional<std::vector<std::string>> khoms;
  std::optional<std::string> chair;
  std::optional<std::vector<std::string>> deputies;
  std::optional<std::string> cchc_officer;
  std::optional<std::string> clerk;
  std::optional<std::vector<std::string>> khom_heads;  ///< in the order of the khóm; "" for none
  std::optional<std::vector<OfficialDraft>> officials;
  std::optional<std::string> first_year;
  std::optional<bool> plan;
  std::optional<std::string> administrator;  ///< the account's name
  std::optional<std::string> numbering;      ///< `per_type` or `shared`
  std::optional<std::string> reports_to;
  std::optional<std::string> reports_through;
};

/// `a, b; c` as its parts, without blanks around them. An empty text has none.
[[nodiscard]] std::vector<std::string> parts_of(const std::string& text,
                                                std::string_view separators);

/// `name, office, role, …`: the last words that are roles are the roles.
[[nodiscard]] OfficialDraft official_of(const std::string& text);

}  // namespace langnghe::tools
