#pragma once

#include <string>
#include <string_view>

#include <domain/ids.hpp>
#include <domain/time.hpp>
#include <ledger/store.hpp>

namespace langnghe::tools {

/// Registers a ledger's first administrator in the name of the system: the one act nobody with an
/// account could do. Through the same command handler as every other; doing it twice acts once.
/// Throws std::runtime_error with the reason when it is refused.
void register_administrator(eventstore::EventStore& store, const eventstore::LedgerId& ledger,
                            const domain::UserId& user, std::string_view display_name,
                            domain::Instant now);

}  // namespace langnghe::tools
