// Reading lists: values of the standard, and files that no program wrote.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <domain/time.hpp>

#include "import/cell_value.hpp"
#include "import/header.hpp"
#include "import/mapping.hpp"
#include "import/table.hpp"
#include "import/xlsx_strings.hpp"

namespace langnghe::tools::test {
namespace {

std::string day_of(std::string number, bool date1904) {
  Cell cell;
  cell.kind = Cell::Kind::date;
  cell.text = std::move(number);
  const auto date = date_of(cell, {std::nullopt, date1904}, {"%d/%m/%Y"});
  return date ? domain::to_text(*date) : "refused";
}

// ECMA-376 part 1, 18.17.4.1 and 18.17.4.2.
TEST(ImportReading, DaysAreCountedInBothDateSystems) {
  EXPECT_EQ(day_of("61", false), "1900-03-01");
  EXPECT_EQ(day_of("44201", false), "2021-01-05");
  EXPECT_EQ(day_of("44201.99", false), "2021-01-05");
  EXPECT_EQ(day_of("42739", true), "2021-01-05");
  EXPECT_EQ(day_of("0", true), "1904-01-01");
  EXPECT_EQ(day_of("2021-01-05T08:30:00Z", false), "2021-01-05");
  for (const auto* none : {"60", "0", "-1", "1E+9", "x", "", "44201x", "2958466"}) {
    EXPECT_EQ(day_of(none, false), "refused") << none;
  }
}

TEST(ImportReading, AYearIsWrittenWhole) {
  Cell cell;
  cell.kind = Cell::Kind::text;
  for (const auto* text :
       {"05/01/21", "05/01/0021", "31/02/2021", "05/01/1021", "05/01/2021 x", ""}) {
    cell.text = text;
    EXPECT_FALSE(date_of(cell, {}, {"%d/%m/%Y"})) << text;
  }
  cell.text = "05/01/21";
  EXPECT_EQ(domain::to_text(date_of(cell, {}, {"excel", "%d/%m/%y"}).value()), "2021-01-05");
}

TEST(ImportReading, EscapesOfTheStandardAreUndone) {
  EXPECT_EQ(unescaped("a_x000D_b"), "a\rb");
  EXPECT_EQ(unescaped("_x005F_x000D_"), "_x000D_");
  EXPECT_EQ(unescaped("_xD83D__xDE00_"), "😀");
  EXPECT_EQ(unescaped("_xD83D_"), "\uFFFD");
  EXPECT_EQ(unescaped("_x00G0_ _x12_ _x1234"), "_x00G0_ _x12_ _x1234");
}

TEST(ImportReading, WordsAreTheSameWhateverTheirBlanks) {
  EXPECT_EQ(plain_words(" Ngày\u00A0\u3000nhận\r\n"), "Ngày nhận");
  EXPECT_EQ(plain_words("Nga\u0300y  nha\u0323\u0302n"), "Ngày nhận");
  EXPECT_EQ(plain_words("\u200B\uFEFF"), "");
}

TEST(ImportReading, ColumnsAreNamedAsTheSheetNamesThem) {
  EXPECT_EQ(column_letters(0), "A");
  EXPECT_EQ(column_letters(25), "Z");
  EXPECT_EQ(column_letters(26), "AA");
  EXPECT_EQ(column_letters(16'383), "XFD");
}

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Reads a file to its end: every cell as text and as date, and the list found in it.
void read_all(const std::string& bytes, const Mapping& mapping) {
  const auto books = read_books(bytes, 0);
  if (!books) {
    EXPECT_FALSE(books.error().empty());
    return;
  }
  if (const auto list = find_list(*books, mapping.expected())) {
    const auto mapped = map_rows(*list, mapping);
    EXPECT_LE(mapped.issues.size(), list->sheet.rows.size());
  }
  if (const auto list = guess_list(*books, {})) {
    EXPECT_LT(list->header, list->sheet.rows.size());
  }
}

TEST(ImportReading, DamagedFilesAreReadOrRefused) {
  const std::filesystem::path folder = LANGNGHE_SOURCE "/tests/data/field_cases/lists";
  const auto mapping = read_mapping(bytes_of(folder / "mapping-excel.json")).value();
  std::mt19937 chance(20'261'129);  // NOLINT(bugprone-random-generator-seed): repeatable
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const auto whole = bytes_of(entry.path());
    read_all(whole, mapping);
    for (int round = 0; round < 100; ++round) {
      auto bytes = whole;
      for (int change = 0; change < 1 + round % 4; ++change) {
        const auto at = chance() % bytes.size();
        switch (chance() % 3) {
          case 0:
            bytes[at] = static_cast<char>(chance() % 256);
            break;
          case 1:
            bytes.erase(at, 1 + chance() % 16);
            break;
          default:
            bytes.insert(at, std::string(1 + chance() % 4, static_cast<char>(chance() % 256)));
        }
        if (bytes.empty()) {
          break;
        }
      }
      SCOPED_TRACE(entry.path().filename().string() + " round " + std::to_string(round));
      read_all(bytes, mapping);
    }
  }
}

TEST(ImportReading, MappingsThatAreNoneAreRefusedInWords) {
  const std::filesystem::path folder = LANGNGHE_SOURCE "/tests/data/field_cases/lists";
  const auto good = bytes_of(folder / "mapping.json");
  ASSERT_TRUE(read_mapping(good));
  ASSERT_TRUE(read_mapping("\xEF\xBB\xBF" + good));
  for (const std::string text :
       {"", "[]", "null", "{", R"({"source":1})", R"({"source":"a"})", R"({"source":"\u202e"})",
        R"({"source":"a","id":"b"})", R"({"source":"a","id":{}})",
        R"({"source":"a","encoding":"utf-7"})", R"({"source":"a","separator":"::"})",
        R"({"source":"a","header_row":0})"}) {
    const auto read = read_mapping(text);
    ASSERT_FALSE(read) << text;
    EXPECT_GT(read.error().size(), 10u) << text;
  }
}

}  // namespace
}  // namespace langnghe::tools::test
