#pragma once

#include <memory>

#include <ledger/store.hpp>

namespace langnghe::eventstore {

/// An engine in memory for tests and for rebuilding the past; durable as long as the object lives.
[[nodiscard]] std::unique_ptr<EventStore> make_memory_store();

}  // namespace langnghe::eventstore
