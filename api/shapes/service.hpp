#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <domain/enum_text.hpp>

/// The service's own state, for whoever operates it.
namespace langnghe::api::shapes {

enum class HealthStatus { ok };
struct Health {
  HealthStatus status{};
};

/// The newest head of one ledger that one witness has signed.
struct WitnessProgress {
  std::string witness;
  std::string ledger;
  std::uint64_t size = 0;
  std::optional<std::int64_t> age_seconds;  ///< none: it has signed nothing yet
  std::uint64_t failures = 0;
  std::optional<std::string> last_error;
};
enum class ReadyStatus { ready };
struct Readiness {
  ReadyStatus status{};
  std::vector<WitnessProgress> witnesses;
};

}  // namespace langnghe::api::shapes

template <>
struct langnghe::domain::EnumText<langnghe::api::shapes::HealthStatus> {
  using Status = langnghe::api::shapes::HealthStatus;
  static constexpr std::array<std::pair<Status, std::string_view>, 1> kNames{{{Status::ok, "ok"}}};
};
template <>
struct langnghe::domain::EnumText<langnghe::api::shapes::ReadyStatus> {
  using Status = langnghe::api::shapes::ReadyStatus;
  static constexpr std::array<std::pair<Status, std::string_view>, 1> kNames{
      {{Status::ready, "ready"}}};
};
