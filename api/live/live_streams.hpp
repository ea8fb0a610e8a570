#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>

#include <domain/ids.hpp>
#include <following/supervisor.hpp>
#include <ledger/types.hpp>
#include <projections/views.hpp>

#include "live/live_counts.hpp"
#include "live/recent_records.hpp"

namespace langnghe::api {

class LiveConsumer;

/// The live streams that are open. Thread-safe. Outlives every stream.
class LiveStreams {
 public:
  LiveStreams();
  ~LiveStreams();
  LiveStreams(const LiveStreams&) = delete;
  LiveStreams& operator=(const LiveStreams&) = delete;

  /// The place of one stream among those of its user; given back when it is destroyed.
  class Place {
   public:
    Place(LiveStreams& streams, std::uint64_t number) : streams_(streams), number_(number) {}
    ~Place();
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;

    /// `wake` is called until this is destroyed, and not after.
    void when_more(std::function<void()> wake);

   private:
    LiveStreams& streams_;
    const std::uint64_t number_;
  };

  /// Null where the user has `most` of them already.
  [[nodiscard]] std::unique_ptr<Place> enter(const eventstore::LedgerId& ledger,
                                             const domain::UserId& user, std::size_t most);

  /// Has all streams of the ledger look again.
  void wake(const eventstore::LedgerId& ledger);
  /// Those of one user: what they may see has changed outside the ledger.
  void wake(const eventstore::LedgerId& ledger, const domain::UserId& user);

  /// Wakes the streams of a ledger whenever the views hold more of it, until the following is
  /// stopped. Called once; `views` and this outlive the following.
  [[nodiscard]] std::unique_ptr<eventstore::Following> follow(eventstore::Supervisor& supervisor,
                                                              projections::Views& views);

  [[nodiscard]] RecentRecords& records() { return records_; }

  [[nodiscard]] LiveCounts& counts() { return counts_; }
  /// How many are open.
  [[nodiscard]] std::size_t open() const;

 private:
  struct Open {
    eventstore::LedgerId ledger;
    domain::UserId user;
    std::function<void()> wake;
  };

  RecentRecords records_;
  LiveCounts counts_;
  /// Guards open_ and number_; held while streams are woken, which is quick.
  mutable std::mutex mutex_;
  std::map<std::uint64_t, Open> open_;
  std::uint64_t number_ = 0;
  /// Of whoever looks for ledgers alone.
  std::map<eventstore::LedgerId, std::unique_ptr<LiveConsumer>> consumers_;
};

}  // namespace langnghe::api
