#include "shapes/events.hpp"

#include <algorithm>
#include <utility>

#include <ledger/record.hpp>
#include <projections/settings.hpp>
#include <transparency/merkle.hpp>

#include "access/reading_rules.hpp"
#include "access/record_sight.hpp"
#include "bytes/digest.hpp"
#include "bytes/local_text.hpp"
#include "problems/coded_texts.hpp"
#include "problems/event_texts.hpp"
#include "reading/answer_parts.hpp"
#include "reading/event_search.hpp"
#include "reading/names.hpp"
#include "reading/reading.hpp"
#include "resources/events.hpp"
#include "resources/routes.hpp"
#include "routing/query.hpp"
#include "routing/query_lists.hpp"
#include "shapes/shown_events.hpp"
#include "shapes/unless_empty.hpp"
#include "wire/answers.hpp"

namespace langnghe::api::resources {
namespace {

constexpr std::uint64_t kPositionMax = (std::uint64_t{1} << 53) - 1;

/// Everything that is asked of the list.
struct EventsAsked {
  EventFilter filter;
  std::optional<std::uint64_t> after;
  std::optional<std::uint64_t> before;
  std::optional<domain::Date> recorded_from;
  std::optional<domain::Date> recorded_to;
  EventForm form = EventForm::record;
  EventOrder order = EventOrder::oldest;
  std::size_t limit = 0;
};

EventsAsked events_asked(const Call& call, Query& query) {
  const auto& limits = call.services.limits;
  EventsAsked asked;
  asked.after = query.number("after", 0, kPositionMax);
  asked.before = query.number("before", 0, kPositionMax);
  const bool backwards = asked.before && !asked.after;
  asked.order = query.choice<EventOrder>("order").value_or(backwards ? EventOrder::newest
                                                                     : EventOrder::oldest);
  asked.form = query.choice<EventForm>("form").value_or(EventForm::record);
  asked.limit = query.number("limit", 1, limits.page_size_max).value_or(limits.page_size_default);
  asked.filter.kinds = listed_choices<domain::Subject>(query, "kind");
  asked.filter.streams = listed_streams(query, "stream");
  asked.filter.types = listed_types(query, "type");
  asked.filter.users = listed_ids<domain::UserId>(query, "user");
  asked.filter.roles = listed_choices<domain::Role>(query, "role");
  asked.filter.khoms = listed_ids<domain::KhomId>(query, "khom");
  asked.filter.issue = query.id<domain::IssueId>("issue");
  asked.recorded_from = query.date("recorded_from");
  asked.recorded_to = query.date("recorded_to");
  return asked;
}

/// Record time never runs backwards, so days are a stretch of positions.
std::expected<EventSpan, Problem> span_of(const Call& call, const Reading& reading,
                                          const EventsAsked& asked) {
  EventSpan span{asked.after ? *asked.after + 1 : 0,
                 std::min(asked.before.value_or(kPositionMax), reading.position()),
                 asked.order == EventOrder::newest};
  const auto size_at = [&](const domain::Date& day) {
    return call.services.views.size_at(call.ledger_id(), domain::end_of_day(day));
  };
  if (asked.recorded_from) {
    const auto size = size_at(domain::add_days(*asked.recorded_from, -1));
    if (!size) {
      return fail(view_problem(size.error()));
    }
    span.begin = std::max(span.begin, *size);
  }
  if (asked.recorded_to) {
    const auto size = size_at(*asked.recorded_to);
    if (!size) {
      return fail(view_problem(size.error()));
    }
    span.end = std::min(span.end, *size);
  }
  return span;
}

std::unexpected<Problem> unreadable(const eventstore::Record& record) {
  return fail(ProblemCode::ledger_unreadable,
              {{"position", std::to_string(record.position.value)}});
}

/// The record itself, or its hash for who may not read it: the chain stays checkable.
std::expected<shapes::PositionedRecord, Problem> shown_to(const Access& access,
                                                          eventstore::Record& record) {
  const auto view = eventstore::parse(record.bytes);
  if (!view) {
    return unreadable(record);
  }
  const auto position = record.position.value;
  if (may_read_record(access, view->type)) {
    return shapes::PositionedRecord{position, shapes::RecordBytes{std::move(record.bytes)},
                                    std::nullopt};
  }
  const auto leaf = eventstore::leaf_hash(record.bytes);
  return shapes::PositionedRecord{
      position, std::nullopt,
      shapes::Base64Hash{to_base64({reinterpret_cast<const char*>(leaf.data()), leaf.size()})}};
}

Reply as_records(Call& call, const Reading& reading, FoundEvents found) {
  shapes::EventList answer{
      .ledger = call.ledger, .position = reading.position(), .items = {}, .next = found.next};
  for (auto& record : found.records) {
    auto shown = shown_to(*call.access, record);
    if (!shown) {
      return fail(std::move(shown.error()));
    }
    answer.items.push_back(std::move(*shown));
  }
  return list_answer(call, reading, wire::text(answer));
}

shapes::ShownEvent shown_event(const Reading& reading, Language language, std::uint64_t position,
                               const eventstore::RecordView& view) {
  shapes::ShownEvent shown;
  shown.position = position;
  shown.id = view.id;
  shown.kind = subject_of(view.stream).value_or(domain::Subject::ward);
  shown.stream = view.stream;
  shown.object = object_of(view.stream);
  shown.version = view.version.value;
  shown.type = view.type;
  shown.title = event_title(language, view.type);
  shown.happened = view.happened;
  shown.recorded = local_text(view.recorded);
  shown.user = view.user;
  shown.role = view.role;
  shown.role_title = words_of(language, CodeKind::role, view.role);
  shown.khom = khom_of_stream(*reading.snapshot, view.stream);
  shown.causation = shapes::unless_empty(std::string(view.causation));
  shown.correlation = shapes::unless_empty(std::string(view.correlation));
  shown.data = {std::string(view.data)};
  return shown;
}

Reply as_shown(Call& call, const Reading& reading, const FoundEvents& found) {
  const auto language = choose_language(call.request.header("accept-language"));
  shapes::ShownEventList answer;
  answer.head = head_of(call, reading, {projections::settings::definition()});
  NameBook book(reading);
  for (const auto& record : found.records) {
    const auto view = eventstore::parse(record.bytes);
    if (!view) {
      return unreadable(record);
    }
    auto shown = shown_event(reading, language, record.position.value, *view);
    book.mention(shown.user);
    book.mention(shown.khom.value_or(domain::KhomId{}).value);
    book.mention_all(view->data);
    answer.items.push_back(std::move(shown));
  }
  answer.names = book.names(language);
  answer.next = found.next;
  return list_answer(call, reading, wire::text(answer));
}

// GET …/events: the ledger itself, record by record, sealed parts as ciphertext; or as people read
// it.
Reply list_events(Call& call) {
  Query query(call.target);
  const auto asked = events_asked(call, query);
  const auto reading = open_reading(call, query);
  if (!reading) {
    return fail(reading.error());
  }
  const auto span = span_of(call, *reading, asked);
  if (!span) {
    return fail(span.error());
  }
  const bool is_shown = asked.form == EventForm::shown;
  auto found = find_events(call, *reading, asked.filter, *span,
                           {asked.limit, is_shown || !asked.filter.admits_all()});
  if (!found) {
    return fail(std::move(found.error()));
  }
  return is_shown ? as_shown(call, *reading, *found)
                  : as_records(call, *reading, std::move(*found));
}

}  // namespace

void add_event_routes(std::vector<Route>& routes) {
  add_read(routes, "events", &list_events);
}

}  // namespace langnghe::api::resources
