#include <cstddef>

#include <ledger/canonical_json.hpp>

#include "json/runs.hpp"

namespace langnghe::eventstore {
namespace {

// RFC 8785 section 3.2.2.2: the two-character escapes where JSON has one, \u00xx in lower case
// for the other control characters, everything else as it is.
void append_escaped(std::string& out, char character) {
  constexpr std::string_view kHex = "0123456789abcdef";
  switch (character) {
    case '"':
      out += "\\\"";
      break;
    case '\\':
      out += "\\\\";
      break;
    case '\b':
      out += "\\b";
      break;
    case '\t':
      out += "\\t";
      break;
    case '\n':
      out += "\\n";
      break;
    case '\f':
      out += "\\f";
      break;
    case '\r':
      out += "\\r";
      break;
    default: {
      const auto code = static_cast<unsigned char>(character);
      out += "\\u00";
      out += kHex[code >> 4];
      out += kHex[code & 0xF];
    }
  }
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  std::size_t run = 0;
  for (std::size_t at = end_of_plain(text, 0); at < text.size(); at = end_of_plain(text, run)) {
    out.append(text, run, at - run);
    append_escaped(out, text[at]);
    run = at + 1;
  }
  out.append(text, run);
  out += '"';
}

}  // namespace langnghe::eventstore
