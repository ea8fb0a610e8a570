// Papers about one matter: …/issues/{id}/papers/{kind}?purpose=&format=
#include <functional>
#include <optional>
#include <variant>

#include <papers/documents.hpp>

#include "reading/issue_reading.hpp"
#include "reading/shown_code.hpp"
#include "resources/papers/matters.hpp"
#include "resources/papers/paper_answer.hpp"
#include "resources/papers/ward_facts.hpp"
#include "resources/routes.hpp"
#include "sealed/speakers.hpp"
#include "streams/stream_events.hpp"

namespace langnghe::api::resources {
namespace {

using papers::Kind;
using Contents = std::expected<papers::Content, Problem>;

/// The facts that every paper of an issue is made of.
struct Making {
  const Call& call;
  const Reading& reading;
  const projections::issues::IssueRow& row;
  const WardFacts& facts;
  SealedReading& sealed;
  std::vector<domain::RecordedEvent> events;  ///< of the issue, up to the moment that is read
  papers::Matter matter;

  [[nodiscard]] const domain::IssueState& state() const { return row.state; }
  /// The newest event of that type; null where there is none.
  template <class Event>
  [[nodiscard]] const Event* newest() const {
    const Event* found = nullptr;
    for (const auto& each : events) {
      const auto* of_issue = std::get_if<domain::IssueEvent>(&each.event);
      const auto* wanted = of_issue == nullptr ? nullptr : std::get_if<Event>(of_issue);
      found = wanted == nullptr ? found : wanted;
    }
    return found;
  }
};

std::vector<papers::Promise> promises_of(const Making& making) {
  std::vector<papers::Promise> list;
  for (const auto& each : making.state().commitments) {
    list.push_back({each.what, making.facts.official(each.owner), each.due});
  }
  return list;
}

std::optional<Issued> issued_notice(const Making& making) {
  const auto& notice = making.state().notice;
  return notice
             ? std::optional(Issued{notice->symbol, notice->date, notice->signer, notice->capacity})
             : std::nullopt;
}

Contents notice(const Making& making) {
  const auto& answer = making.state().answer;
  if (answer.draft == 0) {
    return fail(ProblemCode::not_found);
  }
  papers::NoticeOfResult paper{making.facts.head(issued_notice(making)),
                               making.matter,
                               answer.text,
                               answer.legal_basis,
                               promises_of(making),
                               {}};
  const auto* replaced = making.newest<domain::NoticeReplaced>();
  const auto& now = making.state().notice;
  if (replaced != nullptr && now && now->symbol == replaced->symbol) {
    paper.answer = replaced->text;
    paper.replaced = replaced->replaced_symbol;
  }
  return papers::content_of(paper);
}

/// The letter bears the ward's own reference, and the day of the act.
Contents extension(const Making& making) {
  const auto* approved = making.newest<domain::ExtensionApproved>();
  if (approved == nullptr) {
    return fail(ProblemCode::not_found);
  }
  const domain::ClockStep* step = nullptr;
  for (const auto& each : making.state().clock_steps) {
    step = each.kind == domain::ClockStep::Kind::extended ? &each : step;
  }
  const auto* asked = making.newest<domain::ExtensionRequested>();
  std::optional<Issued> issued;
  if (!approved->document.empty() && approved->signer && step != nullptr) {
    issued = Issued{approved->document, step->on, *approved->signer, approved->capacity};
  }
  return papers::content_of(
      papers::ExtensionNotice{making.facts.head(issued), making.matter, approved->previous_due,
                              approved->new_due, asked == nullptr ? std::string() : asked->reason});
}

/// The words of the resident, where this reader may open them for this paper.
std::string words_of(const Making& making) {
  const auto& recorded = making.state().recorded;
  std::optional<Shown> shown;
  if (const auto said =
          projections::dialogues::opinion(*making.reading.snapshot, recorded.opinion)) {
    shown = show_words(making.call, *said, recorded.khom, making.sealed);
  } else {
    const bool may = making.call.access->personal_data_in(recorded.khom) == PersonalData::full;
    shown =
        making.sealed.show(may, domain::stream_of(making.row.id), kIssueWordsField, recorded.words);
  }
  return shown && shown->as == Shown::As::plain ? shown->text : std::string();
}

Contents forwarding(const Making& making) {
  const auto& forward = making.state().forward;
  if (!forward) {
    return fail(ProblemCode::not_found);
  }
  auto head = making.facts.head(std::nullopt);
  // A letter that was recorded is out; who signed it, the act does not say.
  head.symbol = forward->document;
  head.draft = forward->document.empty();
  for (const auto& each : making.events) {
    const auto* of_issue = std::get_if<domain::IssueEvent>(&each.event);
    if (of_issue != nullptr && std::holds_alternative<domain::IssueForwarded>(*of_issue) &&
        !head.draft) {
      head.date = each.happened.date;
    }
  }
  return papers::content_of(papers::ForwardingLetter{std::move(head), making.matter, forward->body,
                                                     forward->asked, words_of(making)});
}

Contents posting(const Making& making) {
  const auto& issued = making.state().notice;
  if (!issued) {
    return fail(ProblemCode::not_found);
  }
  papers::PostingSlip paper{
      making.facts.head(std::nullopt), making.matter, issued->symbol, {}, {}, {}};
  paper.head.draft = false;  // it is signed by hand and takes no number of the register
  for (const auto& each : making.events) {
    const auto* of_issue = std::get_if<domain::IssueEvent>(&each.event);
    const auto* posted =
        of_issue == nullptr ? nullptr : std::get_if<domain::NoticePosted>(of_issue);
    if (posted != nullptr) {
      paper.place = posted->place;
      paper.on = each.happened.date;
    }
  }
  return papers::content_of(paper);
}

/// The page where people ask after their case. The code stands behind `#`, which a browser keeps to
/// itself: it gets into no log.
std::string look_up_link(const Request& request, const std::string& code) {
  const bool is_secure = request.header("x-forwarded-proto") == "https";
  return std::string(is_secure ? "https://" : "http://") + std::string(request.header("host")) +
         "/tra-cuu#" + code;
}

Contents slip(const Making& making) {
  const auto& state = making.state();
  const auto code = shown_case_code(making.call, making.row);
  papers::Slip paper;
  paper.issuer = making.facts.ward().ward.issuer;
  paper.code = code.value_or(making.row.id.value);
  paper.matter = making.matter;
  paper.first_reply_due = state.first_reply_due;
  paper.due = state.effective_due;
  paper.position = making.row.last.value;
  paper.link = code ? look_up_link(making.call.request, *code)
                    : making.call.ledger + '/' + making.row.id.value;
  return papers::content_of(paper);
}

/// A slip is for the resident's hand, and names nobody: it opens nothing.
bool names_nobody(Kind kind) {
  return kind == Kind::slip || kind == Kind::posting;
}

Reply make(Call& call, Kind kind, Contents (*content_of)(const Making&)) {
  Query query(call.target);
  auto purpose = purpose_asked(call, query);
  const auto form = paper_form(call, query);
  auto found = open_issue(call, query);
  if (!found) {
    return fail(std::move(found.error()));
  }
  const auto& [reading, row] = *found;
  // Of a denunciation there is a hand-over and nothing else (domain.md rule 14).
  if (row.state.handed_over) {
    return fail(ProblemCode::not_found);
  }
  const auto stream = domain::stream_of(row.id);
  SealedReading sealed(call, names_nobody(kind) ? std::nullopt : std::move(purpose), stream);
  const WardFacts facts(reading);
  auto events = events_of(call.services.store, call.ledger_id(), stream, reading.position());
  if (!events) {
    return fail(std::move(events.error()));
  }
  auto matter = matter_of(call, reading, facts, row, sealed);
  if (!matter) {
    return fail(std::move(matter.error()));
  }
  const Making making{call, reading, row, facts, sealed, *std::move(events), *std::move(matter)};
  const auto content = content_of(making);
  if (!content) {
    return fail(content.error());
  }
  return paper_answer(call, reading, sealed, {kind, form, row.id.value}, *content);
}

Reply get_notice(Call& call) {
  return make(call, Kind::notice, &notice);
}
Reply get_extension(Call& call) {
  return make(call, Kind::extension, &extension);
}
Reply get_forwarding(Call& call) {
  return make(call, Kind::forwarding, &forwarding);
}
Reply get_posting(Call& call) {
  return make(call, Kind::posting, &posting);
}
Reply get_slip(Call& call) {
  return make(call, Kind::slip, &slip);
}

}  // namespace

void add_issue_paper_routes(std::vector<Route>& routes) {
  add_read(routes, "issues/{id}/papers/notice", &get_notice);
  add_read(routes, "issues/{id}/papers/extension", &get_extension);
  add_read(routes, "issues/{id}/papers/forwarding", &get_forwarding);
  add_read(routes, "issues/{id}/papers/posting", &get_posting);
  add_read(routes, "issues/{id}/papers/slip", &get_slip);
}

}  // namespace langnghe::api::resources
