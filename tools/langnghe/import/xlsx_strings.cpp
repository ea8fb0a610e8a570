#include "import/xlsx_strings.hpp"

#include <charconv>
#include <map>
#include <optional>

#include <text/typed_text.hpp>

namespace langnghe::tools {
namespace {

constexpr std::size_t kEscapeLength = 7;  // _xHHHH_

std::optional<char32_t> escape_at(std::string_view text, std::size_t at) {
  const auto part = text.substr(at, kEscapeLength);
  if (part.size() != kEscapeLength || !part.starts_with("_x") || part.back() != '_') {
    return std::nullopt;
  }
  unsigned value = 0;
  const auto* const end = part.data() + kEscapeLength - 1;
  const auto read = std::from_chars(part.data() + 2, end, value, 16);
  return read.ec == std::errc{} && read.ptr == end ? std::optional(static_cast<char32_t>(value))
                                                   : std::nullopt;
}

/// Format codes 14 to 22, 45 to 47, and those of East Asia, are dates or times (18.8.30).
bool is_builtin_date(int id) {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) ||
         (id >= 50 && id <= 58);
}

/// Letters of a date outside of quotes, escapes and brackets: `dd/mm/yyyy`, `[$-42A]d mmmm`.
bool is_date_code(std::string_view code) {
  bool quoted = false;
  bool bracketed = false;
  bool has_day_or_year = false;
  for (std::size_t at = 0; at < code.size(); ++at) {
    const char letter = code[at];
    if (letter == '"') {
      quoted = !quoted;
    } else if (quoted) {
      continue;
    } else if (letter == '\\' || letter == '_' || letter == '*') {
      ++at;
    } else if (letter == '[') {
      bracketed = true;
    } else if (letter == ']') {
      bracketed = false;
    } else if (!bracketed && letter == ';') {
      break;  // the form of negative numbers and of text says nothing
    } else if (!bracketed) {
      has_day_or_year = has_day_or_year || letter == 'd' || letter == 'D' || letter == 'y' ||
                        letter == 'Y' || letter == 'm' || letter == 'M';
    }
  }
  return has_day_or_year;
}

/// Codes that show the digits as they are.
bool is_plain(int id, std::string_view code) {
  if (code.empty()) {
    return id == 0 || id == 1 || id == 49;
  }
  return code == "General" || code == "GENERAL" || code == "0" || code == "#" || code == "@" ||
         code == "General;General;General;@";
}

Shown shown_by(int id, const std::map<int, std::string>& codes) {
  const auto found = codes.find(id);
  const std::string code = found == codes.end() ? std::string() : found->second;
  Shown shown;
  shown.as_date = code.empty() ? is_builtin_date(id) : code != "General" && is_date_code(code);
  if (!shown.as_date && !is_plain(id, code)) {
    shown.format = code.empty() ? "#" + std::to_string(id) : code;
  }
  return shown;
}

int number(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

}  // namespace

std::string unescaped(std::string_view text) {
  std::string made;
  for (std::size_t at = 0; at < text.size();) {
    auto point = escape_at(text, at);
    if (!point) {
      made += text[at++];
      continue;
    }
    at += kEscapeLength;
    if (*point >= 0xd800 && *point < 0xdc00) {
      const auto low = escape_at(text, at);
      if (low && *low >= 0xdc00 && *low <= 0xdfff) {
        point = 0x10000 + ((*point - 0xd800) << 10) + (*low - 0xdc00);
        at += kEscapeLength;
      }
    }
    const bool is_half = *point >= 0xd800 && *point <= 0xdfff;
    made += text::to_utf8(is_half ? U'\uFFFD' : *point);
  }
  return made;
}

std::string text_of_item(const pugi::xml_node& item) {
  std::string text;
  for (const auto& part : item.children()) {
    const auto name = local_name(part.name());
    if (name == "t") {
      text += content(part);
    } else if (name == "r") {
      text += content(child(part, "t"));
    }
  }
  return unescaped(text);
}

std::vector<std::string> shared_strings(const pugi::xml_document& part) {
  std::vector<std::string> strings;
  for (const auto& item : child(part, "sst").children()) {
    if (local_name(item.name()) == "si") {
      strings.push_back(text_of_item(item));
    }
  }
  return strings;
}

std::vector<Shown> number_formats(const pugi::xml_document& styles) {
  const auto sheet = child(styles, "styleSheet");
  std::map<int, std::string> codes;
  for (const auto& format : child(sheet, "numFmts").children()) {
    codes[number(attribute(format, "numFmtId"))] = unescaped(attribute(format, "formatCode"));
  }
  std::vector<Shown> shown;
  for (const auto& style : child(sheet, "cellXfs").children()) {
    if (local_name(style.name()) == "xf") {
      shown.push_back(shown_by(number(attribute(style, "numFmtId")), codes));
    }
  }
  return shown;
}

}  // namespace langnghe::tools
