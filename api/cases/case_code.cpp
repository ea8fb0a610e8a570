#include "cases/case_code.hpp"

#include <array>

#include <sodium.h>

namespace langnghe::api {
namespace {

constexpr unsigned kBase = 31;
static_assert(kCaseSymbols.size() == kBase);
/// 11 x 17 = 1 (mod 31): what the check symbol's place is divided by.
constexpr unsigned kInverseOfEleven = 17;
static_assert(kCaseCodeLength * kInverseOfEleven % kBase == 1);
constexpr std::size_t kHashBytes = 16;

/// Of the symbols from the first on, each times its place.
unsigned weighted_sum(std::string_view symbols) {
  unsigned sum = 0;
  for (std::size_t i = 0; i < symbols.size(); ++i) {
    const auto value = static_cast<unsigned>(kCaseSymbols.find(symbols[i]));
    sum += static_cast<unsigned>(i + 1) * value;
  }
  return sum % kBase;
}

char check_symbol(std::string_view ten) {
  return kCaseSymbols[(kBase - weighted_sum(ten)) * kInverseOfEleven % kBase];
}

/// Divides the number in place; answers what is left over.
unsigned divide(std::array<unsigned char, kHashBytes>& number) {
  unsigned rest = 0;
  for (auto& byte : number) {
    const unsigned value = rest * 256U + byte;
    byte = static_cast<unsigned char>(value / kBase);
    rest = value % kBase;
  }
  return rest;
}

}  // namespace

std::string case_code(const eventstore::SecretKey& key, const eventstore::LedgerId& ledger,
                      const domain::IssueId& issue) {
  const std::string message = ledger.value + '\n' + issue.value;
  std::array<unsigned char, kHashBytes> hash{};
  crypto_generichash(hash.data(), hash.size(),
                     reinterpret_cast<const unsigned char*>(message.data()), message.size(),
                     key.data(), eventstore::kKeyBytes);
  std::string code;
  while (code.size() + 1 < kCaseCodeLength) {
    code += kCaseSymbols[divide(hash)];
  }
  code += check_symbol(code);
  return code;
}

std::optional<std::string> read_case_code(std::string_view typed) {
  std::string code;
  for (const char letter : typed) {
    if (letter == '-' || letter == ' ') {
      continue;
    }
    const char upper =
        letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
    if (kCaseSymbols.find(upper) == std::string_view::npos || code.size() == kCaseCodeLength) {
      return std::nullopt;
    }
    code += upper;
  }
  if (code.size() != kCaseCodeLength || weighted_sum(code) != 0) {
    return std::nullopt;
  }
  return code;
}

std::string printed_case_code(std::string_view code) {
  constexpr std::size_t kGroup = 5;
  std::string printed;
  for (std::size_t at = 0; at < code.size(); at += kGroup) {
    printed += printed.empty() ? "" : "-";
    printed += code.substr(at, kGroup);
  }
  return printed;
}

}  // namespace langnghe::api
