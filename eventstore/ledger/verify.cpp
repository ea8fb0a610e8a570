#include <cstdio>
#include <cstdlib>

#include <ledger/verify.hpp>

namespace langnghe::eventstore {

void fail_verification(std::string_view condition, std::source_location where) {
  std::fprintf(stderr, "langnghe: bug: %.*s does not hold in %s at %s:%u\n",
               static_cast<int>(condition.size()), condition.data(), where.function_name(),
               where.file_name(), static_cast<unsigned>(where.line()));
  std::fflush(nullptr);
  std::abort();
}

}  // namespace langnghe::eventstore
