#pragma once

#include <cstddef>
#include <filesystem>
#include <vector>

#include <ledger/types.hpp>

namespace langnghe::tools::bench {

/// A store with so many ledgers, each the demonstration year as it was acted out: what a replay of
/// real events is measured on.
[[nodiscard]] std::vector<eventstore::LedgerId> make_year_ledgers(const std::filesystem::path& root,
                                                                  std::size_t count);

}  // namespace langnghe::tools::bench
