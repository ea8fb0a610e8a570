#include "serving/descriptors.hpp"

#include <algorithm>

#include <sys/resource.h>

namespace langnghe::tools {
namespace {

/// More than any ward needs; some systems have no limit at all.
constexpr rlim_t kEnough = 1 << 20;
/// Table files of the ledger and the views, logs, proofs, attachments that are read, backups, and
/// the few clients that are told there is no room.
constexpr std::size_t kReserve = 384;
constexpr std::size_t kConnectionsMin = 8;

}  // namespace

std::size_t raise_descriptor_limit() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) {
    return 0;
  }
  const rlim_t wanted = std::min(limit.rlim_max, kEnough);
  if (wanted > limit.rlim_cur) {
    const rlimit raised{wanted, limit.rlim_max};
    if (::setrlimit(RLIMIT_NOFILE, &raised) == 0) {
      return wanted;
    }
  }
  return limit.rlim_cur;
}

std::size_t connections_within(std::size_t descriptors, std::size_t wanted) {
  const std::size_t left = descriptors > kReserve ? descriptors - kReserve : descriptors / 8;
  return std::min(wanted, std::max(left, kConnectionsMin));
}

}  // namespace langnghe::tools
