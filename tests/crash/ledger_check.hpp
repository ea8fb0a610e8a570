#pragma once

#include <cstdint>
#include <vector>

#include <ledger/store.hpp>

#include "numbered_commit.hpp"

namespace langnghe::test {

/// Fails the test unless the ledger of `numbered_commit`s is whole: positions without holes, every
/// commit there with all its events or not at all, versions in order in every stream, every key
/// where its events are, and everything that was acknowledged at the place that was acknowledged.
/// `together`: each writer appended so many commits at once, and they are there all or none.
void check_ledger(eventstore::EventStore& store, const std::vector<Acknowledgement>& acknowledged,
                  std::uint32_t together = 1);

}  // namespace langnghe::test
