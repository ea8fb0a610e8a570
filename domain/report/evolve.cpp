#include <domain/report.hpp>

namespace langnghe::domain {
namespace {

void fold(ReportState& state, const FiguresFrozen& event) {
  state.phase = ReportPhase::frozen;
  state.frozen = event;
}

void fold(ReportState& state, const ReportDrafted& event) {
  state.phase = ReportPhase::drafted;
  state.narrative = event.narrative;
}

void fold(ReportState& state, const ReportSigned& event) {
  state.phase = ReportPhase::signed_;
  state.signature = event;
}

void fold(ReportState& state, const ReportSubmitted& event) {
  state.phase = ReportPhase::submitted;
  state.submission = event;
}

void fold(ReportState& state, const ReportAcknowledged& event) {
  state.phase = ReportPhase::acknowledged;
  state.acknowledgement = event;
}

void fold(ReportState& state, const ReportSentBack&) {
  state.phase = ReportPhase::sent_back;
}

void fold(ReportState& state, const ReportReturned& event) {
  state.phase = ReportPhase::returned;
  state.returned = event;
}

// Told beside the report: its phase is what it was.
void fold(ReportState& state, const ReportSupplemented& event) {
  state.supplements.push_back(event);
}

}  // namespace

void evolve(ReportState& state, const ReportEvent& event) {
  std::visit([&](const auto& what) { fold(state, what); }, event);
}

}  // namespace langnghe::domain
