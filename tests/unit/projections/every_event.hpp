#pragma once

#include "ward_ledger.hpp"

namespace langnghe::test {

/// One of everything that can happen in a ward, whether a rule would allow it or not, each in a
/// commit of its own. Nothing is left out: a test counts.
void play_every_event(WardLedger& ledger);

}  // namespace langnghe::test
