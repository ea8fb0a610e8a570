#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include <ledger/canonical_json.hpp>

#include "json/number.hpp"
#include "json/string_reader.hpp"

namespace langnghe::eventstore {
namespace {

constexpr int kDepthMax = 64;

// RFC 8785 sorts by UTF-16 code units. UTF-8 sorts by code points; the two differ only where a
// code point beyond U+FFFF (lead byte F0 to F4; in UTF-16 a surrogate, D800 to DFFF) meets one of
// U+E000 to U+FFFF (lead byte EE or EF).
unsigned utf16_rank(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  if (value >= 0xF0) {
    return value - 2u;
  }
  return value >= 0xEE ? value + 5u : value;
}

bool utf16_less(std::string_view left, std::string_view right) {
  const auto [l, r] = std::ranges::mismatch(left, right);
  if (l == left.end() || r == right.end()) {
    return l == left.end() && r != right.end();
  }
  return utf16_rank(*l) < utf16_rank(*r);
}

// RFC 8259 section 2.
bool is_space(char character) {
  return character == ' ' || character == '\n' || character == '\r' || character == '\t';
}

/// Reads the text once and writes the canonical form as it goes; only an object whose members
/// come out of order is put together a second time.
class Canonicalizer {
 public:
  explicit Canonicalizer(std::string_view json) : json_(json) { out_.reserve(json.size()); }

  std::expected<std::string, std::string> run() {
    if (!is_valid_utf8(json_)) {
      return std::unexpected("the text is not valid UTF-8");
    }
    if (value(0)) {
      if (at_ == json_.size()) {
        return std::move(out_);
      }
      fail("text after the value");
    }
    return std::unexpected(fault_ + " at byte " + std::to_string(at_));
  }

 private:
  struct Member {
    std::string_view name;  // without escapes
    std::size_t begin;      // of `"name":value` in out_
    std::size_t end;
  };

  bool fail(std::string_view what) {
    fault_ = what;
    return false;
  }

  bool take(char expected) {
    if (at_ == json_.size() || json_[at_] != expected) {
      return false;
    }
    ++at_;
    return true;
  }

  void skip_space() {
    while (at_ < json_.size() && is_space(json_[at_])) {
      ++at_;
    }
  }

  // One value and the white space around it.
  bool value(int depth) {
    skip_space();
    if (at_ == json_.size()) {
      return fail("a value is missing");
    }
    if (!bare_value(depth)) {
      return false;
    }
    skip_space();
    return true;
  }

  bool bare_value(int depth) {
    switch (json_[at_]) {
      case '{':
        return object(depth + 1);
      case '[':
        return array(depth + 1);
      case '"':
        return string();
      case 't':
        return literal("true");
      case 'f':
        return literal("false");
      case 'n':
        return literal("null");
      default:
        return number();
    }
  }

  bool literal(std::string_view word) {
    if (!json_.substr(at_).starts_with(word)) {
      return fail("not a JSON value");
    }
    at_ += word.size();
    out_ += word;
    return true;
  }

  std::optional<std::string_view> read_string() {
    const auto text = read_json_string(json_, at_, unescaped_);
    if (!text) {
      fail(text.error());
      return std::nullopt;
    }
    return *text;
  }

  bool string() {
    const auto text = read_string();
    if (text) {
      append_json_string(out_, *text);
    }
    return text.has_value();
  }

  bool digits() {
    const std::size_t begin = at_;
    at_ = std::min(json_.find_first_not_of("0123456789", at_), json_.size());
    return at_ > begin;
  }

  bool number() {
    const std::size_t begin = at_;
    take('-');
    if (!take('0') && !digits()) {
      return fail("not a JSON value");
    }
    if (take('.') && !digits()) {
      return fail("a number without digits after its point");
    }
    if (take('e') || take('E')) {
      if (!take('+')) {
        take('-');
      }
      if (!digits()) {
        return fail("a number without digits in its exponent");
      }
    }
    return append_canonical_number(out_, json_.substr(begin, at_ - begin)) ||
           fail("a number beyond IEEE 754 double");
  }

  bool array(int depth) {
    if (depth > kDepthMax) {
      return fail("nesting is too deep");
    }
    ++at_;
    out_ += '[';
    skip_space();
    if (!take(']')) {
      do {
        if (!value(depth)) {
          return false;
        }
        out_ += ',';
      } while (take(','));
      if (!take(']')) {
        return fail("an array without an end");
      }
      out_.pop_back();
    }
    out_ += ']';
    return true;
  }

  bool object(int depth) {
    if (depth > kDepthMax) {
      return fail("nesting is too deep");
    }
    ++at_;
    out_ += '{';
    skip_space();
    if (!take('}')) {
      const std::size_t first = members_.size();
      if (!members(depth) || !order_members(first)) {
        return false;
      }
      members_.resize(first);
    }
    out_ += '}';
    return true;
  }

  // Leaves the members in members_ and, with commas between them, in out_.
  bool members(int depth) {
    do {
      skip_space();
      const std::size_t begin = out_.size();
      const auto name = read_string();
      if (!name) {
        return false;
      }
      append_json_string(out_, *name);
      skip_space();
      if (!take(':')) {
        return fail("a member without a colon");
      }
      out_ += ':';
      if (!value(depth)) {
        return false;
      }
      members_.push_back({*name, begin, out_.size()});
      out_ += ',';
    } while (take(','));
    out_.pop_back();
    return take('}') || fail("an object without an end");
  }

  bool order_members(std::size_t first) {
    const std::span<Member> all = std::span(members_).subspan(first);
    const std::size_t begin = all.front().begin;
    const bool sorted = std::ranges::is_sorted(all, utf16_less, &Member::name);
    if (!sorted) {
      std::ranges::sort(all, utf16_less, &Member::name);
    }
    if (std::ranges::adjacent_find(all, {}, &Member::name) != all.end()) {
      return fail("a member name is there twice");
    }
    if (!sorted) {
      std::string ordered;
      ordered.reserve(out_.size() - begin + 1);
      for (const Member& member : all) {
        ordered.append(out_, member.begin, member.end - member.begin);
        ordered += ',';
      }
      ordered.pop_back();
      out_.replace(begin, std::string::npos, ordered);
    }
    return true;
  }

  std::string_view json_;
  std::size_t at_ = 0;
  std::string out_;
  std::string fault_;
  std::vector<Member> members_;        // a stack: the open objects' members, outermost first
  std::deque<std::string> unescaped_;  // a deque, so that names keep pointing at their text
};

}  // namespace

std::expected<std::string, std::string> canonicalize(std::string_view json) {
  return Canonicalizer(json).run();
}

}  // namespace langnghe::eventstore
