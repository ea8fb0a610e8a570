#include "resources/public_cases.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <utility>
#include <variant>

#include <api/language.hpp>
#include <codec/event_codec.hpp>
#include <domain/deadline.hpp>
#include <domain/permissions.hpp>
#include <ledger/limits.hpp>
#include <ledger/record.hpp>
#include <log/log.hpp>
#include <projections/residents.hpp>
#include <projections/settings.hpp>

#include "access/credentials.hpp"
#include "accounts/secrets.hpp"
#include "acting/sealing.hpp"
#include "bytes/digest.hpp"
#include "cases/case_book.hpp"
#include "cases/case_code.hpp"
#include "problems/coded_texts.hpp"
#include "reading/personal_data.hpp"
#include "reading/reading.hpp"
#include "resources/routes.hpp"
#include "wire/answers.hpp"

namespace langnghe::api::resources {
namespace {

constexpr std::chrono::milliseconds kViewsWait{50};

namespace issues = projections::issues;
namespace settings = projections::settings;

constexpr std::size_t kDigits = 4;

std::string digits_of(std::string_view text) {
  std::string digits;
  std::ranges::copy_if(text, std::back_inserter(digits),
                       [](char letter) { return letter >= '0' && letter <= '9'; });
  return digits.size() > kDigits ? digits.substr(digits.size() - kDigits) : digits;
}

std::unexpected<Problem> vault_fault(const std::string& what) {
  log::error("vault: " + what);
  return fail(retry_later(problem(ProblemCode::vault_unavailable), 30));
}

/// The phone of whoever raised it, for a comparison and for nobody to read; as much work where
/// there is none.
std::expected<std::optional<std::string>, Problem> phone_of(Call& call,
                                                            const projections::Snapshot& views,
                                                            const domain::ResidentId& resident) {
  const auto person = projections::residents::find(views, resident);
  const auto* phone =
      person && person->state.resident.phone ? &*person->state.resident.phone : nullptr;
  if (phone == nullptr) {
    call.cases.open_nothing(call.services.vault, call.ledger_id());
    return std::nullopt;
  }
  const auto opened = open_sealed(call, domain::stream_of(resident), kPhoneField, *phone);
  switch (opened.as) {
    case Shown::As::plain:
      return opened.text;
    case Shown::As::unreadable:
      return fail(retry_later(problem(ProblemCode::vault_unavailable), 30));
    case Shown::As::sealed:
    case Shown::As::closed:
    case Shown::As::erased:
      break;
  }
  return std::nullopt;
}

/// The result of a look-up. Right and wrong codes go through the same steps.
struct Tried {
  std::optional<OpenCase> opened;  ///< only where all was right
};

std::expected<Tried, Problem> try_code(Call& call, const std::string& code,
                                       const std::string& digits) {
  const auto found = call.cases.find(call.services.store, call.services.vault, code);
  if (!found) {
    return vault_fault(found.error());
  }
  if (!*found) {
    return Tried{};
  }
  const auto& [place, is_meant] = **found;
  call.ledger = place.ledger.value;
  // A look-up shows every act that was acknowledged before it. The wait is short and holds the
  // worker, because a request that is handled again would count one wrong code twice. A wrong code
  // waits too.
  if (const auto size = call.services.store.size(place.ledger)) {
    static_cast<void>(call.services.views.wait_for(place.ledger, *size,
                                                   std::chrono::steady_clock::now() + kViewsWait));
  }
  auto snapshot = call.services.views.latest(place.ledger);
  if (!snapshot) {
    return fail(view_problem(snapshot.error()));
  }
  auto row = issues::find_one(**snapshot, place.issue);
  const auto resident = row ? row->state.recorded.resident : domain::ResidentId{};
  const auto phone = phone_of(call, **snapshot, resident);
  if (!phone) {
    return fail(phone.error());
  }
  const auto known = digits_of(phone->value_or(std::string()));
  const bool digits_fit = same_secret(known, digits);
  const bool is_right = is_meant && row && (known.empty() || digits_fit);
  return is_right ? Tried{OpenCase{code, std::move(*snapshot), std::move(*row)}} : Tried{};
}

std::string ward_name(const projections::Snapshot& snapshot) {
  return settings::ward(snapshot).state.ward.name;
}

std::string khom_name(const projections::Snapshot& snapshot, const domain::KhomId& id,
                      const domain::Date& today) {
  const auto ward = settings::ward(snapshot).state;
  const auto* khom = ward.find_khom(id);
  return khom == nullptr ? std::string() : khom->name_on(today);
}

/// Only while somebody waits: after the end the days say nothing.
std::optional<int> days_left(const projections::Snapshot& views, const issues::IssueRow& row,
                             const domain::Date& today) {
  static const domain::WorkingCalendar kWeekendsOnly;
  const auto& due = row.state.effective_due;
  if (!due || !row.open()) {
    return std::nullopt;
  }
  const auto calendars = settings::calendar(views).state;
  return domain::working_days_between(today, *due,
                                      calendars.exists() ? calendars.current() : kWeekendsOnly);
}

void add_course(const domain::IssueState& issue, shapes::PublicCase& shape) {
  if (issue.assignment) {
    shape.unit = issue.assignment->unit;
  }
  if (issue.forward) {
    shape.forwarded_to = issue.forward->body;
  }
  shape.first_reply_due = issue.first_reply_due;
  shape.first_reply_on = issue.first_reply_on;
  shape.original_due = issue.original_due;
  shape.due = issue.effective_due;
  shape.extensions = issue.extensions;
  if (issue.paused) {
    shape.paused = shapes::PublicPause{issue.paused->ground, issue.paused->until};
  }
  if (issue.refusal) {
    shape.refusal =
        shapes::PublicRefusal{issue.refusal->ground, issue.refusal->symbol, issue.refusal->date};
  }
}

std::expected<shapes::PublicCase, Problem> shape_of(const Call& call, const OpenCase& opened) {
  const auto language = choose_language(call.request.header("accept-language"));
  const auto today = domain::local_date(call.now);
  const auto& row = opened.row;
  const auto& issue = row.state;
  auto answer = answer_to(call, row);
  if (!answer) {
    return fail(std::move(answer.error()));
  }
  shapes::PublicCase shape;
  shape.code = printed_case_code(opened.code);
  shape.ward = call.ledger;
  shape.ward_name = ward_name(*opened.snapshot);
  shape.khom = issue.recorded.khom.value;
  shape.khom_name = khom_name(*opened.snapshot, issue.recorded.khom, today);
  shape.today = today;
  shape.subject = issue.recorded.subject;
  shape.field_name = name_of_field(*opened.snapshot, issue, today, language);
  shape.received = issue.received();
  shape.phase = issue.phase;
  shape.phase_title = words_of(language, CodeKind::state, domain::to_text(issue.phase));
  shape.phase_since = row.phase_since;
  add_course(issue, shape);
  shape.working_days_left = days_left(*opened.snapshot, row, today);
  shape.overdue = row.overdue_on(today);
  shape.answer = std::move(*answer);
  shape.promises = promises_of(issue);
  shape.verdict = issue.verdict;
  shape.acts = acts_on(issue);
  return shape;
}

// POST /api/v1/public/cases {code, phone_digits}
Reply look_up_case(Call& call) {
  if (!has_json_body(call.request)) {
    return fail(ProblemCode::unsupported_media_type);
  }
  const auto body = wire::read_case(call.request.body);
  if (!body) {
    return fail(body.error());
  }
  const auto opened = open_case(call, *body);
  if (!opened) {
    return fail(opened.error());
  }
  const auto shape = shape_of(call, *opened);
  if (!shape) {
    return fail(shape.error());
  }
  auto response = json_response(200, wire::text(*shape));
  response.set("Cache-Control", "no-store");
  return response;
}

bool phase_allows(std::string_view act, domain::IssuePhase phase) {
  const auto* rule = domain::find_rule(domain::Subject::issue, act);
  return rule != nullptr && domain::phase_allows(*rule, domain::to_text(phase));
}

}  // namespace

std::expected<OpenCase, Problem> open_case(Call& call, const wire::CaseBody& asked) {
  const auto code = read_case_code(asked.code);
  if (!code) {
    return fail(body_fault("/code", "malformed_case_code"));
  }
  auto& throttle = call.cases.throttle();
  const auto number = throttle.begin(*code, call.request.peer, call.now);
  if (!number) {
    const auto seconds = static_cast<int>(call.services.limits.case_window.count());
    return fail(retry_later(
        problem(ProblemCode::case_throttled, {{"seconds", std::to_string(seconds)}}), seconds));
  }
  auto tried = try_code(call, *code, digits_of(asked.phone_digits.value_or(std::string())));
  if (!tried) {
    throttle.take_back(*number);
    return fail(std::move(tried.error()));
  }
  if (!tried->opened) {
    return fail(ProblemCode::case_unknown);
  }
  throttle.take_back(*number);
  return *std::move(tried->opened);
}

shapes::PublicActs acts_on(const domain::IssueState& issue) {
  return {phase_allows(domain::RecordFeedback::kAct, issue.phase) && issue.feedback_asked,
          phase_allows(domain::RequestReopen::kAct, issue.phase) && !issue.reopen_request,
          phase_allows(domain::WithdrawIssue::kAct, issue.phase)};
}

std::expected<std::optional<shapes::PublicAnswer>, Problem> answer_to(const Call& call,
                                                                      const issues::IssueRow& row) {
  const auto& issue = row.state;
  if (issue.notice && issue.delivered_on) {
    return shapes::PublicAnswer{issue.answer.text, issue.notice->symbol, issue.notice->date};
  }
  if (issue.phase != domain::IssuePhase::answered_on_the_spot) {
    return std::nullopt;
  }
  const auto records = call.services.store.read_stream(
      call.ledger_id(), {domain::stream_of(row.id).value}, {0}, eventstore::kReadLimitMax);
  if (!records) {
    return fail(store_problem(records.error()));
  }
  std::optional<shapes::PublicAnswer> answer;
  for (const auto& record : *records) {
    const auto view = eventstore::parse(record.bytes);
    if (!view || view->type != "issue.answered_on_the_spot") {
      continue;
    }
    const auto event = codec::decode(*view);
    const auto* of_issue = event ? std::get_if<domain::IssueEvent>(&event->event) : nullptr;
    const auto* given =
        of_issue == nullptr ? nullptr : std::get_if<domain::AnsweredOnTheSpot>(of_issue);
    if (given != nullptr) {
      answer = shapes::PublicAnswer{given->answer, std::nullopt, row.phase_since};
    }
  }
  return answer;
}

std::string name_of_field(const projections::Snapshot& snapshot, const domain::IssueState& issue,
                          const domain::Date& today, Language language) {
  const auto& code = issue.classification ? issue.classification->field : issue.recorded.field;
  const auto policy = settings::policy(snapshot).state;
  if (!policy.exists()) {
    return code.value;
  }
  const auto& fields = policy.valid_on(today).fields;
  const auto found = std::ranges::find(fields, code, &domain::FieldDefinition::code);
  if (found == fields.end()) {
    return code.value;
  }
  return language == Language::en ? found->name_en : found->name_vi;
}

std::vector<shapes::PublicPromise> promises_of(const domain::IssueState& issue) {
  std::vector<shapes::PublicPromise> promises;
  for (const auto& one : issue.commitments) {
    promises.push_back({one.what, one.first_due, one.due, one.status});
  }
  return promises;
}

void add_public_routes(std::vector<Route>& routes) {
  const std::string cases = "/api/v1/public/cases";
  routes.push_back({Method::post, cases, Gate::service, &look_up_case});
  routes.push_back({Method::post, cases + "/feedback", Gate::service, &give_case_feedback});
  routes.push_back({Method::post, cases + "/reopening", Gate::service, &ask_to_reopen_case});
  routes.push_back({Method::post, cases + "/withdrawal", Gate::service, &withdraw_case});
  routes.push_back(
      {Method::get, "/api/v1/public/wards/{ward}/khoms/{khom}", Gate::ward, &get_public_khom});
}

}  // namespace langnghe::api::resources
