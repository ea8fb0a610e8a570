#pragma once

#include <codec/schema.hpp>

namespace langnghe::api::wire {

/// The answer of any act. The answers of acts are described before it is asked for.
[[nodiscard]] codec::Schema acted_schema(codec::Schemas& answers);

}  // namespace langnghe::api::wire
