#pragma once

#include <string>

#include <domain/time.hpp>

namespace langnghe::api {

/// A new UUIDv7 (RFC 9562 section 5.7) of that moment, in text form. Thread-safe; ids made in one
/// millisecond are in order.
[[nodiscard]] std::string make_uuid_v7(domain::Instant now);

}  // namespace langnghe::api
