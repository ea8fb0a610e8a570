#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace langnghe::eventstore {

/// Names one ledger. One ledger per ward; ledgers never wait for each other's order.
/// Form: `[a-z0-9][a-z0-9-]{0,63}`.
struct LedgerId {
  std::string value;
  auto operator<=>(const LedgerId&) const = default;
};

/// Names one stream inside a ledger: 1 to 128 bytes of `[A-Za-z0-9._-]`.
struct StreamName {
  std::string value;
  auto operator<=>(const StreamName&) const = default;
};

/// The position of a record in its ledger: 0, 1, 2 … without gaps, in commit order. Also the index
/// of its leaf in the ledger's Merkle tree (RFC 9162).
struct Position {
  std::uint64_t value = 0;
  auto operator<=>(const Position&) const = default;
};

/// The number of records in a stream. The first record of a stream has version 1; 0 = absent.
struct Version {
  std::uint64_t value = 0;
  auto operator<=>(const Version&) const = default;
};
inline constexpr Version kAbsent{0};

/// The user who acted. Opaque to the store.
struct Actor {
  std::string user;
  std::string role;
  bool operator==(const Actor&) const = default;
};

/// One event as the caller hands it over. `data` is a JSON object in canonical form (RFC 8785).
struct NewEvent {
  std::string id;  ///< UUIDv7 in text form, made by the caller
  StreamName stream;
  std::string type;      ///< wire name, for example `issue.classified`
  int schema = 1;        ///< version of that type's schema, `v` in the record
  std::string happened;  ///< when the act took place: RFC 3339 or `YYYY-MM-DD`
  std::string data;
};

/// The stream must be at exactly this version when the commit is made; also for streams that
/// were only read. `kAbsent` = the stream must not exist.
struct Expectation {
  StreamName stream;
  Version version;
  bool operator==(const Expectation&) const = default;
};

/// All or nothing: the expectations hold and every event is stored, or nothing is.
struct Commit {
  LedgerId ledger;
  std::string idempotency_key;  ///< 1 to 255 bytes; unique per ledger, for ever
  std::string request_hash;     ///< what the key stands for; the same key with another is refused
  std::vector<Expectation> expectations;
  std::vector<NewEvent> events;  ///< may be empty: then only the key is recorded
  Actor actor;
  std::string causation;    ///< may be empty
  std::string correlation;  ///< may be empty
  std::string recorded;     ///< `YYYY-MM-DDTHH:MM:SS.mmmZ`; raised to the last one of the ledger if
                            ///< it is earlier, so that record time never runs backwards
};

/// The outcome of a commit. The same key gives the same answer for ever (`repeated` = true).
struct Committed {
  Position first;            ///< position of the first event; the ledger's size if there were none
  std::uint64_t events = 0;  ///< how many events the commit stored
  bool repeated = false;
  bool operator==(const Committed&) const = default;
};

/// One stored record: the very bytes that are hashed. `parse` (record.hpp) reads them.
struct Record {
  Position position;
  std::string bytes;
};

}  // namespace langnghe::eventstore
