#pragma once

#include <string>

#include <api/http_types.hpp>

namespace langnghe::api::spec {

/// The body of an answer as it was before its Content-Encoding. Fails the running test where the
/// bytes are no such coding.
[[nodiscard]] std::string decoded(const Response& response);

}  // namespace langnghe::api::spec
