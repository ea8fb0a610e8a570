#include <algorithm>
#include <limits>

#include "rules.hpp"
#include "value_checks.hpp"

namespace langnghe::domain {
namespace {

constexpr int kFirstYear = 1900;

int year_of(const RegisterCommand& command) {
  return std::visit([](const auto& act) { return act.year; }, command);
}

/// The day whose numbering governs a number of that year that is voided now.
Date governing_day(int year, const Date& on) {
  return std::min(on, Date{std::chrono::year{year}, std::chrono::December, std::chrono::day{31}});
}

Refusal not_next(int number, int next) {
  return refuse(RefusalCode::number_not_next,
                {{"number", std::to_string(number)}, {"next", std::to_string(next)}});
}

Decision judge(const World& world, const VoidNumber& command, const Context& context) {
  const Date& on = context.happened.date;
  if (auto refusal =
          first_of({check_between("year", command.year, kFirstYear, static_cast<int>(on.year())),
                    check_not_blank("reason", command.reason)})) {
    return std::unexpected(*refusal);
  }
  const NumberingMode mode = world.ward().numbering_on(governing_day(command.year, on));
  const RegisterState& numbers = world.document_register(command.year);
  const int next = numbers.next_free(mode, command.type);
  const int number = command.number.value_or(next);
  if (auto refusal = check_between("number", number, 1, std::numeric_limits<int>::max())) {
    return std::unexpected(*refusal);
  }
  if (numbers.is_taken(mode, command.type, number)) {
    return std::unexpected(
        refuse(RefusalCode::number_in_use, {{"number", std::to_string(number)}}));
  }
  if (number != next) {
    return std::unexpected(not_next(number, next));
  }
  return std::vector{
      Emitted{register_stream(command.year),
              NumberVoided{number, command.type,
                           document_symbol(number, command.type, world.ward().ward.issuer_symbol),
                           command.reason}}};
}

// The chair answers for a gap or a day out of order, before a document bears it. Numbers below the
// next one are never filled.
Decision judge(const World& world, const AllowNumber& command, const Context& context) {
  const Date& on = context.happened.date;
  if (auto refusal =
          first_of({check_exists(world.ward().exists, ward_stream()),
                    check_between("year", command.year, kFirstYear, static_cast<int>(on.year())),
                    check_between("number", command.number, 1, std::numeric_limits<int>::max()),
                    check_date("date", command.date), check_not_blank("reason", command.reason)})) {
    return std::unexpected(*refusal);
  }
  if (static_cast<int>(command.date.year()) != command.year || command.date > on) {
    return std::unexpected(value_not_valid("date", to_text(command.date)));
  }
  const NumberingMode mode = world.ward().numbering_on(command.date);
  const RegisterState& numbers = world.document_register(command.year);
  const int next = numbers.next_free(mode, command.type);
  if (command.number < next) {
    return std::unexpected(not_next(command.number, next));
  }
  return std::vector{
      Emitted{register_stream(command.year),
              NumberAllowed{command.number, command.type, command.date, command.reason}}};
}

}  // namespace

std::vector<StreamId> reads(const RegisterCommand& command, const Context&, const World&) {
  return {register_stream(year_of(command)), ward_stream()};
}

StreamId subject(const RegisterCommand& command) {
  return register_stream(year_of(command));
}

std::optional<Refusal> guard(const World& world, const RegisterCommand&, const Context&) {
  return check_exists(world.ward().exists, ward_stream());
}

Decision rule(const World& world, const RegisterCommand& command, const Context& context) {
  return std::visit([&](const auto& what) { return judge(world, what, context); }, command);
}

}  // namespace langnghe::domain
