#pragma once

#include <optional>
#include <string>

#include <domain/actor.hpp>
#include <domain/command.hpp>
#include <domain/time.hpp>
#include <ledger/types.hpp>
#include <orders/ward_handler.hpp>

namespace langnghe::orders {

/// The surroundings of a command, whoever sends it.
struct Surroundings {
  eventstore::LedgerId ledger;
  domain::Actor actor;
  domain::Instant now{};                       ///< by the server's clock; the record's time
  std::optional<domain::Happened> happened{};  ///< none: now
  std::string key;                             ///< the same order sent again acts once
  std::string request_hash{};                  ///< what the key stands for; empty: the key itself
  std::string correlation{};                   ///< the id of the request or of the run
  std::string causation{};                     ///< see cause.hpp
};

[[nodiscard]] Order make_order(domain::Command command, Surroundings around);

/// The user in whose name the program itself acts.
[[nodiscard]] domain::Actor the_system();
/// Whoever holds the code of a case, and no more is known of them.
[[nodiscard]] domain::Actor the_case_holder();

}  // namespace langnghe::orders
