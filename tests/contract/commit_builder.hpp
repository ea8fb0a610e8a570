#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <ledger/store.hpp>

namespace langnghe::test {

inline const eventstore::LedgerId kWard{"tan-quy-dong"};
inline const eventstore::LedgerId kOtherWard{"an-hoa"};

/// A well-formed UUIDv7 that differs for every number.
[[nodiscard]] std::string event_id(std::uint64_t number);

/// An event with a number in its data and a well-formed rest.
[[nodiscard]] eventstore::NewEvent event(std::string_view stream, std::uint64_t number = 0);

/// A commit to kWard under the key; its request hash is made from the key.
[[nodiscard]] eventstore::Commit commit(std::string_view key,
                                        std::vector<eventstore::NewEvent> events,
                                        std::vector<eventstore::Expectation> expectations = {});

[[nodiscard]] eventstore::Expectation at_version(std::string_view stream, std::uint64_t version);

/// The whole ledger, read in pages; fails the test when it cannot be read.
[[nodiscard]] std::vector<eventstore::Record> read_all(eventstore::EventStore& store,
                                                       const eventstore::LedgerId& ledger = kWard);

}  // namespace langnghe::test
