#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <domain/ids.hpp>
#include <domain/permissions.hpp>

#include "shapes/head.hpp"
#include "shapes/shown_events.hpp"

/// The changes since a reader looked, grouped by their object.
namespace langnghe::api::shapes {

struct Change {
  std::uint64_t position = 0;
  std::string type;
  std::string title;  ///< of the type, in the reader's language
  std::string happened;
  std::string recorded;             ///< local time
  std::optional<std::string> user;  ///< none: a read of the thing does not tell it
  std::optional<std::string> role;
};

struct ChangedObject {
  domain::Subject kind{};
  std::string stream;
  std::string object;
  std::uint64_t version = 0;  ///< after the last of them
  bool created = false;       ///< it began meanwhile
  std::optional<domain::KhomId> khom;
  std::optional<std::string> subject;  ///< of an issue
  std::optional<std::string> phase;    ///< of an issue or a dialogue, as it is now
  std::optional<domain::Date> date;    ///< of a dialogue
  std::uint64_t count = 0;
  std::vector<Change> changes;  ///< the newest of them, oldest first
};

struct ChangeList {
  Head head;
  std::uint64_t since = 0;
  std::uint64_t until = 0;  ///< the records before it are in this answer
  std::vector<ChangedObject> items;
  Names names;
  std::optional<std::uint64_t> next;
};

}  // namespace langnghe::api::shapes
