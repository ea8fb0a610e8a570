#include "access/record_sight.hpp"

#include <utility>

#include <projections/dialogues.hpp>
#include <projections/issues.hpp>
#include <projections/residents.hpp>

#include "access/reading_rules.hpp"

namespace langnghe::api {
namespace {

using domain::Subject;

/// The read that tells of a stream of this kind.
std::string_view read_of(Subject subject) {
  switch (subject) {
    case Subject::ward:
    case Subject::calendar:
    case Subject::policy:
      return "settings";
    case Subject::plan:
      return "plans/{year}";
    case Subject::dialogue:
      return "dialogues/{id}";
    case Subject::issue:
      return "issues/{id}";
    case Subject::report:
      return "reports/{family}/{period}";
    case Subject::document_register:
      return "register/{year}";
    case Subject::resident:
      return "residents/{id}";
    case Subject::user:
      return "users/{id}";
    case Subject::supervision:
      return "supervision";
  }
  return {};
}

bool may(const Access& access, std::string_view read, std::string_view named = {}) {
  const auto* rule = find_read_rule(read);
  return rule != nullptr && may_read(*rule, access, named);
}

std::optional<domain::KhomId> khom_of(const projections::Snapshot& snapshot, Subject subject,
                                      const std::string& id) {
  if (subject == Subject::issue) {
    const auto row = projections::issues::find_one(snapshot, {id});
    return row ? std::optional(row->state.recorded.khom) : std::nullopt;
  }
  if (subject == Subject::dialogue) {
    const auto row = projections::dialogues::find(snapshot, {id});
    return row ? std::optional(row->schedule.khom) : std::nullopt;
  }
  if (subject == Subject::resident) {
    const auto row = projections::residents::find(snapshot, {id});
    return row ? std::optional(row->state.resident.khom) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Subject> subject_of(std::string_view stream) {
  return domain::from_text<Subject>(stream.substr(0, stream.find('-')));
}

std::string_view object_of(std::string_view stream) {
  const auto dash = stream.find('-');
  return dash == std::string_view::npos ? std::string_view() : stream.substr(dash + 1);
}

std::optional<domain::KhomId> khom_of_stream(const projections::Snapshot& snapshot,
                                             std::string_view stream) {
  const auto subject = subject_of(stream);
  auto khom = subject ? khom_of(snapshot, *subject, std::string(object_of(stream))) : std::nullopt;
  return khom && !khom->value.empty() ? std::move(khom) : std::nullopt;
}

RecordSight::RecordSight(const Access& access, const projections::Snapshot& snapshot)
    : access_(access), snapshot_(snapshot), reads_events_(may(access, "events")) {}

bool RecordSight::sees(std::string_view stream, std::string_view type) {
  if (!may_read_record(access_, type)) {
    return false;
  }
  if (reads_events_) {
    return true;
  }
  const auto known = streams_.find(stream);
  if (known != streams_.end()) {
    return known->second;
  }
  return streams_.emplace(stream, sees_stream(stream)).first->second;
}

bool RecordSight::sees_actor(std::string_view stream) const {
  const auto subject = subject_of(stream);
  // An issue's history names who acted, and with the issue's acts those of its dialogue.
  return reads_events_ || ((subject == Subject::issue || subject == Subject::dialogue) &&
                           may(access_, "issues/{id}/history"));
}

bool RecordSight::sees_stream(std::string_view stream) const {
  const auto subject = subject_of(stream);
  const auto object = object_of(stream);
  if (!subject || !may(access_, read_of(*subject), object)) {
    return false;
  }
  if (*subject != Subject::issue && *subject != Subject::dialogue &&
      *subject != Subject::resident) {
    return true;
  }
  const auto khom = khom_of_stream(snapshot_, stream);
  return khom && access_.sees(*khom);
}

}  // namespace langnghe::api
