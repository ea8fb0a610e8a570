#include <algorithm>

#include <domain/clock_course.hpp>

namespace langnghe::domain {
namespace {

template <class Step, class Value>
void set_from(std::vector<Step>& steps, const Date& since, Value Step::* value, const Value& now) {
  std::erase_if(steps, [&](const Step& step) { return step.since >= since; });
  if (steps.empty() || steps.back().*value != now) {
    Step step;
    step.since = since;
    step.*value = now;
    steps.push_back(step);
  }
}

/// The last step that had begun by that day.
template <class Step>
const Step* step_on(const std::vector<Step>& steps, const Date& day) {
  const Step* found = nullptr;
  for (const Step& step : steps) {
    found = step.since <= day ? &step : found;
  }
  return found;
}

std::vector<Date> days_of_change(const ClockCourse& course) {
  std::vector<Date> days;
  for (const auto& step : course.dues) {
    days.push_back(step.since);
  }
  for (const auto& step : course.runs) {
    days.push_back(step.since);
  }
  std::ranges::sort(days);
  days.erase(std::ranges::unique(days).begin(), days.end());
  return days;
}

void add(std::vector<Lateness>& found, const Lateness& late) {
  const auto known = std::ranges::find(found, late.due, &Lateness::due);
  if (known == found.end()) {
    found.push_back(late);
  } else {
    known->over = known->over || late.over;
  }
}

}  // namespace

void ClockCourse::set_due(const Date& since, const Date& due) {
  set_from(dues, since, &DueFrom::due, due);
}

void ClockCourse::set_running(const Date& since, bool running) {
  set_from(runs, since, &RunsFrom::runs, running);
}

// Late is a day at whose end the due day is reached and nothing has stopped the clock.
std::vector<Lateness> latenesses(const ClockCourse& course) {
  std::vector<Lateness> found;
  const auto days = days_of_change(course);
  for (std::size_t i = 0; i < days.size(); ++i) {
    const auto* due = step_on(course.dues, days[i]);
    const auto* run = step_on(course.runs, days[i]);
    if (due == nullptr || run == nullptr || !run->runs) {
      continue;
    }
    const bool ends = i + 1 < days.size();
    if (!ends || std::max(due->due, days[i]) < days[i + 1]) {
      add(found, {due->due, std::max(add_days(due->due, 1), days[i]), ends});
    }
  }
  return found;
}

std::optional<Lateness> lateness_of(const ClockCourse& course, const Date& due) {
  const auto all = latenesses(course);
  const auto found = std::ranges::find(all, due, &Lateness::due);
  return found == all.end() ? std::nullopt : std::optional(*found);
}

}  // namespace langnghe::domain
