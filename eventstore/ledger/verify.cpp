#include <cstdio>
#include <cstdlib>
#include <string>

#include <ledger/verify.hpp>
#include <log/log.hpp>

namespace langnghe::eventstore {

void fail_verification(std::string_view condition, std::source_location where) {
  std::string bug = "bug: ";
  bug.append(condition).append(" does not hold in ").append(where.function_name());
  log::error(bug + " at " + where.file_name() + ':' + std::to_string(where.line()));
  std::fflush(nullptr);
  std::abort();
}

}  // namespace langnghe::eventstore
