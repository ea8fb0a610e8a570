#pragma once

#include <source_location>
#include <string_view>

namespace langnghe::eventstore {

/// Ends the process: a bug was found and going on could damage data. Logs where, flushes, aborts.
[[noreturn]] void fail_verification(std::string_view condition, std::source_location where);

}  // namespace langnghe::eventstore

/// A condition that only a bug can break; checked in release builds too.
#define VERIFY(condition)                                                                     \
  do {                                                                                        \
    if (!(condition)) {                                                                       \
      ::langnghe::eventstore::fail_verification(#condition, std::source_location::current()); \
    }                                                                                         \
  } while (false)
