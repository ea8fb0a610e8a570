#include "reading/reading.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include <api/language.hpp>
#include <ledger/record.hpp>

#include "bytes/digest.hpp"
#include "call/waiting.hpp"
#include "routing/conditional.hpp"

namespace langnghe::api {
namespace {

constexpr std::uint64_t kPositionMax = (std::uint64_t{1} << 53) - 1;

/// The parameters of a read.
struct ReadingAsked {
  std::optional<std::uint64_t> min_position;
  std::optional<Moment> as_of;
};

std::optional<std::uint64_t> parse_size(std::string_view text) {
  std::uint64_t size = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), size);
  if (text.empty() || read.ec != std::errc{} || read.ptr != text.data() + text.size() ||
      size > kPositionMax) {
    return std::nullopt;
  }
  return size;
}

/// The local day of the newest record among the first `size`.
std::expected<domain::Date, Problem> day_of_last(Call& call, std::uint64_t size) {
  if (size == 0) {
    return domain::local_date(call.now);
  }
  auto records = call.services.store.read_ledger(call.ledger_id(), {size - 1}, 1);
  if (!records) {
    return fail(store_problem(records.error()));
  }
  if (records->empty()) {
    return fail(ProblemCode::ledger_unreadable, {{"position", std::to_string(size - 1)}});
  }
  const auto record = eventstore::parse(records->front().bytes);
  const auto recorded = record ? domain::parse_instant(record->recorded) : std::nullopt;
  if (!recorded) {
    return fail(ProblemCode::ledger_unreadable, {{"position", std::to_string(size - 1)}});
  }
  return domain::local_date(*recorded);
}

std::expected<Reading, Problem> open_at(Call& call, std::uint64_t size) {
  const auto ledger_size = call.services.store.size(call.ledger_id());
  if (!ledger_size) {
    return fail(store_problem(ledger_size.error()));
  }
  if (size > *ledger_size) {
    return fail(ProblemCode::beyond_ledger,
                {{"asked", std::to_string(size)}, {"ledger_size", std::to_string(*ledger_size)}});
  }
  auto snapshot = call.services.views.as_of(call.ledger_id(), size);
  if (!snapshot) {
    return fail(view_problem(snapshot.error()));
  }
  return Reading{std::move(*snapshot), {}, true};
}

std::expected<Reading, Problem> open_latest(Call& call, const ReadingAsked& asked) {
  const auto wanted = asked.min_position.value_or(0);
  if (call.latest && call.latest->size() >= wanted) {
    return Reading{call.latest, domain::local_date(call.now), true};
  }
  // Nobody waits for a position beyond the ledger's end: it may never come.
  const auto ledger_size = call.services.store.size(call.ledger_id());
  if (!ledger_size) {
    return fail(store_problem(ledger_size.error()));
  }
  auto reached = std::expected<bool, Problem>(false);
  if (*ledger_size >= wanted) {
    reached = wait_for_views(call, wanted);
  }
  if (!reached) {
    return fail(std::move(reached.error()));
  }
  if (!*reached) {
    const auto position = call.latest ? call.latest->size() : 0;
    return fail(retry_later(
        problem(ProblemCode::position_not_reached,
                {{"asked", std::to_string(wanted)}, {"position", std::to_string(position)}}),
        1));
  }
  auto snapshot = call.services.views.latest(call.ledger_id());
  if (!snapshot) {
    return fail(view_problem(snapshot.error()));
  }
  return Reading{std::move(*snapshot), domain::local_date(call.now), true};
}

/// `+07:00` that was not percent-encoded arrives as ` 07:00`; an instant has a blank nowhere else.
std::string with_plus(std::string text) {
  constexpr std::size_t kOffsetLetters = 6;
  if (text.size() > kOffsetLetters && text[text.size() - kOffsetLetters] == ' ') {
    text[text.size() - kOffsetLetters] = '+';
  }
  return text;
}

ReadingAsked reading_asked(Query& query) {
  ReadingAsked asked;
  asked.min_position = query.number("min_position", 0, kPositionMax);
  asked.as_of = read_moment(query, "as_of");
  return asked;
}

std::expected<Reading, Problem> open_asked(Call& call, const ReadingAsked& asked) {
  return asked.as_of ? open_moment(call, *asked.as_of) : open_latest(call, asked);
}

/// The tag of an answer: of its content, its reader and its language. The number of records behind
/// it is left out, because that moves with acts that do not concern it.
std::string mark_of(const Call& call, const Reading& reading, std::string_view body) {
  const auto position = "\"position\":" + std::to_string(reading.position());
  std::string said = reader_view(call);
  while (!body.empty()) {
    const auto at = std::min(body.find(position), body.size());
    said.append(1, '\n').append(body.substr(0, at));
    body.remove_prefix(std::min(at + position.size(), body.size()));
  }
  constexpr std::size_t kDigits = 16;
  return sha256_hex(said).substr(0, kDigits);
}

void set_read_headers(Response& response, const Reading& reading) {
  response.set("X-Ledger-Size", std::to_string(reading.position()));
}

}  // namespace

std::optional<Moment> read_moment(Query& query, std::string_view name) {
  auto text = query.text(name);
  if (!text) {
    return std::nullopt;
  }
  text = with_plus(*std::move(text));
  Moment moment{parse_size(*text), std::nullopt};
  if (const auto day = domain::parse_date(*text)) {
    moment.instant = domain::end_of_day(*day);
  } else if (!moment.size) {
    moment.instant = domain::parse_instant(*text);
  }
  if (!moment.size && !moment.instant) {
    query.add(name, "not_a_moment", "YYYY-MM-DD|YYYY-MM-DDTHH:MM:SS+07:00|0..9007199254740991");
    return std::nullopt;
  }
  return moment;
}

std::expected<Reading, Problem> open_moment(Call& call, const Moment& moment) {
  if (moment.size) {
    auto reading = open_at(call, *moment.size);
    if (!reading) {
      return reading;
    }
    auto today = day_of_last(call, *moment.size);
    if (!today) {
      return std::unexpected(today.error());
    }
    reading->today = *today;
    return reading;
  }
  const auto size = call.services.views.size_at(call.ledger_id(), *moment.instant);
  if (!size) {
    return fail(view_problem(size.error()));
  }
  auto reading = open_at(call, *size);
  if (reading) {
    reading->today = domain::local_date(*moment.instant);
    // An instant that is still to come means another ledger size each time.
    reading->repeatable = false;
  }
  return reading;
}

std::expected<Reading, Problem> open_reading(Call& call, Query& query) {
  const auto asked = reading_asked(query);
  if (auto wrong = query.problem()) {
    return fail(std::move(*wrong));
  }
  return open_asked(call, asked);
}

std::expected<Reading, Problem> open_reading(Call& call) {
  Query query(call.target);
  return open_reading(call, query);
}

std::expected<Reading, Problem> open_page(Call& call, Query& query, const Cursor& cursor) {
  const auto asked = reading_asked(query);
  if (auto wrong = query.problem()) {
    return fail(std::move(*wrong));
  }
  if (asked.as_of || !cursor.moment) {
    return open_asked(call, asked);
  }
  const auto& [size, today] = *cursor.moment;
  if (auto kept = call.pages.find(call.ledger, size)) {
    return Reading{std::move(kept), today, true};
  }
  auto reading = open_at(call, size);
  if (reading) {
    reading->today = today;
  }
  return reading;
}

std::string cursor_after(Call& call, const Reading& reading, const std::string& next,
                         std::string_view mark) {
  if (next.empty()) {
    return {};
  }
  call.pages.keep(call.ledger, reading.snapshot);
  return cursor_of({next, Cursor::Moment{reading.position(), reading.today}}, mark);
}

std::string reader_view(const Call& call) {
  const auto language = tag_of(choose_language(call.request.header("accept-language")));
  return call.access->view + std::string(language);
}

Response json_response(int status, std::string body) {
  Response response;
  response.status = status;
  response.body = std::move(body);
  response.set("Content-Type", "application/json");
  return response;
}

Response answer(const Reading& reading, std::string body) {
  auto response = json_response(200, std::move(body));
  set_read_headers(response, reading);
  return response;
}

Response list_answer(Call& call, const Reading& reading, std::string body) {
  auto response = answer(reading, std::move(body));
  const auto etag = "W/\"" + std::to_string(reading.position()) + '-' +
                    domain::to_text(reading.today) + '-' + reader_view(call) + '"';
  response.set("ETag", etag);
  call.cacheable = reading.repeatable;
  return response;
}

Response resource_answer(Call& call, const Reading& reading, eventstore::Version version,
                         std::string body) {
  const auto mark = mark_of(call, reading, body);
  auto response = answer(reading, std::move(body));
  response.set("ETag", etag_of(version, mark));
  return response;
}

Response opened_answer(const Reading& reading, eventstore::Version version, std::string body) {
  auto response = answer(reading, std::move(body));
  response.set("ETag", etag_of(version));
  response.set("Cache-Control", "no-store");
  return response;
}

Response not_modified(const Response& full) {
  Response response;
  response.status = 304;
  for (const auto& [name, value] : full.headers) {
    if (name != "Content-Type" && name != "Content-Encoding") {
      response.set(name, value);
    }
  }
  return response;
}

}  // namespace langnghe::api
