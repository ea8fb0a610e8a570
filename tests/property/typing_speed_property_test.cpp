#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <projections/clock.hpp>
#include <projections/report.hpp>

#include "property/stored_story.hpp"

// Lateness follows from what happened: the same acts, typed in any batches and with the clock
// run at any moments, leave the same breaches and the same figures.
namespace langnghe::domain::spec {
namespace {

/// Carries out what is due on that day until nothing is.
void run_clock(Ledger& ledger, const Date& today) {
  for (bool more = true; more;) {
    more = false;
    const StoredStory stored(ledger);
    for (const auto& due : projections::clock::due_acts(*stored.views(), noon(today))) {
      const Context by{Actor{{"system"}, Role::system, {}}, noon(today), due.happened};
      more = ledger.act(due.command, by).has_value() || more;
    }
  }
}

/// Gives a command what the service gives it from its views, when they are up to date.
struct Complete {
  const Story& story;
  const Ledger& ledger;

  template <class... Of>
  void operator()(std::variant<Of...>& family) const {
    std::visit(*this, family);
  }
  void operator()(AdoptCalendar& act) const { act.open_issues = issues(); }
  void operator()(AdoptPolicy& act) const { act.open_issues = issues(); }
  void operator()(CreditLateDialogue& act) const { act.dialogues = dialogues(); }
  void operator()(ClosePlan& act) const { act.dialogues = dialogues(); }
  template <class Act>
  void operator()(Act& /*needs nothing*/) const {}

 private:
  [[nodiscard]] std::vector<IssueId> issues() const {
    std::vector<IssueId> found;
    std::ranges::copy_if(story.issues(), std::back_inserter(found), [&](const IssueId& id) {
      return ledger.issue(id).phase != IssuePhase::absent;
    });
    return found;
  }
  [[nodiscard]] std::vector<DialogueId> dialogues() const {
    std::vector<DialogueId> found;
    std::ranges::copy_if(story.dialogues(), std::back_inserter(found), [&](const DialogueId& id) {
      return ledger.state<DialogueState>(stream_of(id)).phase != DialoguePhase::absent;
    });
    return found;
  }
};

/// The clock's own acts come from the clock; what a khóm was owed is not taken from it afterwards.
bool is_left_out(const Order& order) {
  if (order.context.actor.role == Role::system && order.context.actor.user.value != "u-setup") {
    return true;
  }
  const auto act = act_of(order.command);
  return act == CloseKhom::kAct || act == MergeKhoms::kAct;
}

/// Two offices to which the same things happen.
class Offices {
 public:
  explicit Offices(const Story& story) : story_(story) {}

  /// The one types everything on the last day, before the clock ever runs; the other on the days of
  /// the story, with the clock running after some acts. What only one of them could do is left out.
  void play(const std::set<std::size_t>& clock_after) {
    for (std::size_t i = 0; i < story_.done().size(); ++i) {
      Order order = story_.done()[i];
      if (is_left_out(order)) {
        continue;
      }
      Context late = order.context;
      late.now = noon(add_days(story_.today(), 1));
      std::visit(Complete{story_, fast}, order.command);
      if (slow.decide(order.command, order.context) && fast.decide(order.command, late)) {
        EXPECT_TRUE(slow.act(order.command, order.context).has_value());
        EXPECT_TRUE(fast.act(order.command, late).has_value());
      }
      if (clock_after.contains(i)) {
        run_clock(slow, local_date(order.context.now));
      }
    }
    const Date end = add_days(story_.today(), 500);
    run_clock(slow, end);
    run_clock(fast, end);
  }

  Ledger slow;
  Ledger fast;

 private:
  const Story& story_;
};

std::string told(const std::optional<Date>& date) {
  return date ? to_text(*date) : "-";
}

void add_standing(std::multiset<std::string>& lines, const IssueId& id, const IssueState& issue) {
  for (const auto& breach : issue.breaches) {
    lines.insert(id.value + ' ' + std::string(to_text(breach.clock)) + ' ' + to_text(breach.due) +
                 " on " + to_text(breach.day));
  }
  for (const auto& promise : issue.commitments) {
    lines.insert(id.value + ' ' + promise.id.value + (promise.missed ? " missed " : " ") +
                 told(promise.missed_due) + " on " + told(promise.missed_on));
  }
}

/// Every breach, miss and missed duty that stands, one a line.
std::multiset<std::string> standing(const Story& story, const Ledger& ledger) {
  std::multiset<std::string> lines;
  for (const auto& id : story.issues()) {
    add_standing(lines, id, ledger.issue(id));
  }
  for (const auto& id : story.dialogues()) {
    const auto& dialogue = ledger.state<DialogueState>(stream_of(id));
    lines.insert(id.value + ' ' + std::string(to_text(dialogue.phase)));
  }
  for (const int year : {2020, 2021, 2022, 2023}) {
    for (const auto& missed : ledger.state<PlanState>(plan_stream(year)).missed) {
      lines.insert(std::to_string(year) + ' ' + missed.khom.value + " Q" +
                   std::to_string(missed.quarter) + ' ' + std::to_string(missed.held) + " of " +
                   std::to_string(missed.owed));
    }
  }
  return lines;
}

/// The figures that tell of lateness, without the records behind them.
std::multiset<std::string> figures(const Ledger& ledger, const Period& period) {
  constexpr std::array<std::string_view, 8> kAsked{
      "time.breaches",        "promises.missed",
      "dialogues.missed",     "dialogues.duties_missed",
      "dialogues.duties_met", "time.first_reply_on_time",
      "time.overdue_open",    "time.resolution_on_time_effective"};
  const auto views = StoredStory(ledger).views();
  std::multiset<std::string> lines;
  for (const auto& figure : projections::report::figures_of(*views, period).figures) {
    if (std::ranges::find(kAsked, figure.id) == kAsked.end()) {
      continue;
    }
    lines.insert(figure.id + ' ' + std::to_string(figure.value) + " of " +
                 std::to_string(figure.of.value_or(-1)));
    for (const auto& part : figure.parts) {
      lines.insert(figure.id + ' ' + part.key + ' ' + std::to_string(part.value));
    }
  }
  return lines;
}

std::vector<Period> periods() {
  std::vector<Period> found = periods_of_year(PeriodFamily::calendar, 2021);
  std::ranges::copy(periods_of_year(PeriodFamily::cchc, 2021), std::back_inserter(found));
  return found;
}

/// Some moments of the story at which the clock runs.
std::set<std::size_t> moments_of(const Story& story, rc::Random random) {
  std::set<std::size_t> moments;
  for (auto left = random.next() % 4; left > 0; --left) {
    moments.insert(random.next() % story.done().size());
  }
  return moments;
}

/// The number of records of the ledger that take another one back.
std::size_t taken_back(const Ledger& ledger) {
  return static_cast<std::size_t>(
      std::ranges::count_if(ledger.events(), [](const RecordedEvent& event) {
        const auto* dialogue = std::get_if<DialogueEvent>(&event.event);
        const auto* plan = std::get_if<PlanEvent>(&event.event);
        return as<BreachRetracted>(event) != nullptr ||
               as<CommitmentMissRetracted>(event) != nullptr ||
               (dialogue != nullptr && std::holds_alternative<DialogueMissRetracted>(*dialogue)) ||
               (plan != nullptr && std::holds_alternative<ObligationMissRetracted>(*plan));
      }));
}

// Many clocks run over each story, so there are fewer of them than of other properties.
TEST(Lateness, FollowsFromTheActsAndNotFromWhenTheyWereTyped) {
  const auto steps = any_steps(kLongStory);
  const auto asked = periods();
  std::size_t retracted = 0;
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    const Story story(steps(rc::Random(seed), 100).value());
    SCOPED_TRACE("seed " + std::to_string(seed));
    Offices offices(story);
    offices.play(moments_of(story, rc::Random(seed + 1'000)));
    EXPECT_EQ(standing(story, offices.slow), standing(story, offices.fast));
    const auto& period = asked[seed % asked.size()];
    EXPECT_EQ(figures(offices.slow, period), figures(offices.fast, period));
    retracted += taken_back(offices.slow);
  }
  EXPECT_GT(retracted, 0U) << "the clock was never too early in these stories";
}

}  // namespace
}  // namespace langnghe::domain::spec
