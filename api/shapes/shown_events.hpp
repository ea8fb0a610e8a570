#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <domain/ids.hpp>
#include <domain/permissions.hpp>

#include "shapes/head.hpp"
#include "shapes/names.hpp"

/// Records as people read them.
namespace langnghe::api::shapes {

/// JSON as the ledger holds it; each sealed part says so and no more.
struct ShownData {
  std::string json;
};

struct ShownEvent {
  std::uint64_t position = 0;
  std::string id;
  domain::Subject kind{};
  std::string stream;
  std::string object;
  std::uint64_t version = 0;
  std::string type;
  std::string title;  ///< of the type, in the reader's language
  std::string happened;
  std::string recorded;  ///< local time
  std::string user;
  std::string role;
  std::string role_title;
  std::optional<domain::KhomId> khom;
  std::optional<std::string> causation;
  std::optional<std::string> correlation;
  ShownData data;
};

struct ShownEventList {
  Head head;
  std::vector<ShownEvent> items;
  Names names;
  std::optional<std::uint64_t> next;
};

}  // namespace langnghe::api::shapes
