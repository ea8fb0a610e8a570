#include <gtest/gtest.h>

#include "unit/domain/scene.hpp"

/// Decree 30/2020/NĐ-CP, Annex I, boxes 3 and 4, and Article 15.
namespace langnghe::domain::spec {
namespace {

TEST(DocumentSymbol, NamesNumberTypeAndIssuer) {
  EXPECT_EQ(document_symbol(5, DocumentType::plan, "UBND"), "05/KH-UBND");
  EXPECT_EQ(document_symbol(12, DocumentType::notice, "UBND"), "12/TB-UBND");
  EXPECT_EQ(document_symbol(30, DocumentType::report, "UBND"), "30/BC-UBND");
  EXPECT_EQ(document_symbol(8, DocumentType::invitation, "UBND"), "08/GM-UBND");
  EXPECT_EQ(document_symbol(3, DocumentType::minutes, "UBND"), "03/BB-UBND");
}

TEST(DocumentSymbol, OnlyNumbersBelowTenGetAZero) {
  EXPECT_EQ(document_symbol(7, DocumentType::notice, "UBND"), "07/TB-UBND");
  EXPECT_EQ(document_symbol(9, DocumentType::notice, "UBND"), "09/TB-UBND");
  EXPECT_EQ(document_symbol(10, DocumentType::notice, "UBND"), "10/TB-UBND");
  EXPECT_EQ(document_symbol(105, DocumentType::notice, "UBND"), "105/TB-UBND");
  EXPECT_EQ(document_symbol(120, DocumentType::notice, "UBND"), "120/TB-UBND");
}

TEST(DateLine, GivesAZeroToSmallDaysAndToTheFirstTwoMonthsOnly) {
  const auto line = [](std::string_view date) { return date_line("Tân Quy Đông", day(date)); };
  EXPECT_EQ(line("2021-01-05"), "Tân Quy Đông, ngày 05 tháng 01 năm 2021");
  EXPECT_EQ(line("2021-02-10"), "Tân Quy Đông, ngày 10 tháng 02 năm 2021");
  EXPECT_EQ(line("2021-03-09"), "Tân Quy Đông, ngày 09 tháng 3 năm 2021");
  EXPECT_EQ(line("2021-06-29"), "Tân Quy Đông, ngày 29 tháng 6 năm 2021");
  EXPECT_EQ(line("2021-12-01"), "Tân Quy Đông, ngày 01 tháng 12 năm 2021");
  EXPECT_EQ(line("2021-12-31"), "Tân Quy Đông, ngày 31 tháng 12 năm 2021");
}

RegisterState register_with(std::initializer_list<std::pair<DocumentType, int>> taken) {
  RegisterState state;
  for (const auto& [type, number] : taken) {
    evolve(state, RegisterEvent{NumberTaken{number, type, "", Date{}, {}}});
  }
  return state;
}

TEST(Register, OneSeriesForAllTypesCountsThemTogether) {
  const auto state = register_with({{DocumentType::plan, 1}, {DocumentType::notice, 4}});
  EXPECT_EQ(state.next_free(NumberingMode::shared, DocumentType::report), 5);
  EXPECT_TRUE(state.is_taken(NumberingMode::shared, DocumentType::report, 4));
  EXPECT_FALSE(state.is_taken(NumberingMode::shared, DocumentType::report, 2));
}

TEST(Register, ASeriesPerTypeCountsEachAlone) {
  const auto state = register_with({{DocumentType::plan, 1}, {DocumentType::notice, 4}});
  EXPECT_EQ(state.next_free(NumberingMode::per_type, DocumentType::notice), 5);
  EXPECT_EQ(state.next_free(NumberingMode::per_type, DocumentType::report), 1);
  EXPECT_TRUE(state.is_taken(NumberingMode::per_type, DocumentType::notice, 4));
  EXPECT_FALSE(state.is_taken(NumberingMode::per_type, DocumentType::report, 4));
}

TEST(Register, AGapIsNeverFilled) {
  const auto state = register_with({{DocumentType::notice, 1}, {DocumentType::notice, 7}});
  EXPECT_EQ(state.next_free(NumberingMode::shared, DocumentType::notice), 8);
}

}  // namespace
}  // namespace langnghe::domain::spec
