// Papers about one dialogue: …/dialogues/{id}/papers/{kind}?purpose=&format=
#include <algorithm>
#include <map>
#include <optional>
#include <variant>

#include <papers/documents.hpp>

#include <projections/dialogues.hpp>
#include <projections/issues.hpp>

#include "call/path_values.hpp"
#include "resources/papers/drawing.hpp"
#include "resources/papers/matters.hpp"
#include "resources/papers/paper_answer.hpp"
#include "resources/papers/ward_facts.hpp"
#include "resources/routes.hpp"
#include "sealed/speakers.hpp"
#include "streams/stream_events.hpp"

namespace langnghe::api::resources {
namespace {

namespace dialogues = projections::dialogues;
using papers::Kind;
using projections::issues::IssueRow;

struct Making {
  const Call& call;
  const Reading& reading;
  const dialogues::DialogueRow& row;
  const WardFacts& facts;
  SealedReading& sealed;
  std::vector<IssueRow> issues;  ///< raised here and not redirected
};

/// As it is announced. How it came about is another matter: an invitation stays as it was.
papers::Meeting planned_meeting(const Making& making) {
  const auto& plan = making.row.schedule;
  papers::Meeting meeting;
  meeting.khom = making.facts.khom(plan.khom, plan.date);
  meeting.date = plan.date;
  meeting.start = plan.start;
  meeting.end = plan.end;
  meeting.place = plan.venue.place;
  const bool may = making.call.access->personal_data_in(plan.khom) == PersonalData::full;
  const auto address = making.sealed.show(may, domain::stream_of(making.row.id), kHostAddressField,
                                          plan.venue.host_address);
  if (address && address->as == Shown::As::plain) {
    meeting.place = address->text;
  }
  meeting.chair = making.facts.official_with_post(plan.chair);
  meeting.topics = plan.topics;
  return meeting;
}

papers::Meeting held_meeting(const Making& making) {
  auto meeting = planned_meeting(making);
  if (const auto& opening = making.row.opening) {
    meeting.start = opening->start;
    meeting.chair = making.facts.official_with_post(opening->chaired_by);
  }
  if (const auto& closing = making.row.closing) {
    meeting.end = closing->end;
  }
  return meeting;
}

DrawnPaper invitation(const Making& making) {
  auto head = making.facts.head(Kind::invitation, std::nullopt);
  if (making.row.announcement && !making.row.announcement->document.empty()) {
    head.symbol = making.row.announcement->document;
    head.date = making.row.announced_on;
    head.draft = false;
  }
  papers::Invitation paper{std::move(head), planned_meeting(making), {}};
  for (const auto& each : making.row.invitations) {
    paper.guests.push_back(each.invited.participant);
  }
  return drawn(paper);
}

/// The words about an issue at the dialogue, from its own stream.
std::expected<papers::SpokenIssue, Problem> spoken_of(const Making& making, const IssueRow& row) {
  using Left = papers::SpokenIssue::Left;
  papers::SpokenIssue spoken{row.state.recorded.subject, Left::taken_away, {}};
  const auto events = events_of(making.call.services.store, making.call.ledger_id(),
                                domain::stream_of(row.id), making.reading.position());
  if (!events) {
    return fail(events.error());
  }
  for (const auto& each : *events) {
    const auto* of_issue = std::get_if<domain::IssueEvent>(&each.event);
    if (of_issue == nullptr) {
      continue;
    }
    if (const auto* answered = std::get_if<domain::AnsweredOnTheSpot>(of_issue)) {
      spoken.left = Left::answered;
      spoken.said = answered->answer;
    } else if (const auto* noted = std::get_if<domain::Noted>(of_issue)) {
      spoken.left = Left::noted;
      spoken.said = noted->reason;
    }
  }
  return spoken;
}

std::expected<papers::SpokenOpinion, Problem> opinion_of(const Making& making,
                                                         const dialogues::OpinionRow& held) {
  const auto& khom = making.row.schedule.khom;
  papers::SpokenOpinion opinion;
  opinion.order = held.opinion.order;
  auto speaker =
      person_of(show_speaker(making.call, *making.reading.snapshot, held.opinion.resident,
                             {khom, std::nullopt}, making.sealed));
  if (!speaker) {
    return fail(std::move(speaker.error()));
  }
  opinion.speaker = *std::move(speaker);
  if (held.opinion.anonymous && opinion.speaker.as != papers::Person::As::erased) {
    opinion.speaker = {papers::Person::As::anonymous, {}, {}};
  }
  const auto words = show_words(making.call, held, khom, making.sealed);
  if (words.as == Shown::As::plain) {
    opinion.words = words.text;
  }
  for (const auto& id : held.opinion.issues) {
    const auto row = std::ranges::find(making.issues, id, &IssueRow::id);
    if (row == making.issues.end()) {
      continue;  // redirected: the minutes say how many, and nothing of any
    }
    auto spoken = spoken_of(making, *row);
    if (!spoken) {
      return fail(std::move(spoken.error()));
    }
    opinion.issues.push_back(*std::move(spoken));
  }
  if (held.confirmation) {
    opinion.confirmed = held.confirmation->method;
  }
  if (held.declined) {
    opinion.declined = held.declined->reason;
  }
  return opinion;
}

std::string names_of(const Making& making, const std::vector<domain::OfficialId>& officials) {
  std::string names;
  for (const auto& id : officials) {
    names += (names.empty() ? "" : "; ") + making.facts.official_with_post(id);
  }
  return names;
}

void put_meeting(const Making& making, papers::Minutes& paper) {
  const auto& row = making.row;
  const auto chair = row.opening ? row.opening->chaired_by : row.schedule.chair;
  paper.chair_name = making.facts.official(chair);
  if (row.attendance) {
    paper.residents = row.attendance->residents;
    paper.officials = names_of(making, row.attendance->officials);
    for (const auto& body : row.attendance->bodies) {
      paper.bodies += (paper.bodies.empty() ? "" : ", ") + body;
    }
  }
  if (row.presented) {
    paper.presented = row.presented->said;
  }
  paper.skipped = row.presentation_skipped_for;
  for (const auto& each : row.addenda) {
    paper.addenda.push_back({each.date, each.text});
  }
  for (const auto& each : row.signatures_refused) {
    paper.refused.push_back({each.signer, each.reason});
  }
  if (!row.minutes) {
    return;
  }
  // Whoever signs beside the one who presided wrote them.
  const auto& signers = row.minutes->signers;
  const auto secretary = std::ranges::find_if(signers, [&](const auto& id) { return id != chair; });
  paper.secretary = secretary == signers.end() ? "" : making.facts.official(*secretary);
}

/// As they were signed; before that, as matters stand.
void put_counts(const Making& making, papers::Minutes& paper) {
  if (const auto& as_signed = making.row.minutes) {
    paper.on_the_spot = as_signed->answered_on_the_spot;
    paper.noted = as_signed->noted;
    paper.carried = as_signed->taken_away;
    paper.redirected = as_signed->redirected;
  } else {
    using Left = papers::SpokenIssue::Left;
    for (const auto& opinion : paper.opinions) {
      for (const auto& issue : opinion.issues) {
        paper.on_the_spot += issue.left == Left::answered ? 1 : 0;
        paper.noted += issue.left == Left::noted ? 1 : 0;
      }
    }
    paper.carried = static_cast<int>(paper.taken_away.size());
    paper.redirected = static_cast<int>(making.row.redirected.size());
  }
  paper.issues = paper.on_the_spot + paper.noted + paper.carried + paper.redirected;
}

DrawnPaper minutes(const Making& making) {
  if (!making.row.opening) {
    return fail(ProblemCode::not_found);
  }
  std::optional<Issued> issued;
  if (const auto& signed_ = making.row.minutes) {
    issued = Issued{signed_->symbol, signed_->date,
                    signed_->signers.empty() ? domain::OfficialId{} : signed_->signers.front(),
                    std::nullopt};
  }
  papers::Minutes paper;
  paper.head = making.facts.head(Kind::minutes, issued);
  paper.meeting = held_meeting(making);
  put_meeting(making, paper);
  for (const auto& id : making.row.opinions) {
    const auto held = dialogues::opinion(*making.reading.snapshot, id);
    if (!held) {
      continue;
    }
    auto opinion = opinion_of(making, *held);
    if (!opinion) {
      return fail(std::move(opinion.error()));
    }
    paper.opinions.push_back(*std::move(opinion));
  }
  paper.taken_away = taken_away_of(making.issues);
  put_counts(making, paper);
  return drawn(paper);
}

DrawnPaper conclusion(const Making& making) {
  const auto& published = making.row.conclusion;
  if (!published) {
    return fail(ProblemCode::not_found);
  }
  return drawn(papers::Conclusion{
      making.facts.head(Kind::conclusion, Issued{published->symbol, published->date,
                                                 published->signer, published->capacity}),
      held_meeting(making), making.row.opinions.size(), published->text,
      taken_away_of(making.issues), published->places});
}

/// Nobody's household is named on a wall, whoever asks.
papers::Meeting meeting_for_all(const Making& making) {
  auto meeting = planned_meeting(making);
  meeting.place = making.row.schedule.venue.host_address ? "" : making.row.schedule.venue.place;
  return meeting;
}

DrawnPaper programme(const Making& making) {
  return drawn(
      papers::Programme{making.facts.head(Kind::programme, std::nullopt), planned_meeting(making)});
}

DrawnPaper poster(const Making& making) {
  const auto& ward = making.facts.ward().ward;
  return Drawn{
      {},
      papers::content_of(papers::Poster{ward.issuer, ward.place_name, meeting_for_all(making)})};
}

DrawnPaper draw(const Making& making, Kind kind) {
  switch (kind) {
    case Kind::programme:
      return programme(making);
    case Kind::poster:
      return poster(making);
    case Kind::invitation:
      return invitation(making);
    case Kind::minutes:
      return minutes(making);
    case Kind::conclusion:
      return conclusion(making);
    default:
      return fail(ProblemCode::not_found);
  }
}

template <Kind kKind>
Reply get_paper(Call& call) {
  const auto id = path_id<domain::DialogueId>(call);
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
  return paper_answer(call, *reading, kKind == Kind::poster ? std::nullopt : std::move(purpose),
                      {kKind, form, id->value, domain::stream_of(*id), [&](SealedReading& sealed) {
                         return draw_dialogue_paper(call, *reading, kKind, *id, sealed);
                       }});
}

}  // namespace

DrawnPaper draw_dialogue_paper(const Call& call, const Reading& reading, Kind kind,
                               const domain::DialogueId& id, SealedReading& sealed) {
  const auto row = dialogues::find(*reading.snapshot, id);
  if (!row || !call.access->sees(row->schedule.khom)) {
    return fail(ProblemCode::not_found);
  }
  const WardFacts facts(reading);
  Making making{call, reading, *row, facts, sealed, {}};
  for (const auto& issue : row->issues) {
    if (auto found = projections::issues::find_one(*reading.snapshot, issue)) {
      making.issues.push_back(*std::move(found));
    }
  }
  return draw(making, kind);
}

void add_dialogue_paper_routes(std::vector<Route>& routes) {
  add_read(routes, "dialogues/{id}/papers/invitation", &get_paper<Kind::invitation>);
  add_read(routes, "dialogues/{id}/papers/programme", &get_paper<Kind::programme>);
  add_read(routes, "dialogues/{id}/papers/poster", &get_paper<Kind::poster>);
  add_read(routes, "dialogues/{id}/papers/minutes", &get_paper<Kind::minutes>);
  add_read(routes, "dialogues/{id}/papers/conclusion", &get_paper<Kind::conclusion>);
}

}  // namespace langnghe::api::resources
