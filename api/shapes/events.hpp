#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shapes/texts.hpp"

/// The ledger itself, record by record.
namespace langnghe::api::shapes {

/// A record as its canonical JSON: the bytes that are hashed are the bytes that are served.
struct RecordBytes {
  std::string json;
};

/// A record, or its leaf hash for who may not read it.
struct PositionedRecord {
  std::uint64_t position = 0;
  std::optional<RecordBytes> record;
  std::optional<Base64Hash> leaf;  ///< in its place: the RFC 6962 leaf hash
};

struct EventList {
  std::string ledger;
  std::uint64_t position = 0;
  std::vector<PositionedRecord> items;
  std::optional<std::uint64_t> next;
};

}  // namespace langnghe::api::shapes
