#pragma once

#include <codec/schema.hpp>

#include "contract/yaml.hpp"

namespace langnghe::contract {

[[nodiscard]] Json json_of(const codec::Schema& schema);

/// Adds what people say of a schema's members: `{"plan.symbol": "Empty while not approved."}`, or
/// an object of further keywords. A dot leads into an object or into the items of a list.
void add_prose(Json& schema, const Json& members, const std::string& name);

/// Every named schema of answers and of `bodies`, with its prose.
[[nodiscard]] Json made_schemas(const std::filesystem::path& prose, const codec::Schemas& bodies);

}  // namespace langnghe::contract
