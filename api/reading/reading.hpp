#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <string>

#include <domain/time.hpp>
#include <projections/views.hpp>

#include "call.hpp"
#include "routing/query.hpp"

/// Reading at a moment: now, at an instant of the past, or after so many records.
namespace langnghe::api {

struct Reading {
  std::shared_ptr<const projections::Snapshot> snapshot;
  domain::Date today{};    ///< the day that tells what is overdue, and which quarters are over
  bool repeatable = true;  ///< the same address gives the same at this ledger size and day

  [[nodiscard]] std::uint64_t position() const { return snapshot->size(); }
};

/// The last step of reading parameters: `as_of` or `min_position`, then what is wrong with any of
/// them all, then the views at that moment. `min_position` waits for them a little.
[[nodiscard]] std::expected<Reading, Problem> open_reading(Call& call, Query& query);

/// The same, for resources without parameters of their own.
[[nodiscard]] std::expected<Reading, Problem> open_reading(Call& call);

/// A read's answer: JSON that is the reader's own and is asked for again each time.
[[nodiscard]] Response json_response(int status, std::string body);
[[nodiscard]] Response answer(const Reading& reading, std::string body);

/// A list: a weak tag of the moment, 304 where the reader has it already.
[[nodiscard]] Response list_answer(Call& call, const Reading& reading, std::string body);
/// One resource: a strong tag of its version. `settled` says that nothing but the version can have
/// changed the answer; only then can it be 304.
[[nodiscard]] Response resource_answer(Call& call, const Reading& reading,
                                       eventstore::Version version, bool settled, std::string body);

[[nodiscard]] Response not_modified(const Response& full);

}  // namespace langnghe::api
