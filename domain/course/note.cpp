#include "course/note.hpp"

#include <algorithm>
#include <chrono>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>

#include "course/part.hpp"
#include "course/steps_dialogue.hpp"
#include "course/steps_issue.hpp"
#include "course/steps_office.hpp"

namespace langnghe::domain::course {
namespace {

struct Noting {
  Course& course;
  const RecordedEvent& recorded;

  template <class E>
  void operator()(const E& event) const {
    static_assert(!kLeaves<E>.act.empty(), "the event has no row in steps_*.hpp");
    for (const Region region : kLeaves<E>.regions) {
      if (is_for_absorbed(event) && region != Region::delivery) {
        continue;
      }
      leave(region, part_of(region, event), kLeaves<E>.act);
    }
  }
  // The act that made it was the receipt, whenever it was typed; a part of a split one is there
  // from the day of the split.
  void operator()(const IssueRecorded& event) const {
    const Happened when =
        event.split_from ? recorded.happened : Happened{event.received, std::nullopt};
    course.note({Region::beginning, {}, kLeaves<IssueRecorded>.act, when});
  }
  // An issue that was taken over as ended had ended before.
  void operator()(const IssueClosed& event) const {
    const Happened when =
        event.ended_on ? Happened{*event.ended_on, std::nullopt} : recorded.happened;
    course.note({Region::handling, {}, kLeaves<IssueClosed>.act, when});
  }
  // Typed during the meeting, it says itself when that began.
  void operator()(const DialogueOpened& event) const {
    Happened when = recorded.happened;
    if (when.time_of_day) {
      when.time_of_day = std::min<std::chrono::seconds>(*when.time_of_day, event.start);
    }
    course.note({Region::meeting, {}, kLeaves<DialogueOpened>.act, when});
  }
  void operator()(const InformationRequested&) const {
    course.note_first(
        {Region::information, {}, kLeaves<InformationRequested>.act, recorded.happened});
  }
  // A pause that ran to its end was ended by nobody: an act of a day within it may be typed after.
  void operator()(const ClockResumed&) const {
    if (recorded.role != Role::system) {
      leave(Region::clock, {}, kLeaves<ClockResumed>.act);
    }
  }
  void operator()(const KhomsMerged& event) const {
    leave(Region::khom, event.into.value, kLeaves<KhomsMerged>.act);
    for (const KhomId& khom : event.from) {
      leave(Region::khom, khom.value, kLeaves<KhomsMerged>.act);
    }
  }
  void operator()(const IssuesMerged& event) const { meet(event); }
  void operator()(const IssueUnmerged& event) const { meet(event); }

 private:
  void leave(Region region, std::string part, std::string_view act) const {
    course.note({region, std::move(part), act, recorded.happened});
  }
  /// The absorbed issue is handled no more, or again; the survivor's answer goes its own way.
  template <class E>
  void meet(const E& event) const {
    leave(Region::clock, {}, kLeaves<E>.act);
    leave(Region::merger, {}, kLeaves<E>.act);
    if (stream_of(event.absorbed) == recorded.stream) {
      leave(Region::handling, {}, kLeaves<E>.act);
    }
  }
};

}  // namespace

void note(Course& course, const RecordedEvent& event) {
  std::visit([&](const auto& what) { std::visit(Noting{course, event}, what); },
             static_cast<const StreamEvents&>(event.event));
}

}  // namespace langnghe::domain::course
