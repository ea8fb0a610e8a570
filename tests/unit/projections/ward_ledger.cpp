#include "ward_ledger.hpp"

#include <cstdio>
#include <stdexcept>
#include <utility>

#include <codec/event_codec.hpp>
#include <ledger/memory_store.hpp>
#include <ledger/record.hpp>
#include <projections/projection.hpp>

namespace langnghe::test {
namespace {

std::string event_id(std::uint64_t number) {
  char text[40];
  std::snprintf(text, sizeof text, "01890a5d-ac96-774b-bcce-%012llx",
                static_cast<unsigned long long>(number));
  return text;
}

/// In the order of the acts of a day, at eight in the morning by local time.
std::string recorded_text(std::string_view recorded_day, std::uint64_t number) {
  const auto morning = std::chrono::sys_days(day(recorded_day)) + std::chrono::hours(1);
  return domain::to_utc_text(morning + std::chrono::milliseconds(number));
}

}  // namespace

domain::Date day(std::string_view text) {
  const auto date = domain::parse_date(text);
  if (!date) {
    throw std::invalid_argument("not a day: " + std::string(text));
  }
  return *date;
}

WardLedger::WardLedger(std::string_view name)
    : id_{std::string(name)}, store_(eventstore::make_memory_store()) {}

void WardLedger::append(eventstore::Commit commit) {
  commit.ledger = id_;
  commit.idempotency_key = "key-" + std::to_string(++commits_);
  commit.request_hash = commit.idempotency_key;
  if (const auto done = store_->append(std::move(commit)); !done) {
    throw std::runtime_error(std::string(to_text(done.error().code)) + ' ' + done.error().context);
  }
}

void WardLedger::act(std::string_view happened, const std::vector<domain::Emitted>& events,
                     std::string_view recorded) {
  eventstore::Commit commit;
  commit.actor = {"u-lan", "cchc_officer"};
  commit.recorded = recorded_text(recorded.empty() ? happened : recorded, commits_);
  for (const auto& emitted : events) {
    auto encoded = codec::encode(emitted.event);
    commit.events.push_back({.id = event_id(++events_),
                             .stream = {emitted.stream.value},
                             .type = encoded.type,
                             .schema = encoded.schema,
                             .happened = std::string(happened),
                             .data = encoded.data});
  }
  append(std::move(commit));
}

void WardLedger::act(std::string_view happened, const std::string& issue,
                     domain::IssueEvent event) {
  act(happened, {{domain::stream_of(domain::IssueId{issue}), std::move(event)}});
}

void WardLedger::store_unknown_event(std::string_view happened) {
  eventstore::Commit commit;
  commit.actor = {"u-lan", "cchc_officer"};
  commit.recorded = recorded_text(happened, commits_);
  commit.events.push_back({.id = event_id(++events_),
                           .stream = {"issue-from-the-future"},
                           .type = "issue.teleported",
                           .schema = 1,
                           .happened = std::string(happened),
                           .data = "{}"});
  append(std::move(commit));
}

void WardLedger::copy_to(WardLedger& other, std::uint64_t from, std::uint64_t to) const {
  for (std::uint64_t at = from; at < to; ++at) {
    const auto records = store_->read_ledger(id_, {at}, 1).value();
    const auto record = eventstore::parse(records.at(0).bytes).value();
    eventstore::Commit commit;
    commit.actor = {std::string(record.user), std::string(record.role)};
    commit.recorded = record.recorded;
    commit.events.push_back({.id = std::string(record.id),
                             .stream = {std::string(record.stream)},
                             .type = std::string(record.type),
                             .schema = record.schema,
                             .happened = std::string(record.happened),
                             .data = std::string(record.data)});
    other.append(std::move(commit));
  }
}

std::shared_ptr<const projections::Snapshot> WardLedger::snapshot() const {
  auto made = projections::replay_in_memory(*store_, id_, size());
  if (!made) {
    throw std::runtime_error(made.error().what);
  }
  return *made;
}

Rows rows_of(const projections::Snapshot& snapshot) {
  Rows rows;
  for (const auto& projection : projections::all_projections()) {
    auto& of_projection = rows[std::string(projection.name)];
    snapshot.of(projection.name).scan({}, {}, [&](std::string_view key, std::string_view value) {
      of_projection.emplace(key, value);
      return true;
    });
  }
  return rows;
}

}  // namespace langnghe::test
