#pragma once

#include <expected>
#include <string>
#include <string_view>

#include <api/accounts.hpp>
#include <domain/time.hpp>
#include <ledger/store.hpp>

namespace langnghe::api {

/// Tells a ledger which ways in were opened for its people (domain::PasswordSet and the like), in
/// the name of who opened them, and strikes them off. What was done beside a serving process is
/// told by it. Each is told once, also when two tell it at a time. `request_id` is of the request
/// that tells them. Answers why it could not be; what is untold then stays so.
[[nodiscard]] std::expected<void, std::string> tell_ledger(eventstore::EventStore& store,
                                                           Accounts& accounts,
                                                           std::string_view ledger,
                                                           domain::Instant now,
                                                           const std::string& request_id);

}  // namespace langnghe::api
