#include <gtest/gtest.h>

#include "unit/domain/ward_fixture.hpp"

namespace langnghe::domain::spec {
namespace {

using enum RefusalCode;

const StreamId kRegister = register_stream(2021);

VoidNumber spoiled(int number) {
  return {2021, DocumentType::notice, number, "In hỏng"};
}

Past with_number_four_taken() {
  return a_ward() + Past{{kRegister, NumberTaken{4, DocumentType::minutes, "04/BB-UBND", kPast,
                                                 kMeetingStream}}};
}

TEST(AVoidedNumber, StaysVisibleAndIsNeverFilled) {
  const NumberVoided voided{7, DocumentType::notice, "07/TB-UBND", "In hỏng"};
  given(a_ward()).when(spoiled(7)).then({{kRegister, voided}});
  RegisterState numbers;
  evolve(numbers, voided);
  EXPECT_TRUE(numbers.is_taken(NumberingMode::shared, DocumentType::minutes, 7));
  EXPECT_EQ(numbers.next_free(NumberingMode::shared, DocumentType::plan), 8);
  EXPECT_EQ(numbers.voided, (std::map<DocumentType, std::set<int>>{{DocumentType::notice, {7}}}));
  given(a_ward() + Past{{kRegister, voided}}).when(spoiled(7)).then_refused(number_in_use);
}

TEST(AVoidedNumber, IsOneThatNoDocumentCarries) {
  given(with_number_four_taken()).when(spoiled(4)).then_refused(number_in_use, {{"number", "4"}});
  given(with_number_four_taken() +
        Past{{ward_stream(), NumberingAdopted{NumberingMode::per_type, day("2021-01-01")}}})
      .when(spoiled(4))
      .then_accepted();
}

TEST(AVoidedNumber, IsJudgedByTheNumberingOfItsYear) {
  const Past since_2022 =
      with_number_four_taken() +
      Past{{ward_stream(), NumberingAdopted{NumberingMode::per_type, day("2022-01-01")}}};
  given(since_2022).on(day("2022-02-01")).when(spoiled(4)).then_refused(number_in_use);
}

TEST(AVoidedNumber, NeedsANumberAYearAndAReason) {
  given(a_ward())
      .when(spoiled(0))
      .then_refused(value_not_valid, {{"field", "number"}, {"value", "0"}});
  VoidNumber command = spoiled(7);
  command.year = 2022;
  given(a_ward()).when(command).then_refused(value_not_valid,
                                             {{"field", "year"}, {"value", "2022"}});
  command = spoiled(7);
  command.reason = " ";
  given(a_ward()).when(command).then_refused(value_required, {{"field", "reason"}});
  given().when(spoiled(7)).then_refused(does_not_exist, {{"stream", "ward"}});
}

}  // namespace
}  // namespace langnghe::domain::spec
