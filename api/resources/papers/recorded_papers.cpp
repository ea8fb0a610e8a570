// The bytes of an issued paper are told to the ledger: by the act that issues it, and by
// …/register/{year}/record-paper where that did not come about.
#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include <domain/document_register.hpp>
#include <domain/period.hpp>
#include <log/log.hpp>

#include "bytes/digest.hpp"
#include "call/path_values.hpp"
#include "resources/act_subjects.hpp"
#include "resources/papers/drawing.hpp"
#include "resources/papers/paper_answer.hpp"
#include "resources/routes.hpp"

namespace langnghe::api::resources {
namespace {

using domain::Subject;
using papers::Kind;

/// The part of a stream's name after the word of its kind: `2021` of `plan-2021`.
std::optional<std::string_view> named_after(std::string_view stream, std::string_view kind) {
  return stream.starts_with(kind) ? std::optional(stream.substr(kind.size())) : std::nullopt;
}

std::optional<domain::Period> period_of(std::string_view name) {
  const auto dash = std::min(name.find('-'), name.size());
  const auto family = domain::from_text<domain::PeriodFamily>(name.substr(0, dash));
  if (!family || dash == name.size()) {
    return std::nullopt;
  }
  return domain::find_period(*family, name.substr(dash + 1));
}

std::optional<int> year_of(std::string_view text) {
  constexpr std::size_t kDigits = 4;
  const bool digits = text.size() == kDigits &&
                      std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
  return digits ? std::optional(std::stoi(std::string(text))) : std::nullopt;
}

/// The paper about that stream, with nobody's data in it.
DrawnPaper draw(const Call& call, const Reading& reading, Kind kind, const domain::StreamId& of) {
  SealedReading closed(call, std::nullopt, of);
  if (const auto issue = named_after(of.value, "issue-")) {
    return draw_issue_paper(call, reading, kind, domain::IssueId{std::string(*issue)}, closed);
  }
  if (const auto dialogue = named_after(of.value, "dialogue-")) {
    return draw_dialogue_paper(call, reading, kind, domain::DialogueId{std::string(*dialogue)},
                               closed);
  }
  if (const auto plan = named_after(of.value, "plan-"); plan && kind == Kind::plan) {
    if (const auto year = year_of(*plan)) {
      return draw_plan_paper(call, reading, *year);
    }
  }
  if (const auto report = named_after(of.value, "report-"); report && kind == Kind::report) {
    if (const auto period = period_of(*report)) {
      const auto opened = open_report_at(call, reading, *period);
      return opened ? draw_report_paper(*opened) : DrawnPaper(fail(opened.error()));
    }
  }
  return fail(ProblemCode::not_found);
}

Problem unknown_document(const std::string& symbol) {
  return refused({domain::RefusalCode::unknown_document, {domain::Fact{"symbol", symbol}}});
}

/// The record of the paper, as it is made at that moment.
std::expected<domain::RecordPaper, Problem> command_of(const Call& call, const Reading& reading,
                                                       Kind kind, const domain::StreamId& of) {
  const auto drawn = draw(call, reading, kind, of);
  if (!drawn) {
    return fail(drawn.error());
  }
  const auto& head = drawn->head;
  if (head.draft || head.symbol.empty() || !head.date) {
    return fail(unknown_document(head.symbol));
  }
  const auto made = make_paper(call, WardFacts(reading), kind, *drawn);
  if (!made) {
    return fail(made.error());
  }
  return domain::RecordPaper{static_cast<int>(head.date->year()),
                             {kind, of, head.symbol, reading.position(), sha256_hex(made->bytes),
                              made->template_version, made->template_sha256}};
}

/// The acts that issue a paper.
struct Issuing {
  Subject subject;
  std::string_view act;
  Kind kind;
};
constexpr auto kIssuing = std::to_array<Issuing>({
    {Subject::issue, domain::IssueNotice::kAct, Kind::notice},
    {Subject::issue, domain::ReplaceNotice::kAct, Kind::notice},
    {Subject::issue, domain::CorrectNotice::kAct, Kind::correction},
    {Subject::issue, domain::ApproveExtension::kAct, Kind::extension},
    {Subject::issue, domain::ForwardIssue::kAct, Kind::forwarding},
    {Subject::issue, domain::RefuseHandling::kAct, Kind::refusal},
    {Subject::dialogue, domain::AnnounceDialogue::kAct, Kind::invitation},
    {Subject::dialogue, domain::SignMinutes::kAct, Kind::minutes},
    {Subject::dialogue, domain::SignAddendum::kAct, Kind::minutes},
    {Subject::dialogue, domain::PublishConclusion::kAct, Kind::conclusion},
    {Subject::plan, domain::ApprovePlan::kAct, Kind::plan},
    {Subject::plan, domain::AmendPlan::kAct, Kind::plan},
    {Subject::report, domain::SignReport::kAct, Kind::report},
});

domain::StreamId stream_of_act(const Call& call, Subject subject) {
  switch (subject) {
    case Subject::issue:
      return domain::stream_of(domain::IssueId{call.param("id")});
    case Subject::dialogue:
      return domain::stream_of(domain::DialogueId{call.param("id")});
    case Subject::plan:
      return {"plan-" + call.param("year")};
    default:
      return domain::report_stream(call.param("family"), call.param("period"));
  }
}

/// The views once they hold the act that was just done; none where they are late.
std::optional<Reading> reading_after(const Call& call) {
  constexpr std::chrono::milliseconds kWaitMax{500};
  const auto size = call.services.store.size(call.ledger_id());
  if (!size || !call.services.views.wait_for(call.ledger_id(), *size,
                                             std::chrono::steady_clock::now() + kWaitMax)) {
    return std::nullopt;
  }
  auto snapshot = call.services.views.latest(call.ledger_id());
  if (!snapshot) {
    return std::nullopt;
  }
  return Reading{std::move(*snapshot), domain::local_date(call.now), true};
}

std::expected<void, Problem> record_after(const Call& call, const Issuing& issuing,
                                          const std::string& key) {
  const auto reading = reading_after(call);
  if (!reading) {
    return fail(ProblemCode::not_ready);
  }
  auto command = command_of(call, *reading, issuing.kind, stream_of_act(call, issuing.subject));
  if (!command) {
    return fail(std::move(command.error()));
  }
  return act_unasked(call, *std::move(command), Subject::document_register,
                     domain::RecordPaper::kAct, key);
}

}  // namespace

Reply record_paper(Call& call, const Act& act) {
  const auto intake = take_in(call, act);
  if (!intake) {
    return fail(intake.error());
  }
  auto told = read_command(call, act);
  if (!told) {
    return fail(std::move(told.error()));
  }
  if (!intake->answered) {
    const auto views = views_at_head(call, domain::RecordPaper::kAct);
    if (!views) {
      return fail(views.error());
    }
    auto& asked = std::get<domain::RecordPaper>(std::get<domain::RegisterCommand>(told->what));
    auto command = command_of(call, {*views, domain::local_date(call.now), true}, asked.paper.kind,
                              asked.paper.of);
    if (!command) {
      return fail(std::move(command.error()));
    }
    if (command->year != asked.year) {
      return fail(unknown_document(command->paper.symbol));
    }
    asked = *std::move(command);
  }
  return carry_out(call, *intake, std::move(told->what), told->happened,
                   place_of(call, act.subject));
}

void record_issued_paper(const Call& call, const Act& act, const std::string& key) {
  const auto issuing = std::ranges::find_if(kIssuing, [&](const Issuing& each) {
    return each.subject == act.subject && each.act == act.name;
  });
  if (issuing == kIssuing.end()) {
    return;
  }
  const auto done =
      record_after(call, *issuing, call.access->user.value + ":paper:" + sha256_hex(key));
  // A letter without a number is none that was issued.
  if (!done && done.error().code != domain::wire_name(domain::RefusalCode::unknown_document)) {
    log::warning("papers: " + std::string(act.name) + " stands, its paper is not recorded");
  }
}

}  // namespace langnghe::api::resources
