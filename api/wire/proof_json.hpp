#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <domain/time.hpp>
#include <transparency/cosigning.hpp>
#include <transparency/merkle.hpp>

namespace langnghe::api::wire {

[[nodiscard]] std::string inclusion(std::string_view ledger, std::uint64_t position,
                                    std::uint64_t size, const eventstore::Hash& leaf,
                                    const eventstore::HashPath& path);
[[nodiscard]] std::string consistency(std::string_view ledger, std::uint64_t from, std::uint64_t to,
                                      const eventstore::HashPath& path);

/// The answer of /readyz: ready, and how far each witness has signed.
[[nodiscard]] std::string readiness(const std::vector<eventstore::WitnessState>& witnesses,
                                    domain::Instant now);

}  // namespace langnghe::api::wire
