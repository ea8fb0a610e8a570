#include "live/live_source.hpp"

#include <algorithm>
#include <utility>

#include "access/credentials.hpp"
#include "access/record_sight.hpp"
#include "bytes/local_text.hpp"
#include "shapes/live.hpp"
#include "wire/answers.hpp"

namespace langnghe::api {
namespace {

using std::chrono::milliseconds;

/// How long a client waits before it comes again: a line lost, a sign-in ended, a client too slow.
constexpr milliseconds kRetry{2'000};
constexpr milliseconds kRetryBehind{10'000};
/// Records that the reader is not shown also move the position they come back with.
constexpr std::uint64_t kUnseenMax = 128;
constexpr std::size_t kEventBytesMax = 2'048;

std::string event(std::string_view name, std::string_view data) {
  std::string text("event: ");
  text.append(name).append("\ndata: ").append(data).append("\n\n");
  return text;
}

std::string id_line(std::uint64_t position) {
  return "id: " + std::to_string(position) + '\n';
}

std::string retry_line(milliseconds after) {
  return "retry: " + std::to_string(after.count()) + '\n';
}

std::string record_event(const LiveRecord& record, bool names_actor) {
  shapes::LiveRecord shape;
  shape.position = record.position;
  shape.kind = record.kind;
  shape.stream = record.stream;
  shape.object = std::string(object_of(record.stream));
  shape.type = record.type;
  shape.version = record.version;
  shape.happened = record.happened;
  shape.recorded = local_text(record.recorded);
  if (names_actor) {
    shape.user = record.user;
    shape.role = record.role;
  }
  return id_line(record.position) + event("record", wire::text(shape));
}

}  // namespace

LiveSource::LiveSource(const Services& services, LiveStreams& streams, AccessCache& accesses,
                       std::unique_ptr<LiveStreams::Place> place, LiveReader reader,
                       LiveFilter filter, std::uint64_t next)
    : services_(services),
      streams_(streams),
      accesses_(accesses),
      reader_(std::move(reader)),
      filter_(std::move(filter)),
      next_(next),
      place_(std::move(place)) {}

void LiveSource::when_more(std::function<void()> wake) {
  place_->when_more(std::move(wake));
}

std::expected<EventSource::Batch, StreamFault> LiveSource::take() {
  if (has_ended_) {
    return std::unexpected(StreamFault::gone);
  }
  if (!std::exchange(has_begun_, true)) {
    return begin();
  }
  try {
    return look();
  } catch (const projections::ViewFault&) {
    return Batch{};  // the views are mended, and then streams are woken
  }
}

/// The position to come back with stands in the stream before anything happens.
EventSource::Batch LiveSource::begin() {
  std::string text = retry_line(kRetry);
  if (next_ > 0) {
    text += id_line(next_ - 1);
  }
  text += event("begin", wire::text(shapes::LiveBegin{reader_.ledger.value, next_}));
  return {std::move(text), true};
}

EventSource::Batch LiveSource::look() {
  if (!reader_.is_signed_in()) {
    return end(LiveEnding::signed_out, kRetry);
  }
  const auto access = same_access();
  if (!access) {
    return {};
  }
  if (*access == nullptr) {
    return end(LiveEnding::rights_changed, kRetry);
  }
  const auto snapshot = services_.views.latest(reader_.ledger);
  if (!snapshot || (*snapshot)->size() <= next_) {
    return {};
  }
  const auto behind = (*snapshot)->size() - next_;
  if (behind > least_behind_ &&
      behind - least_behind_ > services_.limits.event_records_behind_max) {
    return end(LiveEnding::behind, kRetryBehind);
  }
  return events_of(**access, **snapshot);
}

std::expected<std::shared_ptr<const Access>, Problem> LiveSource::same_access() {
  auto now = accesses_.get(services_.store, reader_.ledger, reader_.access->user);
  if (now && (why_barred(**now) || (*now)->view != reader_.access->view)) {
    *now = nullptr;
  }
  return now;
}

EventSource::Batch LiveSource::events_of(const Access& access,
                                         const projections::Snapshot& snapshot) {
  const auto records =
      streams_.records().read(services_.store, reader_.ledger, next_, snapshot.size());
  if (!records || records->empty()) {
    return {};
  }
  RecordSight sight(access, snapshot);
  Batch batch;
  for (const auto& record : *records) {
    if (batch.text.size() + kEventBytesMax > kTextMax) {
      break;
    }
    if (filter_.admits(*record) && sight.sees(record->stream, record->type)) {
      batch.text += record_event(*record, sight.sees_actor(record->stream));
      ++streams_.counts().records_sent;
      unseen_ = 0;
    } else {
      ++unseen_;
    }
    next_ = record->position + 1;
  }
  // An id alone is no event, but clients come back with it (HTML, server-sent events, dispatch).
  if (unseen_ >= kUnseenMax) {
    batch.text += id_line(next_ - 1) + '\n';
    unseen_ = 0;
  }
  least_behind_ = std::min(least_behind_, snapshot.size() - next_);
  batch.has_more = next_ < snapshot.size();
  return batch;
}

EventSource::Batch LiveSource::end(LiveEnding why, milliseconds retry) {
  has_ended_ = true;
  ++streams_.counts().ended.at(static_cast<std::size_t>(why));
  const std::string reason(domain::to_text(why));
  auto text = retry_line(retry) + event("end", wire::text(shapes::LiveEnd{reason}));
  return {std::move(text), true};  // the turn after this one ends it
}

}  // namespace langnghe::api
