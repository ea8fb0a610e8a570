#include "routing/target.hpp"

#include <algorithm>

#include <boost/url.hpp>

#include <ledger/canonical_json.hpp>

namespace langnghe::api {
namespace {

bool is_safe_text(std::string_view text) {
  const bool controls = std::ranges::any_of(text, [](char character) {
    const auto code = static_cast<unsigned char>(character);
    return code < 0x20 || code == 0x7f;
  });
  return !controls && eventstore::is_valid_utf8(text);
}

bool is_safe_segment(std::string_view segment) {
  return segment != "." && segment != ".." && is_safe_text(segment) &&
         segment.find_first_of("/\\") == std::string_view::npos;
}

}  // namespace

std::optional<Target> parse_target(std::string_view text) {
  const auto parsed = boost::urls::parse_origin_form({text.data(), text.size()});
  if (!parsed) {
    return std::nullopt;
  }
  Target target;
  target.raw_path = std::string(text.substr(0, text.find('?')));
  for (auto segment : parsed->segments()) {
    if (!is_safe_segment(segment)) {
      return std::nullopt;
    }
    target.segments.push_back(std::move(segment));
  }
  // As browsers write a form's fields (WHATWG URL, application/x-www-form-urlencoded): a plus is a
  // blank. An instant's `+07:00` is put right where it is read.
  for (const auto param : parsed->params(boost::urls::encoding_opts(true, false, false))) {
    if (!is_safe_text(param.key) || !is_safe_text(param.value)) {
      return std::nullopt;
    }
    target.query.emplace_back(std::string(param.key), std::string(param.value));
  }
  return target;
}

std::string encode_segment(std::string_view text) {
  return boost::urls::encode({text.data(), text.size()}, boost::urls::unreserved_chars);
}

}  // namespace langnghe::api
