#include "json/string_reader.hpp"

#include <charconv>
#include <cstdint>
#include <optional>

#include "json/runs.hpp"

namespace langnghe::eventstore {
namespace {

constexpr std::string_view kBadEscape = "a string with an escape JSON does not have";

std::optional<char> short_escape(char letter) {
  switch (letter) {
    case '"':
    case '\\':
    case '/':
      return letter;
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    default:
      return std::nullopt;
  }
}

void append_utf8(std::string& out, std::uint32_t code_point) {
  const auto add = [&out](std::uint32_t byte) { out += static_cast<char>(byte); };
  if (code_point < 0x80) {
    add(code_point);
  } else if (code_point < 0x800) {
    add(0xC0 | (code_point >> 6));
    add(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    add(0xE0 | (code_point >> 12));
    add(0x80 | ((code_point >> 6) & 0x3F));
    add(0x80 | (code_point & 0x3F));
  } else {
    add(0xF0 | (code_point >> 18));
    add(0x80 | ((code_point >> 12) & 0x3F));
    add(0x80 | ((code_point >> 6) & 0x3F));
    add(0x80 | (code_point & 0x3F));
  }
}

// The four hex digits behind `\u`; `at` stands on the `u` and is moved behind the digits.
std::optional<std::uint32_t> read_code_unit(std::string_view json, std::size_t& at) {
  constexpr std::size_t kDigits = 4;
  const std::string_view digits = json.substr(at + 1, kDigits);
  std::uint32_t unit = 0;
  const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), unit, 16);
  if (digits.size() != kDigits || fault != std::errc{} || end != digits.data() + kDigits) {
    return std::nullopt;
  }
  at += 1 + kDigits;
  return unit;
}

std::expected<void, std::string_view> read_unicode_escape(std::string_view json, std::size_t& at,
                                                          std::string& out) {
  const auto unit = read_code_unit(json, at);
  if (!unit) {
    return std::unexpected(kBadEscape);
  }
  if (*unit < 0xD800 || *unit > 0xDFFF) {
    append_utf8(out, *unit);
    return {};
  }
  constexpr std::string_view kLone = "a string with a lone surrogate";
  if (*unit > 0xDBFF || !json.substr(at).starts_with("\\u")) {
    return std::unexpected(kLone);
  }
  ++at;
  const auto low = read_code_unit(json, at);
  if (!low || *low < 0xDC00 || *low > 0xDFFF) {
    return std::unexpected(kLone);
  }
  append_utf8(out, 0x10000 + ((*unit - 0xD800) << 10) + (*low - 0xDC00));
  return {};
}

// `at` stands behind the backslash.
std::expected<void, std::string_view> read_escape(std::string_view json, std::size_t& at,
                                                  std::string& out) {
  if (at == json.size()) {
    return std::unexpected(kBadEscape);
  }
  if (json[at] == 'u') {
    return read_unicode_escape(json, at, out);
  }
  const auto character = short_escape(json[at]);
  if (!character) {
    return std::unexpected(kBadEscape);
  }
  out += *character;
  ++at;
  return {};
}

}  // namespace

std::expected<std::string_view, std::string_view> read_json_string(
    std::string_view json, std::size_t& at, std::deque<std::string>& unescaped) {
  if (at == json.size() || json[at] != '"') {
    return std::unexpected("a string is missing");
  }
  std::size_t run = ++at;
  std::string* decoded = nullptr;
  for (at = end_of_plain(json, at); at < json.size(); at = end_of_plain(json, at)) {
    const std::string_view plain = json.substr(run, at - run);
    if (json[at] == '"') {
      ++at;
      return decoded == nullptr ? plain : std::string_view(decoded->append(plain));
    }
    if (json[at] != '\\') {
      return std::unexpected("a string with a bare control character");
    }
    if (decoded == nullptr) {
      decoded = &unescaped.emplace_back();
    }
    decoded->append(plain);
    ++at;
    const auto escape = read_escape(json, at, *decoded);
    if (!escape) {
      return std::unexpected(escape.error());
    }
    run = at;
  }
  return std::unexpected("a string without an end");
}

}  // namespace langnghe::eventstore
