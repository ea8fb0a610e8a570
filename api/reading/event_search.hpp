#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <vector>

#include <domain/actor.hpp>
#include <domain/ids.hpp>
#include <domain/permissions.hpp>
#include <ledger/types.hpp>

#include "call/call.hpp"
#include "reading/reading.hpp"

/// Records of the ledger by what they are about.
namespace langnghe::api {

/// A list that is empty admits all.
struct EventFilter {
  std::vector<domain::Subject> kinds;
  std::vector<std::string> streams;
  std::vector<std::string> types;
  std::vector<domain::UserId> users;  ///< who acted
  std::vector<domain::Role> roles;
  std::vector<domain::KhomId> khoms;     ///< of the issue, the dialogue or the resident
  std::optional<domain::IssueId> issue;  ///< its history, with the acts of its dialogue

  [[nodiscard]] bool admits_all() const;
};

/// The stretch of the ledger that is looked through, and from which end.
struct EventSpan {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;  ///< not in it
  bool newest_first = false;
};

/// The bounds of one page.
struct EventPage {
  std::size_t limit = 0;
  bool leaves_out_unreadable = true;  ///< else they come, for a form that shows their hash
};

struct FoundEvents {
  std::vector<eventstore::Record> records;  ///< in the order asked for
  /// The position looked at last, where there may be more beyond it: a page ends when it is full,
  /// and also when much was looked through in vain.
  std::optional<std::uint64_t> next;
};

[[nodiscard]] std::expected<FoundEvents, Problem> find_events(const Call& call,
                                                              const Reading& reading,
                                                              const EventFilter& filter,
                                                              const EventSpan& span,
                                                              const EventPage& page);

}  // namespace langnghe::api
