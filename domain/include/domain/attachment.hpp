#pragma once

#include <cstdint>
#include <string>

namespace langnghe::domain {

/// A scan, photograph or signed file kept beside the ledger; the event holds only what names it.
struct Attachment {
  std::string hash;  ///< SHA-256 of the stored bytes, 64 hex digits: the file's name
  std::string media_type;
  std::uint64_t bytes = 0;  ///< length of the content before sealing
  bool operator==(const Attachment&) const = default;
};

}  // namespace langnghe::domain
