#include <algorithm>
#include <utility>

#include <domain/course.hpp>

namespace langnghe::domain {

bool is_before(const Happened& first, const Happened& second) {
  if (first.date != second.date) {
    return first.date < second.date;
  }
  return first.time_of_day && second.time_of_day && *first.time_of_day < *second.time_of_day;
}

Step* Course::found(const Step& step) {
  const auto same = std::ranges::find_if(steps_, [&](const Step& known) {
    return known.region == step.region && known.part == step.part;
  });
  return same == steps_.end() ? nullptr : &*same;
}

// Of two on one day of which only one names its time, that one says more and stays.
void Course::note(Step step) {
  Step* const known = found(step);
  if (known == nullptr) {
    steps_.push_back(std::move(step));
    return;
  }
  const bool says_less = step.happened.date == known->happened.date &&
                         known->happened.time_of_day && !step.happened.time_of_day;
  if (!says_less && !is_before(step.happened, known->happened)) {
    *known = std::move(step);
  }
}

void Course::note_first(Step step) {
  Step* const known = found(step);
  if (known == nullptr) {
    steps_.push_back(std::move(step));
  } else if (is_before(step.happened, known->happened)) {
    *known = std::move(step);
  }
}

const Step* Course::find(Region region, std::string_view part) const {
  const auto same = std::ranges::find_if(
      steps_, [&](const Step& step) { return step.region == region && step.part == part; });
  return same == steps_.end() ? nullptr : &*same;
}

}  // namespace langnghe::domain
