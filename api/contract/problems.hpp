#pragma once

#include <map>
#include <set>
#include <string>

#include "contract/yaml.hpp"
#include "routing/router.hpp"

namespace langnghe::contract {

/// The codes of problems by their status.
using CodesByStatus = std::map<int, std::set<std::string>>;

/// The traits of an operation that decide what may go wrong with it.
struct Asked {
  api::Gate gate{};
  bool writes = false;  ///< anything but a GET
  bool act = false;     ///< of the domain's table
  bool batch = false;   ///< of many of them
  bool json_body = false;
  bool paper = false;    ///< gives one
  bool file = false;     ///< takes or gives one, or names one
  bool cases = false;    ///< of people without an account
  bool live = false;     ///< answered with an event stream
  bool secrets = false;  ///< of passwords and sessions

  [[nodiscard]] bool in_ward() const { return gate != api::Gate::service || cases; }
  [[nodiscard]] bool member() const { return gate == api::Gate::member; }
};

/// Every problem the program may answer such an operation with. A status that only the HTTP server
/// answers with stands under `default`.
[[nodiscard]] CodesByStatus problems_of(const Asked& asked);

/// For each status the schema of its problems: the details of any problem with the codes there are.
[[nodiscard]] Json problem_schemas(const Json& problem);
/// The responses that have them, named as `problem_name` says.
[[nodiscard]] Json problem_responses(const Json& said);
[[nodiscard]] std::string problem_name(int status);

}  // namespace langnghe::contract
