#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <string>
#include <string_view>

#include <api/application.hpp>
#include <api/http_types.hpp>

#include "access/access.hpp"
#include "live/live_filter.hpp"
#include "live/live_streams.hpp"

namespace langnghe::api {

/// The person who follows a ledger.
struct LiveReader {
  eventstore::LedgerId ledger;
  std::shared_ptr<const Access> access;  ///< as they came in
  std::function<bool()> is_signed_in;    ///< still; quick, any thread
};

/// One live stream: a position in a ledger, which moves as far as the views hold it. At each turn
/// it looks whether the reader is signed in and has the rights they came with; it ends where that
/// is over, and where the client falls ever further behind.
class LiveSource final : public EventSource {
 public:
  /// Begins with the record at `next`. The services, the streams and the accesses must outlive it.
  LiveSource(const Services& services, LiveStreams& streams, AccessCache& accesses,
             std::unique_ptr<LiveStreams::Place> place, LiveReader reader, LiveFilter filter,
             std::uint64_t next);

  [[nodiscard]] std::expected<Batch, StreamFault> take() override;
  void when_more(std::function<void()> wake) override;

 private:
  [[nodiscard]] Batch begin();
  [[nodiscard]] Batch look();
  [[nodiscard]] Batch end(LiveEnding why, std::chrono::milliseconds retry);
  /// The reader's rights now; null where they are not those they came with.
  [[nodiscard]] std::expected<std::shared_ptr<const Access>, Problem> same_access();
  [[nodiscard]] Batch events_of(const Access& access, const projections::Snapshot& snapshot);

  const Services& services_;
  LiveStreams& streams_;
  AccessCache& accesses_;
  const LiveReader reader_;
  const LiveFilter filter_;
  std::uint64_t next_;
  std::uint64_t unseen_ = 0;  ///< records since the last position that the client was told
  std::uint64_t least_behind_ = std::numeric_limits<std::uint64_t>::max();
  bool has_begun_ = false;
  bool has_ended_ = false;
  std::unique_ptr<LiveStreams::Place> place_;  // last: nobody wakes what is half destroyed
};

}  // namespace langnghe::api
