#include <cstdint>
#include <set>

#include "rules.hpp"
#include "value_checks.hpp"

namespace langnghe::domain {
namespace {

const ReportKey& key_of(const ReportCommand& command) {
  return std::visit([](const auto& what) -> const ReportKey& { return what.report; }, command);
}

StreamId stream_of(const ReportKey& key) {
  return report_stream(to_text(key.family), key.period);
}

Decision on_report(const ReportKey& key, ReportEvent event) {
  return std::vector{Emitted{stream_of(key), std::move(event)}};
}

/// Of frozen figures and of those a supplement tells.
template <class Figures>
MaybeRefusal check_figures(const Figures& command) {
  // An empty ledger has no ward, hence no figures.
  if (command.ledger_size == 0) {
    return value_not_valid("ledger_size", "0");
  }
  if (command.definition_version < 1) {
    return value_not_valid("definition_version", std::to_string(command.definition_version));
  }
  if (!is_sha256(command.figures_hash)) {
    return value_not_valid("figures_hash", command.figures_hash);
  }
  return std::nullopt;
}

/// An estimate takes the place of nothing; the figures of the whole period take an estimate's.
MaybeRefusal check_can_freeze(const ReportState& report, const ReportKey& key, const Date& on) {
  const auto period = find_period(key.family, key.period);
  if (report.frozen && on <= period->to) {
    return refuse(RefusalCode::period_not_over, {{"to", to_text(period->to)}});
  }
  return std::nullopt;
}

Decision judge(const World&, const FreezeFigures& command, const Context& context) {
  if (auto refusal = check_figures(command)) {
    return std::unexpected(*refusal);
  }
  const Period period = *find_period(command.report.family, command.report.period);
  const bool over = context.happened.date > period.to;
  if (!over && !command.estimate) {
    return std::unexpected(refuse(RefusalCode::period_not_over, {{"to", to_text(period.to)}}));
  }
  // Asked for as an estimate after the end it is none: the figures are whole.
  return on_report(command.report, FiguresFrozen{command.ledger_size, command.definition_version,
                                                 command.figures_hash, !over,
                                                 over ? std::nullopt : command.measured_on});
}

Decision judge(const World&, const DraftReport& command, const Context&) {
  if (auto refusal = check_not_blank("narrative", command.narrative)) {
    return std::unexpected(*refusal);
  }
  return on_report(command.report, ReportDrafted{command.narrative});
}

Decision judge(const World& world, const SignReport& command, const Context& context) {
  const Date& date = context.happened.date;
  const int year = static_cast<int>(date.year());
  const auto capacity = signing_capacity(world.ward(), command.signer, command.capacity,
                                         to_text(DocumentType::report), date);
  if (!capacity) {
    return std::unexpected(capacity.error());
  }
  const auto taken = take_number(world.ward(), world.document_register(year), DocumentType::report,
                                 date, command.number);
  if (!taken) {
    return std::unexpected(taken.error());
  }
  const StreamId stream = stream_of(command.report);
  return std::vector{
      Emitted{stream, ReportSigned{taken->number, taken->symbol, date, command.signer, *capacity}},
      Emitted{register_stream(year),
              NumberTaken{taken->number, DocumentType::report, taken->symbol, date, stream}}};
}

Decision judge(const World& world, const SubmitReport& command, const Context&) {
  const Date& signed_on = world.report(command.report).signature->date;
  if (auto refusal = check_not_blank("channel", command.channel)) {
    return std::unexpected(*refusal);
  }
  const ReportRouteAdopted* route = world.ward().route_on(signed_on);
  return on_report(command.report,
                   ReportSubmitted{route->addressee, route->through, command.channel});
}

Decision judge(const World&, const AcknowledgeReport& command, const Context&) {
  if (auto refusal = check_not_blank("receipt", command.receipt)) {
    return std::unexpected(*refusal);
  }
  return on_report(command.report, ReportAcknowledged{command.receipt});
}

Decision judge(const World&, const SendBackReport& command, const Context&) {
  if (auto refusal = check_not_blank("comments", command.comments)) {
    return std::unexpected(*refusal);
  }
  return on_report(command.report, ReportSentBack{command.comments});
}

Decision judge(const World&, const ReturnReport& command, const Context&) {
  if (auto refusal = check_not_blank("reason", command.reason)) {
    return std::unexpected(*refusal);
  }
  return on_report(command.report, ReportReturned{command.reason});
}

MaybeRefusal check_differences(const std::vector<FigureDifference>& differences) {
  // A report whose figures still stand needs no supplement.
  if (differences.empty()) {
    return refuse(RefusalCode::figures_unchanged);
  }
  std::set<std::string_view> seen;
  for (const FigureDifference& difference : differences) {
    if (auto refusal = check_not_blank("differences.figure", difference.figure)) {
      return refusal;
    }
    if (difference.before == difference.after || !seen.insert(difference.figure).second) {
      return value_not_valid("differences", difference.figure);
    }
  }
  return std::nullopt;
}

/// Records that came after the figures before this supplement, in their order, each once.
MaybeRefusal check_positions(const SupplementReport& command, std::uint64_t earlier) {
  std::uint64_t lowest = earlier;
  for (const std::uint64_t position : command.positions) {
    if (position < lowest || position >= command.ledger_size) {
      return value_not_valid("positions", std::to_string(position));
    }
    lowest = position + 1;
  }
  return std::nullopt;
}

Decision judge(const World& world, const SupplementReport& command, const Context&) {
  const ReportState& report = world.report(command.report);
  const std::uint64_t earlier = report.supplements.empty() ? report.frozen->ledger_size
                                                           : report.supplements.back().ledger_size;
  if (command.ledger_size <= earlier) {
    return std::unexpected(refuse(RefusalCode::figures_unchanged));
  }
  if (auto refusal = first_of({check_figures(command), check_differences(command.differences),
                               check_positions(command, earlier),
                               check_not_blank("reason", command.reason)})) {
    return std::unexpected(*refusal);
  }
  const int ordinal = static_cast<int>(report.supplements.size()) + 1;
  return on_report(command.report,
                   ReportSupplemented{ordinal, command.ledger_size, command.definition_version,
                                      command.figures_hash, command.differences, command.positions,
                                      command.reason, command.measured_on});
}

/// Sent to whom the route of the day of the signature names.
MaybeRefusal check_can_submit(const WardState& ward, const ReportState& report) {
  const Date& signed_on = report.signature->date;
  if (!ward.route_on(signed_on)) {
    return refuse(RefusalCode::no_report_route, {{"date", to_text(signed_on)}});
  }
  return std::nullopt;
}

MaybeRefusal check_report(const ReportState& report, const ReportCommand& command) {
  const ReportKey& key = key_of(command);
  if (!find_period(key.family, key.period)) {
    return value_not_valid("period", key.period);
  }
  const bool freezing = std::holds_alternative<FreezeFigures>(command);
  if (!freezing && !report.frozen) {
    return refuse(RefusalCode::figures_not_frozen);
  }
  // A report made of an estimate does not keep the figures of the whole period from being frozen.
  if (freezing && report.frozen && report.frozen->estimate) {
    return std::nullopt;
  }
  return check_phase(Subject::report, act_of(command), to_text(report.phase));
}

}  // namespace

std::vector<StreamId> reads(const ReportCommand& command, const Context& context, const World&) {
  const StreamId report = stream_of(key_of(command));
  if (std::holds_alternative<SignReport>(command)) {
    const int year = static_cast<int>(context.happened.date.year());
    return {report, ward_stream(), register_stream(year)};
  }
  if (std::holds_alternative<SubmitReport>(command)) {
    return {report, ward_stream()};
  }
  return {report};
}

StreamId subject(const ReportCommand& command) {
  return stream_of(key_of(command));
}

std::optional<Refusal> guard(const World& world, const ReportCommand& command,
                             const Context& context) {
  const ReportState& report = world.report(key_of(command));
  if (auto refusal = check_report(report, command)) {
    return refusal;
  }
  if (std::holds_alternative<FreezeFigures>(command)) {
    return check_can_freeze(report, key_of(command), context.happened.date);
  }
  if (std::holds_alternative<SubmitReport>(command)) {
    return check_can_submit(world.ward(), report);
  }
  return std::nullopt;
}

Decision rule(const World& world, const ReportCommand& command, const Context& context) {
  return std::visit([&](const auto& what) { return judge(world, what, context); }, command);
}

}  // namespace langnghe::domain
