#pragma once

#include <codec/schema.hpp>

/// The schemas of what the ledger holds, made from the registry of events, so that a contract can
/// tell what a record is without a list of its own.
namespace langnghe::codec {

/// A record: one of the schemas `…Record`, of each type of event one, told apart by `type`.
[[nodiscard]] Schema record_schema(Schemas& known);

/// The data of an event of any type and of every schema that was ever stored.
[[nodiscard]] Schema event_data_schema(Schemas& known);

}  // namespace langnghe::codec
