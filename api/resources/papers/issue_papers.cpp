// Papers about one matter: …/issues/{id}/papers/{kind}?purpose=&format=
#include <optional>

#include <papers/documents.hpp>

#include <projections/issues.hpp>

#include "call/path_values.hpp"
#include "reading/reading.hpp"
#include "reading/shown_code.hpp"
#include "resources/papers/drawing.hpp"
#include "resources/papers/issue_making.hpp"
#include "resources/papers/matters.hpp"
#include "resources/papers/paper_answer.hpp"
#include "resources/papers/ward_facts.hpp"
#include "resources/routes.hpp"
#include "streams/stream_events.hpp"

namespace langnghe::api::resources {
namespace {

using papers::Kind;

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

DrawnPaper notice(const Making& making) {
  const auto& answer = making.state().answer;
  if (answer.draft == 0) {
    return fail(ProblemCode::not_found);
  }
  papers::NoticeOfResult paper{making.facts.head(Kind::notice, issued_notice(making)),
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
  return drawn(paper);
}

/// The letter bears the ward's own reference, and the day of the act.
DrawnPaper extension(const Making& making) {
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
  return drawn(papers::ExtensionNotice{making.facts.head(Kind::extension, issued), making.matter,
                                       approved->previous_due, approved->new_due,
                                       asked == nullptr ? std::string() : asked->reason});
}

/// The letter bears the ward's own reference, and the day of the act.
DrawnPaper correction(const Making& making) {
  const auto* corrected = making.newest<domain::NoticeCorrected>();
  const auto& notice = making.state().notice;
  if (corrected == nullptr) {
    return fail(ProblemCode::not_found);
  }
  std::optional<Issued> issued;
  if (const auto on = making.day_of<domain::NoticeCorrected>();
      on && !corrected->document.empty()) {
    issued = Issued{corrected->document, *on, corrected->signer, corrected->capacity};
  }
  return drawn(papers::CorrectionLetter{
      making.facts.head(Kind::correction, issued), making.matter, notice ? notice->symbol : "",
      notice ? std::optional(notice->date) : std::nullopt, corrected->reason});
}

DrawnPaper refusal(const Making& making) {
  const auto& refused = making.state().refusal;
  if (!refused) {
    return fail(ProblemCode::not_found);
  }
  return drawn(papers::RefusalNotice{
      making.facts.head(Kind::refusal,
                        Issued{refused->symbol, refused->date, refused->signer, refused->capacity}),
      making.matter, refused->ground, refused->reason});
}

/// The page where people ask after their case. The code stands behind `#`, which a browser keeps to
/// itself: it gets into no log.
std::string look_up_link(const Request& request, const std::string& code) {
  const bool is_secure = request.header("x-forwarded-proto") == "https";
  return std::string(is_secure ? "https://" : "http://") + std::string(request.header("host")) +
         "/tra-cuu#" + code;
}

DrawnPaper slip(const Making& making) {
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
  return Drawn{{}, papers::content_of(paper)};
}

/// A slip is for the resident's hand, and names nobody: it opens nothing.
bool names_nobody(Kind kind) {
  return kind == Kind::slip || kind == Kind::posting || kind == Kind::delivery;
}

/// Whatever the reader may open, such a paper has none of it.
Making without_person(Making making) {
  if (making.matter.person.as == papers::Person::As::named) {
    making.matter.person = {papers::Person::As::withheld, {}, {}};
  }
  return making;
}

DrawnPaper draw(const Making& making, Kind kind) {
  switch (kind) {
    case Kind::notice:
      return notice(making);
    case Kind::extension:
      return extension(making);
    case Kind::correction:
      return correction(making);
    case Kind::refusal:
      return refusal(making);
    case Kind::slip:
      return slip(making);
    default:
      return passage_paper(making, kind);
  }
}

template <Kind kKind>
Reply get_paper(Call& call) {
  const auto id = path_id<domain::IssueId>(call);
  if (!id) {
    return fail(id.error());
  }
  Query query(call.target);
  auto purpose = purpose_asked(call, query);
  const auto form = paper_form(call, query);
  const auto reading = open_reading(call, query);
  if (!reading) {
    return fail(reading.error());
  }
  return paper_answer(call, *reading, names_nobody(kKind) ? std::nullopt : std::move(purpose),
                      {kKind, form, id->value, domain::stream_of(*id), [&](SealedReading& sealed) {
                         return draw_issue_paper(call, *reading, kKind, *id, sealed);
                       }});
}

}  // namespace

std::expected<Making, Problem> issue_making(const Call& call, const Reading& reading,
                                            const projections::issues::IssueRow& row,
                                            const WardFacts& facts, SealedReading& sealed) {
  // Of a denunciation there is a hand-over and nothing else (domain.md rule 14).
  if (row.state.handed_over || !call.access->sees(row.state.recorded.khom)) {
    return fail(ProblemCode::not_found);
  }
  auto events = events_of(call.services.store, call.ledger_id(), domain::stream_of(row.id),
                          reading.position());
  if (!events) {
    return fail(std::move(events.error()));
  }
  auto matter = matter_of(call, reading, facts, row, sealed);
  if (!matter) {
    return fail(std::move(matter.error()));
  }
  return Making{call, reading, row, facts, sealed, *std::move(events), *std::move(matter)};
}

DrawnPaper issue_paper(const Making& making, Kind kind) {
  return names_nobody(kind) ? draw(without_person(making), kind) : draw(making, kind);
}

DrawnPaper draw_issue_paper(const Call& call, const Reading& reading, Kind kind,
                            const domain::IssueId& id, SealedReading& sealed) {
  const auto row = projections::issues::find_one(*reading.snapshot, id);
  if (!row) {
    return fail(ProblemCode::not_found);
  }
  const WardFacts facts(reading);
  const auto making = issue_making(call, reading, *row, facts, sealed);
  return making ? issue_paper(*making, kind) : DrawnPaper(fail(making.error()));
}

void add_issue_paper_routes(std::vector<Route>& routes) {
  add_read(routes, "issues/{id}/papers/notice", &get_paper<Kind::notice>);
  add_read(routes, "issues/{id}/papers/extension", &get_paper<Kind::extension>);
  add_read(routes, "issues/{id}/papers/forwarding", &get_paper<Kind::forwarding>);
  add_read(routes, "issues/{id}/papers/correction", &get_paper<Kind::correction>);
  add_read(routes, "issues/{id}/papers/refusal", &get_paper<Kind::refusal>);
  add_read(routes, "issues/{id}/papers/reminder", &get_paper<Kind::reminder>);
  add_read(routes, "issues/{id}/papers/receipt", &get_paper<Kind::receipt>);
  add_read(routes, "issues/{id}/papers/delivery", &get_paper<Kind::delivery>);
  add_read(routes, "issues/{id}/papers/posting", &get_paper<Kind::posting>);
  add_read(routes, "issues/{id}/papers/slip", &get_paper<Kind::slip>);
}

}  // namespace langnghe::api::resources
