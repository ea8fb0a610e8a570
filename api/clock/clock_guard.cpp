#include <algorithm>
#include <utility>

#include <api/clock_guard.hpp>

namespace langnghe::api {
namespace {

using std::chrono::milliseconds;

/// Time services turn a clock slower than one part in twelve; what goes by more is a jump.
constexpr int kSlewPart = 10;

}  // namespace

std::string_view to_text(ClockGuard::Reason reason) {
  switch (reason) {
    case ClockGuard::Reason::behind:
      return "behind";
    case ClockGuard::Reason::ahead:
      return "ahead";
    case ClockGuard::Reason::jumped:
      return "jumped";
  }
  return "?";
}

ClockGuard::ClockGuard(Read read, ClockRules rules)
    : read_(std::move(read)), rules_(rules), last_(read_()) {}

void ClockGuard::start(std::optional<domain::Instant> newest) {
  const std::scoped_lock lock(mutex_);
  newest_ = newest;
  starting_ = true;
}

std::optional<ClockGuard::Held> ClockGuard::against_newest(domain::Instant now) const {
  if (!newest_) {
    return std::nullopt;
  }
  if (now < *newest_ - rules_.apart_max) {
    return Held{Reason::behind, now, *newest_};
  }
  if (now > *newest_ + rules_.ahead_max) {
    return Held{Reason::ahead, now, *newest_};
  }
  return std::nullopt;
}

std::optional<ClockGuard::Held> ClockGuard::held() {
  const std::scoped_lock lock(mutex_);
  const auto now = read_();
  if (starting_) {
    if (auto held = against_newest(now.wall)) {
      return held;
    }
    starting_ = false;
    last_ = now;
    return std::nullopt;
  }
  const milliseconds passed = now.running - last_.running;
  const domain::Instant expected = last_.wall + passed;
  const milliseconds apart = now.wall - expected;
  if (std::chrono::abs(apart) > rules_.apart_max) {
    return Held{Reason::jumped, now.wall, expected};
  }
  // A slow correction is followed; of a step only as much as could be one, so that many small
  // steps in a row are found as well.
  const milliseconds followed = std::clamp(apart, -passed / kSlewPart, passed / kSlewPart);
  last_ = {expected + followed, now.running};
  return std::nullopt;
}

void ClockGuard::confirm() {
  const std::scoped_lock lock(mutex_);
  last_ = read_();
  newest_.reset();
  starting_ = false;
}

}  // namespace langnghe::api
