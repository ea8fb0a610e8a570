#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <domain/time.hpp>
#include <projections/views.hpp>

#include "call/call.hpp"
#include "routing/paging.hpp"
#include "routing/query.hpp"

/// Reading at a moment: now, at an instant of the past, or after so many records.
namespace langnghe::api {

struct Reading {
  std::shared_ptr<const projections::Snapshot> snapshot;
  domain::Date today{};    ///< the day that tells what is overdue, and which quarters are over
  bool repeatable = true;  ///< the same address gives the same at this ledger size and day

  [[nodiscard]] std::uint64_t position() const { return snapshot->size(); }
};

/// A moment as a parameter names it: by the ledger's size, or by an instant. One of them is there.
struct Moment {
  std::optional<std::uint64_t> size;
  std::optional<domain::Instant> instant;
};
/// None where the parameter is absent, or is no moment, which the query then tells.
[[nodiscard]] std::optional<Moment> read_moment(Query& query, std::string_view name);
[[nodiscard]] std::expected<Reading, Problem> open_moment(Call& call, const Moment& moment);

/// The last step of reading parameters: `as_of` or `min_position`, then what is wrong with any of
/// them all, then the views at that moment. `min_position` waits for them a little.
[[nodiscard]] std::expected<Reading, Problem> open_reading(Call& call, Query& query);

/// The same, for resources without parameters of their own.
[[nodiscard]] std::expected<Reading, Problem> open_reading(Call& call);

/// The same for a list in pages: without `as_of`, a page that continues another is read at the
/// moment of the first.
[[nodiscard]] std::expected<Reading, Problem> open_page(Call& call, Query& query,
                                                        const Cursor& cursor);
/// The cursor of the page after this one; empty after the last. Keeps the moment for it.
[[nodiscard]] std::string cursor_after(Call& call, const Reading& reading, const std::string& next,
                                       std::string_view mark);

/// Two readers with the same text are shown the same: who they are, what they may see, in which
/// language. Part of every tag and of every key of a cache.
[[nodiscard]] std::string reader_view(const Call& call);

/// A read's answer: JSON that is the reader's own and is asked for again each time.
[[nodiscard]] Response json_response(int status, std::string body);
[[nodiscard]] Response answer(const Reading& reading, std::string body);

/// A list: a weak tag of the moment and the reader. 304 where they have it already is made of it in
/// `Application`, for the next one too.
[[nodiscard]] Response list_answer(Call& call, const Reading& reading, std::string body);
/// One resource: a tag of its version and of what this reader was shown.
[[nodiscard]] Response resource_answer(Call& call, const Reading& reading,
                                       eventstore::Version version, std::string body);
/// One resource with personal data that was opened: kept by no cache and never "not modified"; the
/// tag says the version and nothing of what was opened.
[[nodiscard]] Response opened_answer(const Reading& reading, eventstore::Version version,
                                     std::string body);

[[nodiscard]] Response not_modified(const Response& full);

}  // namespace langnghe::api
