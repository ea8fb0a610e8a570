#pragma once

#include <optional>
#include <string>

#include <clockwork/clockwork.hpp>

#include <domain/time.hpp>

#include "acts/acts.hpp"

namespace langnghe::tools {

/// The system clock while a file of acts is loaded: time moves with the acts, so that what becomes
/// due between two of them is recorded there, as it would have been in a ward that was served.
class ClockOfActs {
 public:
  ClockOfActs(const LoadTarget& target, eventstore::LedgerId ledger);

  /// Carries out what became due since the last call, or answers why it cannot. A moment the ledger
  /// has already passed does nothing: that interval was loaded before.
  [[nodiscard]] std::optional<std::string> move_to(domain::Instant to);

 private:
  clockwork::Clockwork clock_;
  eventstore::LedgerId ledger_;
  domain::Instant stands_at_;
};

}  // namespace langnghe::tools
