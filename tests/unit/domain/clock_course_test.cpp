#include <gtest/gtest.h>

#include <domain/clock_course.hpp>

#include "scene.hpp"

namespace langnghe::domain::spec {
namespace {

/// Due on the 10th, running from the 1st.
ClockCourse due_on_the_tenth() {
  ClockCourse course;
  course.set_due(day("2021-03-01"), day("2021-03-10"));
  course.set_running(day("2021-03-01"), true);
  return course;
}

using Found = std::vector<Lateness>;

TEST(ACourse, IsLateTheDayAfterUnlessSomethingHappens) {
  EXPECT_EQ(latenesses(due_on_the_tenth()), (Found{{day("2021-03-10"), day("2021-03-11"), false}}));
}

TEST(ACourse, StoppedOnItsLastDayIsInTimeAndADayLaterLate) {
  auto in_time = due_on_the_tenth();
  in_time.set_running(day("2021-03-10"), false);
  EXPECT_EQ(latenesses(in_time), Found{});
  auto late = due_on_the_tenth();
  late.set_running(day("2021-03-11"), false);
  EXPECT_EQ(latenesses(late), (Found{{day("2021-03-10"), day("2021-03-11"), true}}));
}

TEST(ACourse, MovedOnItsLastDayIsLateByTheNewDayAlone) {
  auto moved = due_on_the_tenth();
  moved.set_due(day("2021-03-10"), day("2021-03-15"));
  EXPECT_EQ(latenesses(moved), (Found{{day("2021-03-15"), day("2021-03-16"), false}}));
  auto too_late = due_on_the_tenth();
  too_late.set_due(day("2021-03-11"), day("2021-03-15"));
  EXPECT_EQ(latenesses(too_late), (Found{{day("2021-03-10"), day("2021-03-11"), true},
                                         {day("2021-03-15"), day("2021-03-16"), false}}));
}

TEST(ACourse, GivenADayThatHasPassedIsLateFromThen) {
  auto course = due_on_the_tenth();
  course.set_due(day("2021-03-08"), day("2021-03-04"));
  EXPECT_EQ(latenesses(course), (Found{{day("2021-03-04"), day("2021-03-08"), false}}));
}

TEST(ACourse, SetGoingAgainAfterItsDayIsLateFromThen) {
  auto course = due_on_the_tenth();
  course.set_running(day("2021-03-09"), false);
  course.set_running(day("2021-03-20"), true);
  EXPECT_EQ(latenesses(course), (Found{{day("2021-03-10"), day("2021-03-20"), false}}));
}

TEST(ACourse, IsToldOverByAnActOfAnEarlierDay) {
  auto course = due_on_the_tenth();
  course.set_running(day("2021-03-12"), false);
  ASSERT_EQ(latenesses(course).size(), 1U);
  course.set_running(day("2021-03-09"), false);
  EXPECT_EQ(latenesses(course), Found{});
}

TEST(ACourse, WithoutADueDayOrNotRunningIsNeverLate) {
  EXPECT_EQ(latenesses({}), Found{});
  ClockCourse stopped = due_on_the_tenth();
  stopped.set_running(day("2021-03-01"), false);
  EXPECT_EQ(latenesses(stopped), Found{});
  EXPECT_FALSE(lateness_of(stopped, day("2021-03-10")));
}

}  // namespace
}  // namespace langnghe::domain::spec
