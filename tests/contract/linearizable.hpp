#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "history.hpp"

namespace langnghe::test {

/// The record at one position of the ledger when all is over.
struct Placed {
  std::uint32_t stream = 0;
  std::uint64_t commit = 0;
};

/// Is there one order of all calls, each taking effect at a moment between its begin and its end,
/// in which a ledger without concurrency gives the answers that were given? Answers what speaks
/// against it, or nothing.
///
/// Deciding this is NP-complete for a register whose writes are not told apart (Gibbons and Korach,
/// 1997). Here the ledger itself names the order of its commits: the state after s commits is known
/// for every s, and a call's answer fits a range of states, from `least` to `most`. All that is
/// left to find is a state for each call such that a call which began after another had ended is
/// not in an earlier state. Those are lower bounds only, so the smallest state that its
/// predecessors allow is the best choice for every call: it never forbids another call anything
/// that a larger one would allow. One pass over begins and ends in the order of time finds it, or
/// shows that there is none.
///
/// Calls of which no answer is known may have had an effect at any time after they began.
[[nodiscard]] std::string not_linearizable(const std::vector<Operation>& history,
                                           const std::vector<Placed>& ledger);

}  // namespace langnghe::test
