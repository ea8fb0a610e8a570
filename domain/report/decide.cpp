#include <algorithm>

#include "rules.hpp"
#include "value_checks.hpp"

namespace langnghe::domain {
namespace {

constexpr std::size_t kSha256HexLength = 64;

const ReportKey& key_of(const ReportCommand& command) {
  return std::visit([](const auto& what) -> const ReportKey& { return what.report; }, command);
}

StreamId stream_of(const ReportKey& key) {
  return report_stream(to_text(key.family), key.period);
}

Decision on_report(const ReportKey& key, ReportEvent event) {
  return std::vector{Emitted{stream_of(key), std::move(event)}};
}

bool is_sha256(std::string_view text) {
  return text.size() == kSha256HexLength && std::ranges::all_of(text, [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

MaybeRefusal check_figures(const FreezeFigures& command) {
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
                                                 command.figures_hash, !over});
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
  if (auto refusal = check_official(world.ward(), command.signer, date)) {
    return std::unexpected(*refusal);
  }
  const auto taken = take_number(world.ward(), world.document_register(year), DocumentType::report,
                                 date, command.number);
  if (!taken) {
    return std::unexpected(taken.error());
  }
  const StreamId stream = stream_of(command.report);
  return std::vector{Emitted{stream, ReportSigned{taken->number, taken->symbol, date,
                                                  command.signer, command.capacity}},
                     Emitted{register_stream(year), NumberTaken{taken->number, DocumentType::report,
                                                                taken->symbol, date, stream}}};
}

Decision judge(const World& world, const SubmitReport& command, const Context& context) {
  const Date& signed_on = world.report(command.report).signature->date;
  if (auto refusal = first_of({check_not_blank("channel", command.channel),
                               check_order(signed_on, context.happened.date)})) {
    return std::unexpected(*refusal);
  }
  const ReportRouteAdopted* route = world.ward().route_on(signed_on);
  if (!route) {
    return std::unexpected(refuse(RefusalCode::no_report_route, {{"date", to_text(signed_on)}}));
  }
  return on_report(command.report,
                   ReportSubmitted{route->addressee, route->through, command.channel});
}

Decision judge(const World&, const AcknowledgeReport& command, const Context&) {
  if (auto refusal = check_not_blank("receipt", command.receipt)) {
    return std::unexpected(*refusal);
  }
  return on_report(command.report, ReportAcknowledged{command.receipt});
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

Decision rule(const World& world, const ReportCommand& command, const Context& context) {
  if (auto refusal = check_report(world.report(key_of(command)), command)) {
    return std::unexpected(*refusal);
  }
  return std::visit([&](const auto& what) { return judge(world, what, context); }, command);
}

}  // namespace langnghe::domain
