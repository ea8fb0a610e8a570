#include "rows/row.hpp"

#include <gtest/gtest.h>

#include <domain/issue_state.hpp>
#include <projections/settings.hpp>

#include "example_year.hpp"
#include "rows/shape.hpp"

namespace langnghe::projections::row {
namespace {

domain::Policy some_policy() {
  const auto event = std::get<domain::PolicyEvent>(test::policy_adopted().event);
  return std::get<domain::PolicyAdopted>(event).policy;
}

TEST(Row, ReadsBackWhatItWrote) {
  const auto policy = some_policy();
  EXPECT_EQ(from_bytes<domain::Policy>(to_bytes(policy)), policy);

  domain::WorkingCalendar calendar;
  calendar.days_off = {test::day("2021-02-10"), test::day("0001-01-01")};
  EXPECT_EQ(from_bytes<domain::WorkingCalendar>(to_bytes(calendar)), calendar);

  domain::IssueState state;
  state.classification =
      test::classified(domain::IssueType::petition, "ROADS", "2021-03-16", "2021-04-02");
  state.verdict = domain::Verdict::partly;
  EXPECT_EQ(from_bytes<domain::IssueState>(to_bytes(state)), state);
}

enum class Unnamed { first, second };
struct Two {
  int count = 0;
  std::string name;
};
struct TwoWithCourse {
  int count = 0;
  domain::Course act_course;
  std::string name;
};
struct Turned {
  std::string name;
  int count = 0;
};
struct Nested {
  std::vector<Two> twos;
  std::optional<domain::Date> day;
};
struct NestedTurned {
  std::vector<Turned> twos;
  std::optional<domain::Date> day;
};

TEST(Row, TheShapeFollowsTheMembersOfEveryDepth) {
  EXPECT_NE(shape_of<Two>(), shape_of<Turned>());
  EXPECT_NE(shape_of<Nested>(), shape_of<NestedTurned>());
  EXPECT_NE(shape_of<std::optional<int>>(), shape_of<int>());
  EXPECT_NE(shape_of<domain::IssuePhase>(), shape_of<domain::Verdict>());
  EXPECT_NE(shape_of<domain::IssuePhase>(), shape_of<Unnamed>());
  EXPECT_NE((shape_of_rows<Two, Nested>()), (shape_of_rows<Two>()));
}

TEST(Row, TheCourseOfAStreamIsInNoRow) {
  EXPECT_EQ(shape_of<TwoWithCourse>(), shape_of<Two>());
  EXPECT_EQ(to_bytes(TwoWithCourse{7, {}, "seven"}), to_bytes(Two{7, "seven"}));
}

TEST(Row, IntegersOfEverySizeAndSign) {
  for (const std::int64_t value :
       {std::int64_t{0}, std::int64_t{-1}, std::int64_t{63}, std::int64_t{64}, std::int64_t{-65},
        std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::min()}) {
    EXPECT_EQ(from_bytes<std::int64_t>(to_bytes(value)), value);
  }
}

TEST(Row, ADamagedRowIsAFaultAtEveryLength) {
  const auto bytes = to_bytes(some_policy());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_THROW((void)from_bytes<domain::Policy>(std::string_view(bytes).substr(0, size)),
                 ViewFault)
        << size;
  }
  EXPECT_THROW((void)from_bytes<domain::Policy>(bytes + '\0'), ViewFault);
}

TEST(Row, ACountBeyondTheRowAllocatesNothing) {
  const auto huge = to_bytes(std::int64_t{1} << 40);
  EXPECT_THROW((void)from_bytes<std::vector<std::int64_t>>(huge), ViewFault);
  EXPECT_THROW((void)from_bytes<std::string>(huge), ViewFault);
}

}  // namespace
}  // namespace langnghe::projections::row
