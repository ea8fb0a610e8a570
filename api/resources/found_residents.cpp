#include <optional>
#include <string>
#include <utility>

#include <projections/dialogues.hpp>
#include <projections/residents.hpp>

#include "call/waiting.hpp"
#include "reading/answer_parts.hpp"
#include "reading/reading.hpp"
#include "resources/resident_resources.hpp"
#include "routing/query.hpp"
#include "sealed/sealed_reading.hpp"
#include "sealed/speakers.hpp"
#include "shapes/residents.hpp"
#include "wire/answers.hpp"

namespace langnghe::api::resources {
namespace {

namespace residents = projections::residents;

constexpr std::size_t kShownMax = 20;
constexpr int kRetrySeconds = 1;

struct Asked {
  std::string text;
  std::optional<std::string> purpose;
  std::size_t limit = 0;
};

/// A search is a sealed reading: without a purpose there is none.
Asked read_asked(const Call& call, Query& query) {
  Asked asked;
  asked.purpose = purpose_asked(call, query);
  if (!asked.purpose) {
    query.add("purpose", "missing_parameter");
  }
  asked.text = query.text("q").value_or(std::string());
  if (!query.has("q")) {
    query.add("q", "missing_parameter");
  } else if (!search::PeopleSearch::is_query(asked.text)) {
    query.add("q", "no_person");
  }
  asked.limit = query.number("limit", 1, kShownMax).value_or(kShownMax);
  return asked;
}

std::expected<std::vector<domain::ResidentId>, Problem> people_found(const Call& call,
                                                                     const Reading& reading,
                                                                     const Asked& asked) {
  const auto not_ready = [] {
    return fail(retry_later(problem(ProblemCode::search_not_ready), kRetrySeconds));
  };
  auto* const people = call.services.people;
  if (people == nullptr) {
    return not_ready();
  }
  const auto reached = wait_for_people(call, *people, reading.position());
  if (!reached) {
    return fail(reached.error());
  }
  auto found = *reached ? people->find(call.ledger_id(), reading.position(), asked.text)
                        : std::unexpected(search::SearchFault::not_ready);
  if (!found) {
    return not_ready();
  }
  return *std::move(found);
}

/// May this reader read the whole of this person, and has nobody withheld or erased them since?
bool may_find(const Call& call, const residents::ResidentRow& row, SealedReading& sealed) {
  const auto& khom = row.state.resident.khom;
  return call.access->sees(khom) && call.access->personal_data_in(khom) == PersonalData::full &&
         sealed.person(row.id).phase == domain::ResidentPhase::identified;
}

/// The people, each opened at their own stream, and told to the ledger before the answer goes out.
class Finding {
 public:
  Finding(const Call& call, const Reading& reading, const Asked& asked)
      : call_(call), reading_(reading), asked_(asked) {}

  [[nodiscard]] std::expected<void, Problem> show(const domain::ResidentId& id) {
    const auto row = residents::find(*reading_.snapshot, id);
    if (!row) {
      return {};
    }
    SealedReading sealed(call_, asked_.purpose, domain::stream_of(id));
    const bool shown = may_find(call_, *row, sealed);
    if (sealed.fault()) {
      return fail(*sealed.fault());
    }
    if (!shown) {
      return {};
    }
    if (list.items.size() == asked_.limit) {
      list.more = true;
      return {};
    }
    const auto& known = row->state.resident;
    shapes::FoundResident found;
    found.person = show_person(call_, id, known, {known.khom, {}}, sealed);
    found.version = row->version.value;
    found.khom = known.khom;
    found.issues = visible_issues(call_, *reading_.snapshot, id);
    list.items.push_back(std::move(found));
    return sealed.fault() ? std::expected<void, Problem>(fail(*sealed.fault())) : sealed.record();
  }

  shapes::ResidentList list;

 private:
  const Call& call_;
  const Reading& reading_;
  const Asked& asked_;
};

}  // namespace

// GET …/residents?q=&purpose=&limit=
Reply list_residents(Call& call) {
  Query query(call.target);
  const auto asked = read_asked(call, query);
  const auto reading = open_reading(call, query);
  if (!reading) {
    return fail(reading.error());
  }
  const auto people = people_found(call, *reading, asked);
  if (!people) {
    return fail(people.error());
  }
  Finding finding(call, *reading, asked);
  for (const auto& id : *people) {
    if (auto shown = finding.show(id); !shown) {
      return fail(std::move(shown.error()));
    }
  }
  finding.list.head = head_of(call, *reading, {projections::dialogues::definition()});
  auto response = list_answer(call, *reading, wire::text(finding.list));
  response.set("Cache-Control", "no-store");
  call.cacheable = false;
  return response;
}

}  // namespace langnghe::api::resources
