#pragma once

#include <variant>

#include <domain/actor.hpp>
#include <domain/alternatives.hpp>
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

/// The events of every kind of stream. In the order of `StreamState`'s alternatives.
using StreamEvents =
    std::variant<WardEvent, CalendarEvent, PolicyEvent, PlanEvent, DialogueEvent, IssueEvent,
                 ReportEvent, RegisterEvent, ResidentEvent, UserEvent, SupervisionEvent>;

/// An event struct, or the variant of a stream's events.
template <class E>
concept EventLike = kIsWithin<E, StreamEvents>;

/// Everything that can have happened in a ward. Builds from any event struct:
/// `Event e = IssueClassified{…};`
///
/// A variant whose making, copying and comparing is compiled once, in event.cpp: some hundred
/// alternatives in every file that names an event were half of its compile time.
class Event : public StreamEvents {
 public:
  template <EventLike E>
  Event(E event);  // NOLINT(google-explicit-constructor): converts as a variant does

  Event();
  Event(const Event& other);
  Event(Event&& other) noexcept;
  Event& operator=(const Event& other);
  Event& operator=(Event&& other) noexcept;
  ~Event();
  friend bool operator==(const Event& left, const Event& right);
};

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
  std::optional<Happened> happened{};  ///< where it is another day than that of the act
  bool operator==(const Emitted&) const = default;
};

}  // namespace langnghe::domain
