#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <mutex>

#include <sodium.h>

#include <api/uuid.hpp>

#include "bytes/uuid_text.hpp"

namespace langnghe::api {
namespace {

using std::chrono::milliseconds;

/// 12 bits of rand_a and the first 14 of rand_b are a counter (RFC 9562 section 6.2, method 1).
constexpr std::uint32_t kCounterEnd = 1U << 26U;
/// A new millisecond starts in the lower half, which leaves 2^25 ids until the upper end.
constexpr std::uint32_t kCounterStartEnd = 1U << 25U;
/// Threads that read the clock together come here out of order: then the later moment stands.
constexpr milliseconds kOverlap{100};

class Sequence {
 public:
  struct Place {
    std::uint64_t millisecond;
    std::uint32_t counter;
  };

  Place next(domain::Instant now) {
    const std::lock_guard lock(mutex_);
    const bool is_overlap = now <= last_ && last_ - now < kOverlap;
    if (!is_overlap) {
      last_ = now;
      counter_ = randombytes_uniform(kCounterStartEnd);
    } else if (++counter_ == kCounterEnd) {
      last_ += milliseconds{1};
      counter_ = 0;
    }
    return {static_cast<std::uint64_t>(last_.time_since_epoch().count()), counter_};
  }

 private:
  std::mutex mutex_;  ///< guards last_, counter_
  domain::Instant last_ = domain::Instant::min();
  std::uint32_t counter_ = 0;
};

}  // namespace

std::string make_uuid_v7(domain::Instant now) {
  static Sequence sequence;
  const auto place = sequence.next(now);
  std::array<std::uint8_t, 16> bytes{};
  for (std::size_t i = 0; i < 6; ++i) {
    bytes[i] = static_cast<std::uint8_t>(place.millisecond >> (40 - 8 * i));
  }
  bytes[6] = static_cast<std::uint8_t>(0x70U | (place.counter >> 22U));
  bytes[7] = static_cast<std::uint8_t>(place.counter >> 14U);
  bytes[8] = static_cast<std::uint8_t>(0x80U | ((place.counter >> 8U) & 0x3fU));
  bytes[9] = static_cast<std::uint8_t>(place.counter);
  randombytes_buf(bytes.data() + 10, 6);
  return uuid_text(bytes);
}

}  // namespace langnghe::api
