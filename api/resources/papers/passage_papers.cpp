// Papers about the way of a matter and of what was handed over.
#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include <papers/documents.hpp>

#include <projections/dialogues.hpp>

#include "acting/sealing.hpp"
#include "resources/papers/issue_making.hpp"
#include "sealed/speakers.hpp"

namespace langnghe::api::resources {
namespace {

using papers::Kind;

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

DrawnPaper forwarding(const Making& making) {
  const auto& forward = making.state().forward;
  if (!forward) {
    return fail(ProblemCode::not_found);
  }
  auto head = making.facts.head(Kind::forwarding, std::nullopt);
  // A letter that was recorded is out; who signed it, the act does not say.
  head.symbol = forward->document;
  head.draft = forward->document.empty();
  if (!head.draft) {
    head.date = making.day_of<domain::IssueForwarded>();
  }
  return drawn(papers::ForwardingLetter{std::move(head), making.matter, forward->body,
                                        forward->asked, words_of(making)});
}

DrawnPaper posting(const Making& making) {
  const auto& issued = making.state().notice;
  if (!issued) {
    return fail(ProblemCode::not_found);
  }
  papers::PostingSlip paper{
      making.facts.head(Kind::posting, std::nullopt), making.matter, issued->symbol, {}, {}, {}};
  paper.head.draft = false;  // it is signed by hand and takes no number of the register
  if (const auto* posted = making.newest<domain::NoticePosted>()) {
    paper.place = posted->place;
    paper.on = making.day_of<domain::NoticePosted>();
  }
  return drawn(paper);
}

/// It is prepared for signing: the ledger has no act of reminding, and no number for it.
DrawnPaper reminder(const Making& making) {
  const auto& state = making.state();
  const bool waited_for = state.phase == domain::IssuePhase::forwarded ||
                          state.phase == domain::IssuePhase::forward_acknowledged;
  const auto on = making.day_of<domain::IssueForwarded>();
  if (!state.forward || !waited_for || !on) {
    return fail(ProblemCode::not_found);
  }
  const auto since = std::chrono::sys_days{making.facts.today()} - std::chrono::sys_days{*on};
  return drawn(papers::Reminder{making.facts.head(Kind::reminder, std::nullopt), making.matter,
                                state.forward->body, state.forward->document, *on, since.count()});
}

DrawnPaper receipt(const Making& making) {
  papers::Receipt paper{making.facts.head(Kind::receipt, std::nullopt), making.matter, {}};
  paper.head.draft = false;  // it is signed by hand and takes no number of the register
  for (const auto& each : making.events) {
    const auto* of_issue = std::get_if<domain::IssueEvent>(&each.event);
    const auto* received =
        of_issue == nullptr ? nullptr : std::get_if<domain::InformationReceived>(of_issue);
    if (received != nullptr) {
      paper.papers.push_back({received->what, each.happened.date, received->files.size()});
      paper.head.date = each.happened.date;
    }
  }
  return paper.papers.empty() ? DrawnPaper(fail(ProblemCode::not_found)) : drawn(paper);
}

DrawnPaper delivery(const Making& making) {
  const auto& issued = making.state().notice;
  if (!issued || making.state().deliveries.empty()) {
    return fail(ProblemCode::not_found);
  }
  papers::DeliveryRecord paper{
      making.facts.head(Kind::delivery, std::nullopt), making.matter, issued->symbol, {}};
  paper.head.draft = false;
  for (const auto& each : making.state().deliveries) {
    paper.handings.push_back(
        {each.on, each.method, each.proof.acknowledgement, each.proof.reference});
  }
  return drawn(paper);
}

}  // namespace

DrawnPaper passage_paper(const Making& making, Kind kind) {
  switch (kind) {
    case Kind::forwarding:
      return forwarding(making);
    case Kind::reminder:
      return reminder(making);
    case Kind::receipt:
      return receipt(making);
    case Kind::posting:
      return posting(making);
    case Kind::delivery:
      return delivery(making);
    default:
      return fail(ProblemCode::not_found);
  }
}

}  // namespace langnghe::api::resources
