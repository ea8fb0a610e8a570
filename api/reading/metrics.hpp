#pragma once

#include <string>

#include <api/application.hpp>

namespace langnghe::api {

/// Figures for a monitor in Prometheus' text form (version 0.0.4): sizes of ledgers, views and
/// signed heads, and how far each witness has signed. No name of a person is among them.
[[nodiscard]] std::string metrics_text(const Services& services);

}  // namespace langnghe::api
