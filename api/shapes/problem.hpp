#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "shapes/allowed.hpp"

namespace langnghe::api::shapes {

/// One thing wrong in the body or in the query; one of `pointer` and `parameter` is there.
struct ProblemFault {
  std::string code;
  std::string detail;
  std::optional<std::string> pointer;    ///< JSON Pointer into the body
  std::optional<std::string> parameter;  ///< of the query
  std::optional<std::string> expected;
};

/// One act on the resource since the caller saw it.
struct ProblemChange {
  std::uint64_t position = 0;
  std::string type;
  std::string user;
  std::string role;
  std::string happened;
  std::string recorded;
};

/// RFC 9457 problem details.
struct ProblemDetails {
  std::string type;
  std::string title;
  int status = 0;
  std::string detail;
  std::string instance;
  std::string code;
  /// None where the server refused before it had read the request.
  std::optional<std::map<std::string, std::string>> facts;
  std::optional<std::vector<ProblemFault>> errors;
  std::optional<std::vector<AllowedCommand>> allowed_commands;  ///< with 409
  std::optional<std::uint64_t> current_version;                 ///< with 412
  std::optional<std::vector<ProblemChange>> changes;            ///< with 412
  std::optional<std::string> request_id;  ///< with 5xx: what the operator's log is searched for
};

}  // namespace langnghe::api::shapes
