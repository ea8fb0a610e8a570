#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <domain/issue_import.hpp>
#include <ledger/reader.hpp>

#include "import/mapping.hpp"

namespace langnghe::tools {

/// A difference between a row of the list and the same row in the ledger.
struct Difference {
  int row = 0;
  std::string column;
  std::string recorded;
  std::string listed;
};

/// Throws std::runtime_error where the ledger cannot be read.
[[nodiscard]] std::vector<Difference> differences(eventstore::LedgerReader& store,
                                                  const eventstore::LedgerId& ledger,
                                                  const domain::ImportIssues& import,
                                                  const Mapping& mapping);

/// Is the account registered, enabled and an administrator of the ward?
[[nodiscard]] bool is_administrator(eventstore::LedgerReader& store,
                                    const eventstore::LedgerId& ledger, const std::string& user);

}  // namespace langnghe::tools
