#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "contract/yaml.hpp"

namespace langnghe::contract {
namespace {

constexpr std::size_t kLineMax = 120;
constexpr int kStep = 2;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '/' || c == '$' ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool may_follow(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == ' ' || c == '.' || c == '-' || c == '+';
}

/// `3.1.0` is no number to any reader: a number has one point.
bool is_version(const std::string& text) {
  return std::ranges::count(text, '.') == 2 &&
         std::ranges::all_of(text, [](char c) { return c == '.' || (c >= '0' && c <= '9'); });
}

/// Only what no reader could take for anything but a text stands without quotation marks: readers
/// of YAML 1.1 take `no` and `on` for truth values. Braces would begin a mapping inside another.
std::string scalar_text(const std::string& text, bool in_line) {
  static constexpr std::array kTruthValues{
      std::string_view("true"), std::string_view("false"), std::string_view("null"),
      std::string_view("yes"),  std::string_view("no"),    std::string_view("on"),
      std::string_view("off"),  std::string_view("y"),     std::string_view("n")};
  const bool plain = !text.empty() && is_letter(text.front()) && text.back() != ' ' &&
                     std::ranges::all_of(text,
                                         [&](char c) {
                                           return may_follow(c) ||
                                                  (!in_line && (c == '{' || c == '}' || c == ','));
                                         }) &&
                     std::ranges::find(kTruthValues, text) == kTruthValues.end();
  return plain || is_version(text) ? text : Json(text).dump();
}

std::string in_line_text(const Json& json) {
  if (json.is_string()) {
    return scalar_text(json.get_ref<const std::string&>(), true);
  }
  if (!json.is_structured()) {
    return json.dump();
  }
  std::string text;
  for (const auto& [name, value] : json.items()) {
    text += text.empty() ? "" : ", ";
    text += json.is_object() ? scalar_text(name, true) + ": " : "";
    text += in_line_text(value);
  }
  return json.is_object() ? '{' + text + '}' : '[' + text + ']';
}

class Writer {
 public:
  [[nodiscard]] std::string take() { return std::move(text_); }

  void block(const Json& json, std::size_t indent, int levels) {
    for (const auto& [name, value] : json.items()) {
      const auto begin = std::string(indent, ' ') +
                         (json.is_object() ? scalar_text(name, false) + ':' : std::string("-"));
      member(begin, name, value, indent, levels);
    }
  }

 private:
  void member(const std::string& begin, const std::string& name, const Json& value,
              std::size_t indent, int levels) {
    if (value.is_string()) {
      scalar(begin, value.get_ref<const std::string&>(), indent);
      return;
    }
    const auto line = begin + ' ' + in_line_text(value);
    // An example stands on its line: it is one request, to be copied.
    const bool in_line =
        name == "example" || value.empty() || (levels <= 0 && line.size() <= kLineMax);
    if (!value.is_structured() || in_line) {
      text_ += line + '\n';
      return;
    }
    if (begin.ends_with('-')) {
      item(value, indent);
      return;
    }
    text_ += begin + '\n';
    block(value, indent + kStep, levels - 1);
  }

  /// The first member of a list's item stands on the line of its dash.
  void item(const Json& value, std::size_t indent) {
    Writer inner;
    inner.block(value, indent + kStep, 0);
    auto lines = inner.take();
    lines[indent] = '-';
    text_ += lines;
  }

  void scalar(const std::string& begin, const std::string& value, std::size_t indent) {
    if (!value.contains('\n')) {
      text_ += begin + ' ' + scalar_text(value, false) + '\n';
      return;
    }
    text_ += begin + (value.ends_with('\n') ? " |\n" : " |-\n");
    for (std::size_t at = 0; at < value.size();) {
      const auto end = std::min(value.find('\n', at), value.size());
      text_ += end == at ? "" : std::string(indent + kStep, ' ') + value.substr(at, end - at);
      text_ += '\n';
      at = end + 1;
    }
  }

  std::string text_;
};

}  // namespace

std::string to_yaml(const Json& json, int levels) {
  Writer writer;
  writer.block(json, 0, levels - 1);
  return writer.take();
}

}  // namespace langnghe::contract
