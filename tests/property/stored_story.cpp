#include "property/stored_story.hpp"

#include <cstdio>
#include <string>
#include <utility>

#include <codec/event_codec.hpp>
#include <ledger/memory_store.hpp>
#include <ledger/record.hpp>

namespace langnghe::domain::spec {
namespace {

std::string event_id(std::size_t number) {
  char text[48];
  std::snprintf(text, sizeof text, "01890a5d-ac96-774b-bcce-%012llx",
                static_cast<unsigned long long>(number));
  return text;
}

eventstore::Commit commit_of(const RecordedEvent& event, std::size_t number) {
  auto encoded = codec::try_encode(event.event).value();
  eventstore::Commit commit;
  commit.idempotency_key = "key-" + std::to_string(number);
  commit.request_hash = commit.idempotency_key;
  commit.actor = {event.by.value, std::string(to_text(event.role))};
  commit.recorded = to_utc_text(event.recorded);
  commit.events.push_back({event_id(number),
                           {event.stream.value},
                           std::move(encoded.type),
                           encoded.schema,
                           to_text(event.happened),
                           std::move(encoded.data)});
  return commit;
}

}  // namespace

StoredStory::StoredStory(const Ledger& ledger, std::size_t size)
    : store_(eventstore::make_memory_store()) {
  for (std::size_t i = 0; i < size; ++i) {
    auto commit = commit_of(ledger.events()[i], i);
    commit.ledger = id_;
    RC_ASSERT(store_->append(std::move(commit)).has_value());
  }
}

std::size_t StoredStory::size() const {
  return store_->size(id_).value();
}

std::vector<eventstore::Record> StoredStory::records() const {
  std::vector<eventstore::Record> records;
  while (records.size() < size()) {
    const auto page = store_->read_ledger(id_, {records.size()}, 1'000).value();
    records.insert(records.end(), page.begin(), page.end());
  }
  return records;
}

std::vector<RecordedEvent> StoredStory::events() const {
  std::vector<RecordedEvent> events;
  for (const auto& record : records()) {
    events.push_back(codec::decode(eventstore::parse(record.bytes).value()).value());
  }
  return events;
}

std::shared_ptr<const projections::Snapshot> StoredStory::views(std::size_t size) const {
  return projections::replay_in_memory(*store_, id_, size).value();
}

Period any_period() {
  std::vector<Period> periods;
  for (const auto family : {PeriodFamily::calendar, PeriodFamily::cchc, PeriodFamily::ttcp}) {
    for (auto& period : periods_of_year(family, 2021)) {
      periods.push_back(std::move(period));
    }
  }
  return *rc::gen::elementOf(periods);
}

}  // namespace langnghe::domain::spec
