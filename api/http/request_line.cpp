#include "request_line.hpp"

#include <algorithm>

#include "text.hpp"

namespace langnghe::http {
namespace {

/// RFC 9110 section 5.6.2.
bool is_token_character(char c) {
  constexpr std::string_view kOthers = "!#$%&'*+-.^_`|~";
  const char lower = to_lower(c);
  return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') ||
         kOthers.find(c) != std::string_view::npos;
}

bool is_token(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_token_character);
}

/// Visible ASCII alone: what else is meant has to be percent-encoded.
bool is_target(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c > 0x20 && c < 0x7f; });
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_version(std::string_view text) {
  return text.size() == 8 && text.starts_with("HTTP/") && is_digit(text[5]) && text[6] == '.' &&
         is_digit(text[7]);
}

std::optional<Refusal> check(std::string_view line) {
  if (!line.ends_with('\r')) {
    return Refusal::malformed;
  }
  line.remove_suffix(1);
  const auto first = line.find(' ');
  const auto last = line.rfind(' ');
  if (first == std::string_view::npos || first == last || !is_token(line.substr(0, first)) ||
      !is_target(line.substr(first + 1, last - first - 1)) || !is_version(line.substr(last + 1))) {
    return Refusal::malformed;
  }
  return line[last + 6] == '1' && line[last + 8] <= '1' ? std::nullopt
                                                        : std::optional(Refusal::version);
}

/// Bytes of another protocol are told from a slow client at once.
bool may_become_line(std::string_view begun) {
  if (begun.ends_with('\r')) {
    begun.remove_suffix(1);
  }
  const auto space = std::min(begun.find(' '), begun.size());
  const auto rest = begun.substr(space);
  return std::ranges::all_of(begun.substr(0, space), is_token_character) &&
         std::ranges::all_of(rest, [](char c) { return c >= 0x20 && c < 0x7f; });
}

}  // namespace

std::size_t empty_lines(std::string_view received) {
  std::size_t taken = 0;
  while (received.substr(taken).starts_with("\r\n")) {
    taken += 2;
  }
  return taken;
}

RequestLine read_request_line(std::string_view received) {
  const auto end = received.find('\n');
  if (end == std::string_view::npos) {
    return {false, may_become_line(received) ? std::nullopt : std::optional(Refusal::malformed)};
  }
  return {true, check(received.substr(0, end))};
}

}  // namespace langnghe::http
