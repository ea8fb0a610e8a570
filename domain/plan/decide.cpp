#include <algorithm>

#include "rules.hpp"
#include "value_checks.hpp"

namespace langnghe::domain {
namespace {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 9999;
constexpr int kMostPerQuarter = 12;

int year_of(const DraftPlan& command) {
  return command.plan.year;
}
int year_of(const ApprovePlan& command) {
  return command.year;
}
int year_of(const PublishPlan& command) {
  return command.year;
}

int year_of(const PlanCommand& command) {
  return std::visit([](const auto& what) { return year_of(what); }, command);
}

int register_year(const Context& context) {
  return static_cast<int>(context.happened.date.year());
}

MaybeRefusal check_line(const WardState& ward, const PlanLine& line, int year) {
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
    if (auto refusal = check_between("per_quarter", owed, 0, kMostPerQuarter)) {
      return refusal;
    }
  }
  // A khóm that is owed nothing all year does not belong in the plan.
  if (std::ranges::all_of(line.per_quarter, [](int owed) { return owed == 0; })) {
    return value_not_valid("per_quarter", "0");
  }
  return std::nullopt;
}

Decision judge(const World& world, const DraftPlan& command, const Context&) {
  const PlanDrafted& given = command.plan;
  const StreamId stream = plan_stream(given.year);
  if (auto refusal = first_of({check_between("year", given.year, kFirstYear, kLastYear),
                               check_not_blank("title", given.title),
                               check_distinct(given.lines, &PlanLine::khom)})) {
    return std::unexpected(*refusal);
  }
  if (given.lines.empty()) {
    return std::unexpected(value_required("lines"));
  }
  for (const PlanLine& line : given.lines) {
    if (auto refusal = check_line(world.ward(), line, given.year)) {
      return std::unexpected(*refusal);
    }
  }
  return std::vector{Emitted{stream, given}};
}

Decision judge(const World& world, const ApprovePlan& command, const Context& context) {
  const Date& date = context.happened.date;
  if (auto refusal = check_official(world.ward(), command.signer, date)) {
    return std::unexpected(*refusal);
  }
  const auto taken = take_number(world.ward(), world.document_register(register_year(context)),
                                 DocumentType::plan, date, command.number);
  if (!taken) {
    return std::unexpected(taken.error());
  }
  const StreamId stream = plan_stream(command.year);
  return std::vector{
      Emitted{stream, PlanApproved{taken->number, taken->symbol, date, command.signer}},
      Emitted{register_stream(register_year(context)),
              NumberTaken{taken->number, DocumentType::plan, taken->symbol, date, stream}}};
}

Decision judge(const World&, const PublishPlan& command, const Context&) {
  if (auto refusal = check_texts("places", command.places)) {
    return std::unexpected(*refusal);
  }
  return std::vector{Emitted{plan_stream(command.year), PlanPublished{command.places}}};
}

/// One draft a year; the other acts need it and its phase.
MaybeRefusal check_plan(const PlanState& plan, const PlanCommand& command) {
  const StreamId stream = plan_stream(year_of(command));
  const bool exists = plan.phase != PlanPhase::absent;
  if (std::holds_alternative<DraftPlan>(command)) {
    return check_absent(exists, stream);
  }
  if (auto refusal = check_exists(exists, stream)) {
    return refusal;
  }
  return check_phase(Subject::plan, act_of(command), to_text(plan.phase));
}

}  // namespace

std::vector<StreamId> reads(const PlanCommand& command, const Context& context, const World&) {
  const StreamId plan = plan_stream(year_of(command));
  if (std::holds_alternative<PublishPlan>(command)) {
    return {plan};
  }
  if (std::holds_alternative<DraftPlan>(command)) {
    return {plan, ward_stream()};
  }
  return {plan, ward_stream(), register_stream(register_year(context))};
}

StreamId subject(const PlanCommand& command) {
  return plan_stream(year_of(command));
}

Decision rule(const World& world, const PlanCommand& command, const Context& context) {
  if (auto refusal = check_plan(world.plan(year_of(command)), command)) {
    return std::unexpected(*refusal);
  }
  return std::visit([&](const auto& what) { return judge(world, what, context); }, command);
}

}  // namespace langnghe::domain
