#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <domain/permissions.hpp>

/// The data of a live stream's events.
namespace langnghe::api::shapes {

struct LiveBegin {
  std::string ledger;
  std::uint64_t position = 0;  ///< records before the stream's first
};

struct LiveRecord {
  std::uint64_t position = 0;
  domain::Subject kind{};
  std::string stream;
  std::string object;  ///< the stream without its kind
  std::string type;
  std::uint64_t version = 0;  ///< of the stream after it
  std::string happened;
  std::string recorded;             ///< local time
  std::optional<std::string> user;  ///< none: a read of the stream does not tell it
  std::optional<std::string> role;
};

struct LiveEnd {
  std::string reason;
};

}  // namespace langnghe::api::shapes
