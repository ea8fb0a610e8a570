#include "shapes/changes.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <ledger/record.hpp>
#include <projections/dialogues.hpp>
#include <projections/issues.hpp>
#include <projections/settings.hpp>

#include "access/record_sight.hpp"
#include "bytes/local_text.hpp"
#include "problems/event_texts.hpp"
#include "reading/answer_parts.hpp"
#include "reading/names.hpp"
#include "reading/reading.hpp"
#include "resources/routes.hpp"
#include "routing/query.hpp"
#include "routing/query_lists.hpp"
#include "wire/answers.hpp"

namespace langnghe::api::resources {
namespace {

constexpr std::uint64_t kPositionMax = (std::uint64_t{1} << 53) - 1;
constexpr std::uint64_t kLookedAtMax = 20'000;
constexpr std::uint64_t kChunk = 500;
constexpr std::size_t kChangesShownMax = 20;  ///< of one thing

struct ChangesAsked {
  std::optional<std::uint64_t> since;
  std::vector<domain::Subject> kinds;
  bool own = true;  ///< the reader's own acts too
  std::size_t limit = 0;
};

ChangesAsked changes_asked(const Call& call, Query& query) {
  const auto& limits = call.services.limits;
  ChangesAsked asked;
  asked.since = query.number("since", 0, kPositionMax);
  if (!query.has("since")) {
    query.add("since", "value_required");
  }
  asked.kinds = listed_choices<domain::Subject>(query, "kind");
  asked.own = query.flag("own").value_or(true);
  asked.limit = query.number("limit", 1, limits.page_size_max).value_or(limits.page_size_default);
  return asked;
}

/// The things that changed, as they are found.
class ChangesFound {
 public:
  ChangesFound(const Call& call, const Reading& reading, const ChangesAsked& asked)
      : call_(call),
        asked_(asked),
        language_(choose_language(call.request.header("accept-language"))),
        sight_(*call.access, *reading.snapshot) {}

  /// False: the answer is full, and this record is not in it.
  [[nodiscard]] bool offer(std::uint64_t position, const eventstore::RecordView& view) {
    const auto kind = subject_of(view.stream);
    const bool is_asked =
        kind &&
        (asked_.kinds.empty() || std::ranges::find(asked_.kinds, *kind) != asked_.kinds.end()) &&
        (asked_.own || view.user != call_.access->user.value);
    if (!is_asked || !sight_.sees(view.stream, view.type)) {
      return true;
    }
    auto found = objects_.find(view.stream);
    if (found == objects_.end()) {
      if (objects_.size() >= asked_.limit) {
        return false;
      }
      shapes::ChangedObject object;
      object.kind = *kind;
      object.stream = view.stream;
      object.object = object_of(view.stream);
      object.created = view.version.value == 1;
      found = objects_.emplace(view.stream, std::move(object)).first;
    }
    auto& object = found->second;
    object.version = view.version.value;
    ++object.count;
    object.changes.push_back(change_of(position, view));
    if (object.changes.size() > kChangesShownMax) {
      object.changes.erase(object.changes.begin());
    }
    return true;
  }

  /// Those that changed last come first.
  [[nodiscard]] std::vector<shapes::ChangedObject> take() {
    std::vector<shapes::ChangedObject> objects;
    for (auto& [stream, object] : objects_) {
      objects.push_back(std::move(object));
    }
    std::ranges::sort(objects, std::ranges::greater(), [](const shapes::ChangedObject& object) {
      return object.changes.back().position;
    });
    return objects;
  }

 private:
  [[nodiscard]] shapes::Change change_of(std::uint64_t position,
                                         const eventstore::RecordView& view) const {
    shapes::Change change;
    change.position = position;
    change.type = view.type;
    change.title = event_title(language_, view.type);
    change.happened = view.happened;
    change.recorded = local_text(view.recorded);
    if (sight_.sees_actor(view.stream)) {
      change.user = view.user;
      change.role = view.role;
    }
    return change;
  }

  const Call& call_;
  const ChangesAsked& asked_;
  const Language language_;
  RecordSight sight_;
  std::map<std::string, shapes::ChangedObject, std::less<>> objects_;
};

/// Looks through the records from `since` on; answers where it stopped.
std::expected<std::uint64_t, Problem> look_through(const Call& call, const Reading& reading,
                                                   std::uint64_t since, ChangesFound& found) {
  const auto end = std::min(reading.position(), since + kLookedAtMax);
  auto next = std::min(since, end);
  while (next < end) {
    const auto records =
        call.services.store.read_ledger(call.ledger_id(), {next}, std::min(kChunk, end - next));
    if (!records) {
      return fail(store_problem(records.error()));
    }
    if (records->empty()) {
      return fail(ProblemCode::ledger_unreadable, {{"position", std::to_string(next)}});
    }
    for (const auto& record : *records) {
      const auto view = eventstore::parse(record.bytes);
      if (!view) {
        return fail(ProblemCode::ledger_unreadable,
                    {{"position", std::to_string(record.position.value)}});
      }
      if (!found.offer(record.position.value, *view)) {
        return next;
      }
      next = record.position.value + 1;
    }
  }
  return next;
}

/// How it stands now.
void describe(const projections::Snapshot& views, shapes::ChangedObject& object) {
  object.khom = khom_of_stream(views, object.stream);
  if (object.kind == domain::Subject::issue) {
    if (const auto row = projections::issues::find_one(views, {object.object})) {
      object.subject = row->state.recorded.subject;
      object.phase = domain::to_text(row->state.phase);
    }
  } else if (object.kind == domain::Subject::dialogue) {
    if (const auto row = projections::dialogues::find(views, {object.object})) {
      object.date = row->schedule.date;
      object.phase = domain::to_text(row->phase);
    }
  }
}

// GET …/changes?since=&kind=&own=&limit=: what is new since the reader looked, by what it is about.
Reply list_changes(Call& call) {
  Query query(call.target);
  const auto asked = changes_asked(call, query);
  const auto reading = open_reading(call, query);
  if (!reading) {
    return fail(reading.error());
  }
  ChangesFound found(call, *reading, asked);
  const auto until = look_through(call, *reading, *asked.since, found);
  if (!until) {
    return fail(until.error());
  }
  shapes::ChangeList list;
  list.head = head_of(call, *reading, {projections::issues::definition()});
  list.since = *asked.since;
  list.until = *until;
  list.items = found.take();
  NameBook book(*reading);
  for (auto& object : list.items) {
    describe(*reading->snapshot, object);
    book.mention(object.khom.value_or(domain::KhomId{}).value);
    for (const auto& change : object.changes) {
      book.mention(change.user.value_or(std::string()));
    }
  }
  list.names = book.names(choose_language(call.request.header("accept-language")));
  if (*until < reading->position()) {
    list.next = *until;
  }
  return list_answer(call, *reading, wire::text(list));
}

}  // namespace

void add_change_routes(std::vector<Route>& routes) {
  add_read(routes, "changes", &list_changes);
}

}  // namespace langnghe::api::resources
