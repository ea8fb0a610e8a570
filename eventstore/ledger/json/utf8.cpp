#include <cstddef>
#include <cstdint>

#include <ledger/canonical_json.hpp>

#include "json/runs.hpp"

namespace langnghe::eventstore {
namespace {

struct Sequence {
  std::size_t length;          // bytes in all; 0 = not a lead byte
  unsigned char second_least;  // the second byte's range shuts out overlong forms, surrogates
  unsigned char second_most;   // and code points beyond U+10FFFF (Unicode 15, table 3-7)
};

Sequence sequence_of(unsigned char lead) {
  if (lead >= 0xC2 && lead <= 0xDF) {
    return {2, 0x80, 0xBF};
  }
  if (lead == 0xE0) {
    return {3, 0xA0, 0xBF};
  }
  if (lead == 0xED) {
    return {3, 0x80, 0x9F};
  }
  if (lead >= 0xE1 && lead <= 0xEF) {
    return {3, 0x80, 0xBF};
  }
  if (lead == 0xF0) {
    return {4, 0x90, 0xBF};
  }
  if (lead >= 0xF1 && lead <= 0xF3) {
    return {4, 0x80, 0xBF};
  }
  if (lead == 0xF4) {
    return {4, 0x80, 0x8F};
  }
  return {0, 0, 0};
}

bool is_continuation(unsigned char byte) {
  return (byte & 0xC0) == 0x80;
}

}  // namespace

bool is_valid_utf8(std::string_view text) {
  for (std::size_t at = end_of_ascii(text, 0); at < text.size(); at = end_of_ascii(text, at)) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const Sequence sequence = sequence_of(lead);
    if (sequence.length == 0 || text.size() - at < sequence.length) {
      return false;
    }
    const auto second = static_cast<unsigned char>(text[at + 1]);
    if (second < sequence.second_least || second > sequence.second_most) {
      return false;
    }
    for (std::size_t i = 2; i < sequence.length; ++i) {
      if (!is_continuation(static_cast<unsigned char>(text[at + i]))) {
        return false;
      }
    }
    at += sequence.length;
  }
  return true;
}

}  // namespace langnghe::eventstore
