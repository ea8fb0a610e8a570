#pragma once

#include <cstdint>
#include <string>

#include <ledger/store.hpp>

namespace langnghe::test {

/// Commits that can be told from the ledger alone: each event names its writer, the commit's
/// number, its own index and how many there are, so that a half commit shows.
struct CommitName {
  std::uint32_t writer = 0;
  std::uint32_t number = 0;
  auto operator<=>(const CommitName&) const = default;
};

[[nodiscard]] std::string key_of(const CommitName& name);

/// One to three events: in the writer's own stream, in a second one of its own, in one that all
/// share. With the expectation that the own stream is at `number`.
[[nodiscard]] eventstore::Commit numbered_commit(const CommitName& name);

[[nodiscard]] std::uint32_t events_of(const CommitName& name);
[[nodiscard]] std::string data_of(const CommitName& name, std::uint32_t index);

/// The report of a writer whose commit was acknowledged.
struct Acknowledgement {
  CommitName name;
  std::uint64_t first = 0;
};

}  // namespace langnghe::test
