#include "issue/marks.hpp"

#include <algorithm>
#include <utility>

#include <domain/recompute.hpp>

namespace langnghe::domain {
namespace {

bool is_among(const std::vector<Lateness>& found, const Date& due) {
  return std::ranges::find(found, due, &Lateness::due) != found.end();
}

/// One issue before an act and after it.
class Shown {
 public:
  Shown(const StreamId& stream, const IssueState& before, const Context& context,
        std::vector<Emitted>& events)
      : stream_(stream), before_(before), after_(before), context_(context), events_(events) {
    fold_into(after_);
    find_earlier_reply();
  }

  void add_marks() {
    add_breaches(ClockKind::first_reply);
    add_breaches(ClockKind::resolution);
    for (const Commitment& commitment : after_.commitments) {
      add_miss(commitment);
    }
  }

 private:
  void fold_into(IssueState& state) const {
    for (const Emitted& emitted : events_) {
      const auto* event = std::get_if<IssueEvent>(&emitted.event);
      if (event != nullptr && emitted.stream == stream_) {
        const Happened& happened = emitted.happened ? *emitted.happened : context_.happened;
        evolve(state, *event, context_.actor.user, happened.date);
      }
    }
  }

  /// The first reply was known on the day of the next one, unless that day was earlier.
  void find_earlier_reply() {
    const auto is_of_first_reply = [](const Breach& breach) {
      return breach.clock == ClockKind::first_reply;
    };
    if (!before_.first_reply_on || std::ranges::none_of(before_.breaches, is_of_first_reply)) {
      return;
    }
    IssueState untold = before_;
    untold.first_reply_on.reset();
    fold_into(untold);
    if (untold.first_reply_on && *untold.first_reply_on < *before_.first_reply_on) {
      replied_on_ = untold.first_reply_on;
      after_.first_reply_course.set_running(*replied_on_, false);
    }
  }

  void add_breaches(ClockKind clock) {
    if (before_.course(clock) == after_.course(clock)) {
      return;
    }
    const auto before = latenesses(before_.course(clock));
    const auto after = latenesses(after_.course(clock));
    for (const Breach& breach : after_.breaches) {
      if (breach.clock == clock && is_among(before, breach.due) && !is_among(after, breach.due)) {
        const bool by_reply = clock == ClockKind::first_reply;
        emit(BreachRetracted{clock, breach.due, by_reply ? replied_on_ : std::nullopt});
      }
    }
    for (const Lateness& late : after) {
      if (is_new(late, before) && after_.find_breach(clock, late.due) == nullptr) {
        events_.push_back(
            marked_on(late.day, context_, {stream_, DeadlineBreached{clock, late.due}}));
      }
    }
  }

  // A promise is missed once, whatever its day is moved to afterwards.
  void add_miss(const Commitment& commitment) {
    const Commitment* known = before_.find_commitment(commitment.id);
    if (known == nullptr || known->course == commitment.course) {
      return;
    }
    const auto before = latenesses(known->course);
    const auto after = latenesses(commitment.course);
    bool missed = commitment.missed;
    if (missed && is_among(before, *commitment.missed_due) &&
        !is_among(after, *commitment.missed_due)) {
      emit(CommitmentMissRetracted{commitment.id, *commitment.missed_due});
      missed = false;
    }
    for (const Lateness& late : after) {
      if (!missed && late.over && (is_new(late, before) || commitment.missed)) {
        events_.push_back(
            marked_on(late.day, context_, {stream_, CommitmentMissed{commitment.id, late.due}}));
        missed = true;
      }
    }
  }

  /// Only by this act it is known that nothing in time can come any more.
  static bool is_new(const Lateness& late, const std::vector<Lateness>& before) {
    const auto known = std::ranges::find(before, late.due, &Lateness::due);
    return late.over && (known == before.end() || !known->over);
  }

  void emit(IssueEvent event) { events_.push_back({stream_, std::move(event)}); }

  const StreamId stream_;
  const IssueState& before_;
  IssueState after_;
  const Context& context_;
  std::vector<Emitted>& events_;
  std::optional<Date> replied_on_;
};

}  // namespace

namespace {

std::vector<StreamId> issues_among(const std::vector<Emitted>& events) {
  std::vector<StreamId> streams;
  for (const Emitted& emitted : events) {
    if (std::holds_alternative<IssueEvent>(emitted.event) &&
        std::ranges::find(streams, emitted.stream) == streams.end()) {
      streams.push_back(emitted.stream);
    }
  }
  return streams;
}

IssueState after_all(const IssueState& before, const StreamId& stream, const Context& context,
                     const std::vector<Emitted>& events) {
  IssueState after = before;
  for (const Emitted& emitted : events) {
    const auto* event = std::get_if<IssueEvent>(&emitted.event);
    if (event != nullptr && emitted.stream == stream) {
      evolve(after, *event, context.actor.user, context.happened.date);
    }
  }
  return after;
}

}  // namespace

void add_recomputations(const World& world, const Context& context, std::vector<Emitted>& events) {
  if (!world.policy().exists() || !world.calendar().exists()) {
    return;
  }
  for (const StreamId& stream : issues_among(events)) {
    const IssueState& before = world.issue_in(stream);
    const IssueState after = after_all(before, stream, context, events);
    const bool runs_again =
        (after.first_reply_course.is_running() && !before.first_reply_course.is_running()) ||
        (after.resolution_course.is_running() && !before.resolution_course.is_running());
    if (!runs_again) {
      continue;
    }
    if (auto moved = recompute_deadlines(after, world.policy(), world.calendar().current())) {
      events.push_back({stream, *std::move(moved)});
    }
  }
}

void add_marks(const World& world, const Context& context, std::vector<Emitted>& events) {
  for (const StreamId& stream : issues_among(events)) {
    const IssueState& before = world.issue_in(stream);
    if (before.phase != IssuePhase::absent) {
      Shown(stream, before, context, events).add_marks();
    }
  }
}

bool is_entry_over(const World& world, const Date& day, Instant now) {
  const Date today = local_date(now);
  const PolicyState& policies = world.policy();
  const int days = policies.exists() ? policies.valid_on(today).late_entry_days : 0;
  return today >= add_days(day, days);
}

Emitted marked_on(const Date& day, const Context& context, Emitted mark) {
  if (day != context.happened.date) {
    mark.happened = Happened{day, std::nullopt};
  }
  return mark;
}

}  // namespace langnghe::domain
