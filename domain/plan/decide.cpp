#include <algorithm>
#include <string>

#include "plan/judge.hpp"

namespace langnghe::domain {
namespace {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 9999;
constexpr int kMostPerQuarter = 12;

int year_of(const DraftPlan& command) {
  return command.plan.year;
}
template <class OfAYear>
int year_of(const OfAYear& command) {
  return command.year;
}

int year_of(const PlanCommand& command) {
  return std::visit([](const auto& what) { return year_of(what); }, command);
}

int register_year(const Context& context) {
  return static_cast<int>(context.happened.date.year());
}

MaybeRefusal check_line(const WardState& ward, const PlanLine& line, int year,
                        const std::string& field) {
  const Khom* khom = ward.find_khom(line.khom);
  if (!khom) {
    return refuse(RefusalCode::unknown_khom, {{"khom", line.khom.value}});
  }
  const Date first_day{std::chrono::year{year}, std::chrono::January, std::chrono::day{1}};
  const Date last_day{std::chrono::year{year}, std::chrono::December, std::chrono::day{31}};
  if (!khom->valid_within(first_day, last_day)) {
    return refuse(RefusalCode::khom_not_valid_then,
                  {{"khom", line.khom.value}, {"date", to_text(first_day)}});
  }
  for (const int owed : line.per_quarter) {
    if (auto refusal = check_between(field, owed, 0, kMostPerQuarter)) {
      return refusal;
    }
  }
  // A khóm that is owed nothing all year does not belong in the plan.
  if (std::ranges::all_of(line.per_quarter, [](int owed) { return owed == 0; })) {
    return value_not_valid(field, "0");
  }
  return std::nullopt;
}

MaybeRefusal check_lines(const WardState& ward, const std::vector<PlanLine>& lines, int year) {
  if (auto refusal = check_distinct(lines, &PlanLine::khom)) {
    return refusal;
  }
  if (lines.empty()) {
    return value_required("lines");
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto field = "lines." + std::to_string(i) + ".per_quarter";
    if (auto refusal = check_line(ward, lines[i], year, field)) {
      return refusal;
    }
  }
  return std::nullopt;
}

/// A draft may be drafted again until it is approved; the other acts need it and its phase.
MaybeRefusal check_plan(const PlanState& plan, const PlanCommand& command) {
  const StreamId stream = plan_stream(year_of(command));
  const bool exists = plan.phase != PlanPhase::absent;
  const bool drafting = std::holds_alternative<DraftPlan>(command);
  if (auto refusal = drafting ? std::nullopt : check_exists(exists, stream)) {
    return refusal;
  }
  return check_phase(Subject::plan, act_of(command), to_text(plan.phase));
}

/// The streams a command reads besides the plan's own.
std::vector<StreamId> others(const DraftPlan&, const Context&) {
  return {ward_stream()};
}
std::vector<StreamId> others(const ApprovePlan&, const Context& context) {
  return {ward_stream(), register_stream(register_year(context))};
}
std::vector<StreamId> others(const PublishPlan&, const Context&) {
  return {};
}
std::vector<StreamId> others(const AmendPlan&, const Context&) {
  return {ward_stream()};
}
std::vector<StreamId> with_dialogues(std::vector<StreamId> streams,
                                     const std::vector<DialogueId>& dialogues) {
  for (const DialogueId& dialogue : dialogues) {
    streams.push_back(stream_of(dialogue));
  }
  return streams;
}

std::vector<StreamId> others(const MarkObligationMissed& command, const Context&) {
  return with_dialogues({ward_stream(), policy_stream()}, command.dialogues);
}
std::vector<StreamId> others(const CreditLateDialogue& command, const Context&) {
  return with_dialogues({ward_stream(), stream_of(command.dialogue)},
                        command.dialogues.value_or(std::vector<DialogueId>{}));
}
std::vector<StreamId> others(const ClosePlan& command, const Context&) {
  return with_dialogues({ward_stream()}, command.dialogues.value_or(std::vector<DialogueId>{}));
}

}  // namespace

Decision judge(const World& world, const DraftPlan& command, const Context&) {
  const PlanDrafted& given = command.plan;
  const StreamId stream = plan_stream(given.year);
  if (auto refusal = first_of({check_between("year", given.year, kFirstYear, kLastYear),
                               check_not_blank("title", given.title)})) {
    return std::unexpected(*refusal);
  }
  if (auto refusal = check_lines(world.ward(), given.lines, given.year)) {
    return std::unexpected(*refusal);
  }
  return std::vector{Emitted{stream, given}};
}

Decision judge(const World& world, const ApprovePlan& command, const Context& context) {
  const Date& date = context.happened.date;
  const auto capacity = signing_capacity(world.ward(), command.signer, command.capacity,
                                         to_text(DocumentType::plan), date);
  if (!capacity) {
    return std::unexpected(capacity.error());
  }
  const auto taken = take_number(world.ward(), world.document_register(register_year(context)),
                                 DocumentType::plan, date, command.number);
  if (!taken) {
    return std::unexpected(taken.error());
  }
  const StreamId stream = plan_stream(command.year);
  return std::vector{
      Emitted{stream, PlanApproved{taken->number, taken->symbol, date, command.signer, *capacity}},
      Emitted{register_stream(register_year(context)),
              NumberTaken{taken->number, DocumentType::plan, taken->symbol, date, stream}}};
}

Decision judge(const World&, const PublishPlan& command, const Context&) {
  if (auto refusal = check_texts("places", command.places)) {
    return std::unexpected(*refusal);
  }
  return std::vector{Emitted{plan_stream(command.year), PlanPublished{command.places}}};
}

Decision judge(const World& world, const AmendPlan& command, const Context& context) {
  const PlanState& plan = world.plan(command.year);
  if (auto refusal = first_of({check_not_blank("reason", command.reason),
                               check_lines(world.ward(), command.lines, command.year)})) {
    return std::unexpected(*refusal);
  }
  const auto capacity =
      signing_capacity_if_signed(world.ward(), command.signer, command.capacity,
                                 to_text(DocumentType::plan), context.happened.date);
  if (!capacity) {
    return std::unexpected(capacity.error());
  }
  const StreamId stream = plan_stream(command.year);
  const PlanAmended amended{plan.version + 1, command.reason, command.lines, command.signer,
                            *capacity};
  std::vector events{Emitted{stream, amended}};
  PlanState after = plan;
  evolve(after, amended);
  // A recorded miss is measured by the plan's lines as they stand, like the coverage itself.
  for (const ObligationMissed& missed : plan.missed) {
    const int owed = owed_to(missed.khom, missed.quarter, after, world.ward());
    if (missed.held >= owed) {
      events.push_back({stream, ObligationMissRetracted{missed.khom, missed.quarter}});
    } else if (owed != missed.owed) {
      events.push_back(
          on_plan(command.year, ObligationMissed{missed.khom, missed.quarter, owed, missed.held}));
    }
  }
  return events;
}

std::vector<StreamId> reads(const PlanCommand& command, const Context& context, const World&) {
  auto streams = std::visit([&](const auto& what) { return others(what, context); }, command);
  streams.push_back(plan_stream(year_of(command)));
  return streams;
}

StreamId subject(const PlanCommand& command) {
  return plan_stream(year_of(command));
}

std::optional<Refusal> guard(const World& world, const PlanCommand& command,
                             const Context& context) {
  const PlanState& plan = world.plan(year_of(command));
  if (auto refusal = check_plan(plan, command)) {
    return refusal;
  }
  if (std::holds_alternative<ClosePlan>(command)) {
    return check_year_over(year_of(command), context.happened.date);
  }
  return std::nullopt;
}

Decision rule(const World& world, const PlanCommand& command, const Context& context) {
  return std::visit([&](const auto& what) { return judge(world, what, context); }, command);
}

}  // namespace langnghe::domain
