#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <domain/ids.hpp>
#include <ledger/types.hpp>
#include <vault/secret_key.hpp>

/// The code of a case as it stands on a slip: `7KQ2M-XW94P-Q`, ten symbols and a check symbol.
///
/// The 31 symbols leave out 0 O 1 I L, which are taken for each other. A symbol's value is its
/// place among them. The check symbol makes the sum of (place in the code, from 1) x (value) a
/// multiple of 31. As 31 is a prime and there are fewer places, one wrong symbol, or two that
/// changed places wherever they stand, never give another code.
namespace langnghe::api {

inline constexpr std::string_view kCaseSymbols = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
inline constexpr std::size_t kCaseCodeLength = 11;

/// The code of an issue: the first ten digits, in base 31, of BLAKE2b over the ledger and the issue
/// under a key. Who has not the key can neither make a code nor tell which case it is of.
[[nodiscard]] std::string case_code(const eventstore::SecretKey& key,
                                    const eventstore::LedgerId& ledger,
                                    const domain::IssueId& issue);

/// A code as people type it: in any case, with or without hyphens and blanks. Nothing where it has
/// another length or symbol, or the check symbol is not its own.
[[nodiscard]] std::optional<std::string> read_case_code(std::string_view typed);

/// With its hyphens, as it is printed.
[[nodiscard]] std::string printed_case_code(std::string_view code);

}  // namespace langnghe::api
