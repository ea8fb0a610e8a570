#include "commit_builder.hpp"

#include <cstdio>
#include <utility>

#include <gtest/gtest.h>

namespace langnghe::test {

using namespace eventstore;

std::string event_id(std::uint64_t number) {
  std::string id(37, '\0');
  std::snprintf(id.data(), id.size(), "0190a1b2-c3d4-7000-8000-%012llx",
                static_cast<unsigned long long>(number));
  id.pop_back();
  return id;
}

NewEvent event(std::string_view stream, std::uint64_t number) {
  return {.id = event_id(number),
          .stream = {std::string(stream)},
          .type = "issue.recorded",
          .schema = 1,
          .happened = "2021-03-12",
          .data = R"({"number":)" + std::to_string(number) + "}"};
}

Commit commit(std::string_view key, std::vector<NewEvent> events,
              std::vector<Expectation> expectations) {
  return {.ledger = kWard,
          .idempotency_key = std::string(key),
          .request_hash = "hash of " + std::string(key),
          .expectations = std::move(expectations),
          .events = std::move(events),
          .actor = {"user-1", "cchc_officer"},
          .causation = "",
          .correlation = "request-1",
          .recorded = "2021-03-12T08:30:00.000Z"};
}

Expectation at_version(std::string_view stream, std::uint64_t version) {
  return {{std::string(stream)}, {version}};
}

std::vector<Record> read_all(EventStore& store, const LedgerId& ledger) {
  std::vector<Record> all;
  while (true) {
    auto page = store.read_ledger(ledger, {all.size()}, 1'000);
    if (!page) {
      ADD_FAILURE() << "reading from " << all.size() << ": " << page.error().context;
      return all;
    }
    if (page->empty()) {
      return all;
    }
    std::move(page->begin(), page->end(), std::back_inserter(all));
  }
}

}  // namespace langnghe::test
