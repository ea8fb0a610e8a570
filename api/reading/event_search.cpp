#include "reading/event_search.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include <ledger/limits.hpp>
#include <ledger/record.hpp>
#include <projections/issues.hpp>

#include "access/reading_rules.hpp"
#include "access/record_sight.hpp"

namespace langnghe::api {
namespace {

constexpr std::uint64_t kLookedAtMax = 20'000;
constexpr std::uint64_t kChunk = 500;

template <class T, class V>
bool has(const std::vector<T>& wanted, const V& value) {
  return wanted.empty() || std::ranges::any_of(wanted, [&](const T& one) { return one == value; });
}

std::unexpected<Problem> unreadable(std::uint64_t position) {
  return fail(ProblemCode::ledger_unreadable, {{"position", std::to_string(position)}});
}

/// One page as it is filled.
class Search {
 public:
  Search(const Call& call, const Reading& reading, const EventFilter& filter, const EventPage& page)
      : call_(call), reading_(reading), filter_(filter), page_(page) {}

  /// False: the page is full, and this record is not in it.
  [[nodiscard]] std::expected<bool, Problem> offer(eventstore::Record record) {
    const auto view = eventstore::parse(record.bytes);
    if (!view) {
      return unreadable(record.position.value);
    }
    const auto position = record.position.value;
    if (admits(*view)) {
      bytes_ += record.bytes.size();
      const bool is_full =
          found_.records.size() >= page_.limit || bytes_ > call_.services.limits.page_bytes_max;
      if (is_full && !found_.records.empty()) {
        return false;
      }
      found_.records.push_back(std::move(record));
    }
    last_ = position;
    return ++looked_at_ < kLookedAtMax;
  }

  /// The records found; `is_whole`: nothing is left to look at.
  [[nodiscard]] FoundEvents end(bool is_whole) {
    if (!is_whole) {
      found_.next = last_;
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] bool admits(const eventstore::RecordView& view) {
    if (page_.leaves_out_unreadable && !may_read_record(*call_.access, view.type)) {
      return false;
    }
    return has(filter_.types, view.type) && has(filter_.streams, view.stream) &&
           (filter_.users.empty() || has(filter_.users, domain::UserId{std::string(view.user)})) &&
           has_role(view.role) && has_kind(view.stream) && has_khom(view.stream);
  }
  [[nodiscard]] bool has_role(std::string_view role) const {
    const auto known = domain::from_text<domain::Role>(role);
    return filter_.roles.empty() || (known && has(filter_.roles, *known));
  }
  [[nodiscard]] bool has_kind(std::string_view stream) const {
    const auto kind = subject_of(stream);
    return filter_.kinds.empty() || (kind && has(filter_.kinds, *kind));
  }
  [[nodiscard]] bool has_khom(std::string_view stream) {
    if (filter_.khoms.empty()) {
      return true;
    }
    auto known = khoms_.find(stream);
    if (known == khoms_.end()) {
      known = khoms_.emplace(stream, khom_of_stream(*reading_.snapshot, stream)).first;
    }
    return known->second && has(filter_.khoms, *known->second);
  }

  const Call& call_;
  const Reading& reading_;
  const EventFilter& filter_;
  const EventPage page_;
  FoundEvents found_;
  std::size_t bytes_ = 0;
  std::uint64_t looked_at_ = 0;
  std::uint64_t last_ = 0;
  std::map<std::string, std::optional<domain::KhomId>, std::less<>> khoms_;  ///< of streams
};

using Positions = std::vector<std::uint64_t>;

std::expected<void, Problem> add_positions_of(const Call& call, const std::string& stream,
                                              Positions& positions) {
  eventstore::Version after{0};
  for (;;) {
    const auto records = call.services.store.read_stream(call.ledger_id(), {stream}, after,
                                                         eventstore::kReadLimitMax);
    if (!records) {
      return fail(store_problem(records.error()));
    }
    for (const auto& record : *records) {
      positions.push_back(record.position.value);
    }
    after.value += records->size();
    if (records->size() < eventstore::kReadLimitMax) {
      return {};
    }
  }
}

/// The positions that an index names; none where the whole span has to be looked through.
std::expected<std::optional<Positions>, Problem> indexed(const Call& call, const Reading& reading,
                                                         const EventFilter& filter,
                                                         const EventSpan& span) {
  Positions positions;
  if (filter.issue) {
    for (const auto& entry : projections::issues::history(*reading.snapshot, *filter.issue)) {
      positions.push_back(entry.position.value);
    }
  } else if (!filter.streams.empty()) {
    for (const auto& stream : filter.streams) {
      if (auto added = add_positions_of(call, stream, positions); !added) {
        return fail(std::move(added.error()));
      }
    }
  } else {
    return std::nullopt;
  }
  std::erase_if(positions, [&](auto at) { return at < span.begin || at >= span.end; });
  std::ranges::sort(positions);
  const auto repeated = std::ranges::unique(positions);
  positions.erase(repeated.begin(), repeated.end());
  return positions;
}

std::expected<FoundEvents, Problem> search_indexed(const Call& call, Search& search,
                                                   Positions positions, bool newest_first) {
  if (newest_first) {
    std::ranges::reverse(positions);
  }
  for (const auto position : positions) {
    auto records = call.services.store.read_ledger(call.ledger_id(), {position}, 1);
    if (!records) {
      return fail(store_problem(records.error()));
    }
    if (records->empty()) {
      return unreadable(position);
    }
    const auto goes_on = search.offer(std::move(records->front()));
    if (!goes_on) {
      return fail(goes_on.error());
    }
    if (!*goes_on) {
      return search.end(false);
    }
  }
  return search.end(true);
}

std::expected<FoundEvents, Problem> search_span(const Call& call, Search& search, EventSpan span,
                                                std::uint64_t chunk) {
  while (span.begin < span.end) {
    const auto count = std::min(chunk, span.end - span.begin);
    const auto from = span.newest_first ? span.end - count : span.begin;
    auto records = call.services.store.read_ledger(call.ledger_id(), {from}, count);
    if (!records) {
      return fail(store_problem(records.error()));
    }
    if (records->size() < count) {
      return unreadable(from + records->size());
    }
    if (span.newest_first) {
      std::ranges::reverse(*records);
    }
    for (auto& record : *records) {
      const auto goes_on = search.offer(std::move(record));
      if (!goes_on) {
        return fail(goes_on.error());
      }
      if (!*goes_on) {
        return search.end(false);
      }
    }
    (span.newest_first ? span.end : span.begin) = span.newest_first ? from : from + count;
  }
  return search.end(true);
}

}  // namespace

bool EventFilter::admits_all() const {
  return kinds.empty() && streams.empty() && types.empty() && users.empty() && roles.empty() &&
         khoms.empty() && !issue;
}

std::expected<FoundEvents, Problem> find_events(const Call& call, const Reading& reading,
                                                const EventFilter& filter, const EventSpan& span,
                                                const EventPage& page) {
  Search search(call, reading, filter, page);
  auto positions = indexed(call, reading, filter, span);
  if (!positions) {
    return fail(std::move(positions.error()));
  }
  if (*positions) {
    return search_indexed(call, search, **std::move(positions), span.newest_first);
  }
  // One more than a page holds: it tells whether there are more.
  const auto chunk = filter.admits_all() ? std::min<std::uint64_t>(kChunk, page.limit + 1) : kChunk;
  return search_span(call, search, span, chunk);
}

}  // namespace langnghe::api
