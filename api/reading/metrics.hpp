#pragma once

#include <string>

#include <api/application.hpp>

namespace langnghe::api {

class LiveStreams;

/// A ledger where nobody signed in: its name where the operator wants it told, else its number in
/// the order of names.
[[nodiscard]] std::string shown_ledger(const Services& services,
                                       const eventstore::LedgerId& ledger);

/// Figures for a monitor in Prometheus' text form (version 0.0.4): sizes of ledgers, views and
/// signed heads, how far each witness has signed, and live streams. No name of a person is among
/// them.
[[nodiscard]] std::string metrics_text(const Services& services, LiveStreams& live);

}  // namespace langnghe::api
