#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <domain/ids.hpp>

#include "shapes/head.hpp"

namespace langnghe::api::shapes {

/// JSON as the ledger holds it; sealed parts stay ciphertext.
struct StoredData {
  std::string json;
};

/// One act in an issue's life.
struct HistoryItem {
  std::uint64_t position = 0;
  std::string id;  ///< of the record
  std::string stream;
  std::string type;
  std::string user;
  std::string role;
  std::string happened;
  std::string recorded;  ///< local time
  int late_days = 0;     ///< entered so many days after it happened, where the policy calls it late
  std::optional<std::string> causation;    ///< the record that brought it about
  std::optional<std::string> correlation;  ///< the request that did
  StoredData data;
};

struct History {
  Head head;
  domain::IssueId id;
  std::vector<HistoryItem> items;
};

}  // namespace langnghe::api::shapes
