#include <utility>

#include <domain/report.hpp>

namespace langnghe::domain {
namespace {

// Figures of the whole period take the place of an estimate: what was made of that stays beside
// them, and the report is written and signed anew.
void fold(ReportState& state, const FiguresFrozen& event) {
  if (state.frozen) {
    auto estimates = std::move(state.estimates);
    auto course = std::move(state.act_course);  // acts still follow those on the estimate
    estimates.push_back({*state.frozen, std::move(state.narrative), std::move(state.signature),
                         std::move(state.submission), std::move(state.acknowledgement),
                         std::move(state.returned), std::move(state.supplements)});
    state = ReportState{};
    state.estimates = std::move(estimates);
    state.act_course = std::move(course);
  }
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
