#pragma once

#include <string>
#include <string_view>

#include <codec/event_codec.hpp>
#include <ledger/record.hpp>

namespace langnghe::codec::test {

/// A record of this data as a store would hand it out. Points into what it is given.
[[nodiscard]] inline eventstore::RecordView record_of(std::string_view stream,
                                                      std::string_view type, std::string_view data,
                                                      int schema = 1) {
  return {.id = "018f0000-0000-7000-8000-000000000001",
          .ledger = "w",
          .stream = stream,
          .version = {1},
          .type = type,
          .schema = schema,
          .happened = "2021-03-12T19:30:00+07:00",
          .recorded = "2021-03-13T01:02:03.004Z",
          .user = "cchc_officer",
          .role = "cchc_officer",
          .causation = {},
          .correlation = {},
          .data = data};
}

}  // namespace langnghe::codec::test
