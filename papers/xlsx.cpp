#include <xlsxwriter.h>

#include "papers/book.hpp"
#include "safe_text.hpp"
#include "workplace.hpp"

namespace langnghe::papers {
namespace {

constexpr lxw_row_t kHeadRow = 3;
constexpr std::size_t kCellCharactersMax = 32'767;
constexpr std::uint8_t kA4 = 9;

struct Formats {
  lxw_format* title;
  lxw_format* head;
  lxw_format* text;
  lxw_format* number;
  lxw_format* day;
  lxw_format* sum;
};

lxw_format* format(lxw_workbook* file, bool bold = false) {
  auto* made = workbook_add_format(file);
  format_set_font_name(made, "Times New Roman");
  format_set_font_size(made, 12);
  if (bold) {
    format_set_bold(made);
  }
  return made;
}

lxw_format* in_table(lxw_workbook* file, const char* numbers, bool bold = false) {
  auto* made = format(file, bold);
  format_set_border(made, LXW_BORDER_THIN);
  format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
  if (numbers != nullptr) {
    format_set_num_format(made, numbers);
  } else {
    format_set_text_wrap(made);
  }
  return made;
}

Formats formats_of(lxw_workbook* file) {
  auto* head = in_table(file, nullptr, true);
  format_set_align(head, LXW_ALIGN_CENTER);
  return {format(file, true),           head,
          in_table(file, nullptr),      in_table(file, "#,##0"),
          in_table(file, "dd/mm/yyyy"), in_table(file, "#,##0", true)};
}

/// At most as many characters as a cell holds; what is cut says that it is.
std::string fitting(const std::string& text) {
  auto safe = safe_text(text);
  std::size_t characters = 0;
  for (std::size_t at = 0; at < safe.size(); ++at) {
    const bool begins = (static_cast<unsigned char>(safe[at]) & 0xC0U) != 0x80U;
    if (begins && ++characters > kCellCharactersMax - 1) {
      return safe.substr(0, at) + "…";
    }
  }
  return safe;
}

/// Writes one sheet. Lives on the stack of `write`.
class Sheet {
 public:
  Sheet(lxw_worksheet* sheet, const Formats& formats) : sheet_(sheet), formats_(formats) {}

  void write(const Book& book) {
    set_page(book);
    text(0, 0, book.title, formats_.title);
    text(1, 0, book.subtitle, nullptr);
    for (lxw_col_t column = 0; column < book.columns.size(); ++column) {
      text(kHeadRow, column, book.columns[column].title, formats_.head);
    }
    auto row = kHeadRow;
    for (const auto& cells : book.rows) {
      ++row;
      for (lxw_col_t column = 0; column < cells.size(); ++column) {
        cell(row, column, cells[column]);
      }
    }
    sums(book, row);
  }
  [[nodiscard]] lxw_error error() const { return error_; }

 private:
  void check(lxw_error error) { error_ = error_ == LXW_NO_ERROR ? error : error_; }

  void set_page(const Book& book) {
    worksheet_set_landscape(sheet_);
    worksheet_set_paper(sheet_, kA4);
    worksheet_fit_to_pages(sheet_, 1, 0);
    worksheet_freeze_panes(sheet_, kHeadRow + 1, 0);
    check(worksheet_repeat_rows(sheet_, kHeadRow, kHeadRow));
    check(worksheet_set_footer(sheet_, "&C&P/&N"));
    const auto last = static_cast<lxw_col_t>(book.columns.size() - 1);
    check(worksheet_autofilter(sheet_, kHeadRow, 0,
                               kHeadRow + static_cast<lxw_row_t>(book.rows.size()), last));
    for (lxw_col_t column = 0; column <= last; ++column) {
      check(worksheet_set_column(sheet_, column, column, book.columns[column].width, nullptr));
    }
  }

  void text(lxw_row_t row, lxw_col_t column, const std::string& words, lxw_format* look) {
    check(worksheet_write_string(sheet_, row, column, fitting(words).c_str(), look));
  }

  void cell(lxw_row_t row, lxw_col_t column, const Cell& value) {
    if (const auto* words = std::get_if<std::string>(&value)) {
      text(row, column, *words, formats_.text);
    } else if (const auto* number = std::get_if<std::int64_t>(&value)) {
      check(worksheet_write_number(sheet_, row, column, static_cast<double>(*number),
                                   formats_.number));
    } else if (const auto* day = std::get_if<domain::Date>(&value)) {
      lxw_datetime moment{static_cast<int>(day->year()),
                          static_cast<int>(static_cast<unsigned>(day->month())),
                          static_cast<int>(static_cast<unsigned>(day->day())),
                          0,
                          0,
                          0};
      check(worksheet_write_datetime(sheet_, row, column, &moment, formats_.day));
    } else {
      check(worksheet_write_blank(sheet_, row, column, formats_.text));
    }
  }

  /// As formulas, so that who filters or corrects a row sees the sum follow; with their values, for
  /// programs that do not count.
  void sums(const Book& book, lxw_row_t last) {
    for (lxw_col_t column = 0; column < book.columns.size(); ++column) {
      if (!book.columns[column].summed || last == kHeadRow) {
        continue;
      }
      std::int64_t sum = 0;
      for (const auto& row : book.rows) {
        const auto* number = std::get_if<std::int64_t>(&row[column]);
        sum += number != nullptr ? *number : 0;
      }
      char range[LXW_MAX_CELL_RANGE_LENGTH];
      lxw_rowcol_to_range(range, kHeadRow + 1, column, last, column);
      check(worksheet_write_formula_num(sheet_, last + 1, column,
                                        ("=SUM(" + std::string(range) + ")").c_str(), formats_.sum,
                                        static_cast<double>(sum)));
    }
  }

  lxw_worksheet* sheet_;
  const Formats& formats_;
  lxw_error error_ = LXW_NO_ERROR;
};

lxw_error write(const Book& book, const std::string& folder, const std::string& path) {
  auto temporary = folder;
  lxw_workbook_options options{LXW_TRUE, temporary.data(), LXW_FALSE};
  auto* file = workbook_new_opt(path.c_str(), &options);
  if (file == nullptr) {
    return LXW_ERROR_MEMORY_MALLOC_FAILED;
  }
  // Without a day the clock would be in the file.
  lxw_doc_properties properties{};
  properties.created = std::chrono::system_clock::to_time_t(std::chrono::sys_days(book.day));
  auto failed = workbook_set_properties(file, &properties);
  const auto formats = formats_of(file);
  if (auto* sheet = workbook_add_worksheet(file, book.sheet.c_str()); sheet != nullptr) {
    Sheet writing(sheet, formats);
    writing.write(book);
    failed = failed == LXW_NO_ERROR ? writing.error() : failed;
  } else {
    failed = LXW_ERROR_PARAMETER_VALIDATION;
  }
  const auto closed = workbook_close(file);  // frees it in any case
  return closed != LXW_NO_ERROR ? closed : failed;
}

}  // namespace

std::expected<std::string, std::string> to_xlsx(const Book& book,
                                                const std::filesystem::path& folder) {
  const Workplace place(folder, "book");
  if (!place.made()) {
    return std::unexpected("cannot make a folder in " + folder.string());
  }
  const auto path = place.path() + "/book.xlsx";
  if (const auto failed = write(book, place.path(), path); failed != LXW_NO_ERROR) {
    return std::unexpected(std::string(lxw_strerror(failed)));
  }
  auto bytes = bytes_of(path);
  if (bytes.empty()) {
    return std::unexpected("cannot read back " + path);
  }
  return bytes;
}

}  // namespace langnghe::papers
