#pragma once

#include <variant>

#include <domain/actor.hpp>
#include <domain/dialogue.hpp>
#include <domain/document_register.hpp>
#include <domain/ids.hpp>
#include <domain/issue_events.hpp>
#include <domain/plan.hpp>
#include <domain/report.hpp>
#include <domain/resident.hpp>
#include <domain/settings.hpp>
#include <domain/supervision.hpp>
#include <domain/time.hpp>
#include <domain/user.hpp>
#include <domain/ward.hpp>

namespace langnghe::domain {

/// Everything that can have happened in a ward. Builds from any event struct:
/// `Event e = IssueClassified{…};`
using Event =
    std::variant<WardEvent, CalendarEvent, PolicyEvent, PlanEvent, DialogueEvent, IssueEvent,
                 ReportEvent, RegisterEvent, ResidentEvent, UserEvent, SupervisionEvent>;

/// An event with the part of its envelope that the rules need.
struct RecordedEvent {
  StreamId stream;
  Event event;
  UserId by;
  Role role{};
  Happened happened;
  Instant recorded{};
};

/// An event a decision asks to be appended.
struct Emitted {
  StreamId stream;
  Event event;
  bool operator==(const Emitted&) const = default;
};

}  // namespace langnghe::domain
