#include "phases.hpp"

#include "issue_fixture.hpp"
#include "office_fixture.hpp"

namespace langnghe::domain::spec {
namespace {

template <class Phase>
std::vector<std::string_view> names() {
  std::vector<std::string_view> all;
  for (const auto& [value, name] : EnumText<Phase>::kNames) {
    all.push_back(name);
  }
  return all;
}

template <class State>
std::string_view phase_in(const Scene& scene, const StreamId& stream) {
  return to_text(std::get<State>(scene.fold(stream)).phase);
}

}  // namespace

std::vector<std::string_view> phases_of(Subject subject) {
  switch (subject) {
    case Subject::plan:
      return names<PlanPhase>();
    case Subject::dialogue:
      return names<DialoguePhase>();
    case Subject::issue:
      return names<IssuePhase>();
    case Subject::report:
      return names<ReportPhase>();
    case Subject::resident:
      return names<ResidentPhase>();
    default:
      return {};
  }
}

Given in_phase(Subject subject, std::string_view phase) {
  switch (subject) {
    case Subject::plan:
      return given(plan_at(from_text<PlanPhase>(phase).value()));
    case Subject::dialogue:
      return given(meeting_at(from_text<DialoguePhase>(phase).value()));
    case Subject::issue:
      return at(from_text<IssuePhase>(phase).value());
    case Subject::report:
      return given(report_at(from_text<ReportPhase>(phase).value()));
    case Subject::resident:
      return given(person_at(from_text<ResidentPhase>(phase).value()));
    default:
      return given();
  }
}

StreamId stream_with_phase(Subject subject) {
  switch (subject) {
    case Subject::plan:
      return kYearsPlan;
    case Subject::dialogue:
      return kMeetingStream;
    case Subject::issue:
      return kIssueStream;
    case Subject::report:
      return kQuarterReportStream;
    case Subject::resident:
      return stream_of(kSpeaker);
    default:
      return {};
  }
}

std::string_view phase_of(const Given& given, Subject subject) {
  const StreamId stream = stream_with_phase(subject);
  switch (subject) {
    case Subject::plan:
      return phase_in<PlanState>(given.scene(), stream);
    case Subject::dialogue:
      return phase_in<DialogueState>(given.scene(), stream);
    case Subject::issue:
      return phase_in<IssueState>(given.scene(), stream);
    case Subject::report:
      return phase_in<ReportState>(given.scene(), stream);
    case Subject::resident:
      return phase_in<ResidentState>(given.scene(), stream);
    default:
      return {};
  }
}

}  // namespace langnghe::domain::spec
