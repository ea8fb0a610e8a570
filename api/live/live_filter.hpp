#pragma once

#include <string>
#include <vector>

#include <domain/permissions.hpp>

#include "live/recent_records.hpp"

namespace langnghe::api {

/// The records that a stream is about. A list that is empty admits all.
struct LiveFilter {
  std::vector<domain::Subject> kinds;
  std::vector<std::string> streams;
  std::vector<std::string> types;

  [[nodiscard]] bool admits(const LiveRecord& record) const;
};

}  // namespace langnghe::api
