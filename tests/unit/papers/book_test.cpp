#include <filesystem>
#include <string>

#include <gtest/gtest.h>
#include <papers/book.hpp>

#include "small_template.hpp"

namespace langnghe::papers::spec {
namespace {

Book small_book() {
  const domain::Date day{std::chrono::year{2021}, std::chrono::January, std::chrono::day{14}};
  return {
      "Sổ",
      "SỔ",
      "phường",
      day,
      {{"Nội dung", 30}, {"Ngày", 12, Column::Kind::date}, {"Số", 8, Column::Kind::number, true}},
      {{std::string("=SUM(A1)"), day, std::int64_t{2}},
       {std::string("a,\"b\"\nc"), std::monostate{}, std::int64_t{-3}}}};
}

TEST(Csv, IsQuotedAndDefused) {
  EXPECT_EQ(to_csv(small_book()),
            "\xEF\xBB\xBFNội dung,Ngày,Số\r\n"
            "'=SUM(A1),2021-01-14,2\r\n"
            "\"a,\"\"b\"\"\nc\",,-3\r\n");
}

TEST(Xlsx, TheSameBookIsTheSameBytesAndLeavesNoFile) {
  const auto folder = std::filesystem::path(testing::TempDir()) / "books";
  std::filesystem::create_directories(folder);
  const auto book = to_xlsx(small_book(), folder);
  ASSERT_TRUE(book.has_value()) << book.error();
  EXPECT_EQ(*book, *to_xlsx(small_book(), folder));
  EXPECT_TRUE(std::filesystem::is_empty(folder));
  const auto sheet = part_of(*book, "xl/worksheets/sheet1.xml");
  EXPECT_NE(sheet.find("<f>SUM(C5:C6)</f><v>-1</v>"), std::string::npos) << sheet;
  EXPECT_EQ(sheet.find("<f>SUM(A1)"), std::string::npos);
}

TEST(Xlsx, SaysWhereItCannotWrite) {
  EXPECT_FALSE(to_xlsx(small_book(), "/nowhere").has_value());
}

}  // namespace
}  // namespace langnghe::papers::spec
