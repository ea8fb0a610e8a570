#include "wire/raw_json.hpp"

#include <codec/json_text.hpp>

namespace langnghe::api::wire {
namespace {

/// Walks over a text that was parsed before, so it asks for nothing twice.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  /// Calls `visit` with each member's name and bytes; nothing where there is no object.
  template <class Visit>
  void each_member(Visit visit) {
    if (!open('{')) {
      return;
    }
    while (!closed('}')) {
      const auto name = name_of(value());
      skip_blanks();
      ++at_;  // the colon
      visit(name, value());
    }
  }

  template <class Visit>
  void each_item(Visit visit) {
    if (!open('[')) {
      return;
    }
    while (!closed(']')) {
      visit(value());
    }
  }

 private:
  static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

  [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }

  void skip_blanks() {
    while (!at_end() && is_blank(text_[at_])) {
      ++at_;
    }
  }

  bool open(char bracket) {
    skip_blanks();
    const bool there = !at_end() && text_[at_] == bracket;
    at_ += there ? 1U : 0U;
    return there;
  }

  bool closed(char bracket) {
    skip_blanks();
    if (!at_end() && text_[at_] == ',') {
      ++at_;
      skip_blanks();
    }
    return at_end() || text_[at_] == bracket;
  }

  std::string_view value() {
    skip_blanks();
    const auto begin = at_;
    int depth = 0;
    while (!at_end()) {
      const char c = text_[at_];
      if (depth == 0 && at_ > begin && (c == ',' || c == ']' || c == '}' || is_blank(c))) {
        break;
      }
      if (c == '"') {
        skip_text();
        if (depth == 0) {
          break;
        }
        continue;
      }
      depth += c == '{' || c == '[' ? 1 : 0;
      depth -= c == '}' || c == ']' ? 1 : 0;
      ++at_;
      if (depth == 0 && (c == '}' || c == ']')) {
        break;
      }
    }
    return text_.substr(begin, at_ - begin);
  }

  void skip_text() {
    for (++at_; !at_end() && text_[at_] != '"'; ++at_) {
      at_ += text_[at_] == '\\' ? 1U : 0U;
    }
    ++at_;
  }

  /// A name may be written with escapes.
  static std::string name_of(std::string_view quoted) {
    const auto json = codec::parse_json(quoted);
    return json && json->is_string() ? json->get<std::string>() : std::string();
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<std::string_view> raw_members(std::string_view text, std::string_view list,
                                          std::string_view member) {
  std::vector<std::string_view> found;
  Scanner(text).each_member([&](const std::string& name, std::string_view items) {
    if (name != list) {
      return;
    }
    Scanner(items).each_item([&](std::string_view item) {
      auto& bytes = found.emplace_back();
      Scanner(item).each_member([&](const std::string& inner, std::string_view value) {
        bytes = inner == member ? value : bytes;
      });
    });
  });
  return found;
}

}  // namespace langnghe::api::wire
