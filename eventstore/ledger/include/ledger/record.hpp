#pragma once

#include <expected>
#include <string>
#include <string_view>

#include <ledger/types.hpp>

namespace langnghe::eventstore {

/// A stored record, read in place: every view points into the bytes it was parsed from, which
/// must outlive it. Strings are plain because `encode` refuses what would need an escape there.
struct RecordView {
  std::string_view id;
  std::string_view ledger;
  std::string_view stream;
  Version version;
  std::string_view type;
  int schema = 0;
  std::string_view happened;
  std::string_view recorded;
  std::string_view user;
  std::string_view role;
  std::string_view causation;
  std::string_view correlation;
  std::string_view data;  ///< a JSON object, canonical
};

/// The canonical JSON (RFC 8785) of one record: the bytes that are stored and hashed. Members:
/// actor {role, user}, causation, correlation, data, happened, id, ledger, recorded, stream, type,
/// v, version. Errors name the member that is not well formed.
[[nodiscard]] std::expected<std::string, std::string> encode(const Commit& commit,
                                                             const NewEvent& event, Version version,
                                                             std::string_view recorded);

/// Reads a record back. An error means the bytes are not what `encode` makes.
[[nodiscard]] std::expected<RecordView, std::string> parse(std::string_view bytes);

}  // namespace langnghe::eventstore
