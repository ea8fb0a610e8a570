#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include <api/limits.hpp>
#include <domain/time.hpp>

#include "accounts/failure_window.hpp"

namespace langnghe::api {

/// Counts tries of case codes that failed, in a sliding window: of one code, of one address, of
/// all. A try counts as failed from its beginning, so that many at once cannot all pass before the
/// first has failed. Holds digests, no codes and no addresses. Thread-safe.
class CaseThrottle {
 public:
  explicit CaseThrottle(const Limits& limits);

  /// The number of a try that may go on; nothing where there were too many, and none was counted.
  [[nodiscard]] std::optional<std::uint64_t> begin(std::string_view code, std::string_view peer,
                                                   domain::Instant now);
  /// It did not fail after all.
  void take_back(std::uint64_t number) { failures_.take_back(number); }

 private:
  const std::size_t of_code_;
  const std::size_t of_address_;
  const FailureWindow::Counter of_all_;
  FailureWindow failures_;
};

}  // namespace langnghe::api
