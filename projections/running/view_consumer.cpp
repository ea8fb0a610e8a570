#include "running/view_consumer.hpp"

namespace langnghe::projections {
namespace {

using std::chrono::steady_clock;

/// A reader that meets damaged rows calls nobody.
constexpr std::chrono::milliseconds kMendEvery{200};

}  // namespace

eventstore::Position ViewConsumer::checkpoint() const {
  // The size alone: a snapshot that is held keeps the database from being opened anew.
  return {views_.snapshot()->size()};
}

eventstore::Outcome ViewConsumer::take(const eventstore::Records& records) {
  if (mend_ && steady_clock::now() >= mended_at_ + kMendEvery) {
    mend_();
    mended_at_ = steady_clock::now();
  }
  if (records.empty() && views_.is_kept() && !views_.error()) {
    return {};
  }
  const auto moved = views_.take(records);
  return moved ? eventstore::Outcome{}
               : std::unexpected(eventstore::Failure{.what = moved.error().what});
}

eventstore::NextCall ViewConsumer::next_call() const {
  return {.at = mend_ ? mended_at_ + kMendEvery : steady_clock::time_point::max()};
}

}  // namespace langnghe::projections
