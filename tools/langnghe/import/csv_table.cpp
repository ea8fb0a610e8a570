#include <memory>
#include <utility>

#include <csv.h>
#include <text/legacy_encoding.hpp>
#include <text/typed_text.hpp>

#include <services/say.hpp>

#include "import/table.hpp"

namespace langnghe::tools {
namespace {

struct Lines {
  Sheet sheet;
  Row current;
  int number = 0;
};

void take_field(void* bytes, std::size_t length, void* lines) {
  const std::string_view raw(static_cast<const char*>(bytes), length);
  Cell cell;
  cell.is_not_utf8 = !text::is_utf8(raw);
  cell.text = cell.is_not_utf8 ? text::latin_to_utf8(raw) : std::string(raw);
  cell.kind = text::is_blank(cell.text) ? Cell::Kind::empty : Cell::Kind::text;
  static_cast<Lines*>(lines)->current.cells.push_back(std::move(cell));
}

void take_row(int, void* lines) {
  auto& read = *static_cast<Lines*>(lines);
  read.current.number = ++read.number;
  read.sheet.rows.push_back(std::exchange(read.current, {}));
}

using Parser = std::unique_ptr<csv_parser, decltype([](csv_parser* parser) {
                                 csv_free(parser);
                                 delete parser;
                               })>;

/// With one kind of line end an empty line is one row, as the sheet shows it.
std::string with_line_feeds(std::string_view text) {
  std::string made;
  made.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\r') {
      made += '\n';
      at += at + 1 < text.size() && text[at + 1] == '\n' ? 1U : 0U;
    } else {
      made += text[at];
    }
  }
  return made;
}

}  // namespace

std::expected<Book, std::string> read_csv(std::string_view text, char separator) {
  Parser parser(new csv_parser);
  csv_init(parser.get(), CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL | CSV_REPALL_NL);
  csv_set_delim(parser.get(), static_cast<unsigned char>(separator));
  const auto lines_text = with_line_feeds(text);
  Lines lines;
  const auto read =
      csv_parse(parser.get(), lines_text.data(), lines_text.size(), take_field, take_row, &lines);
  if (read != lines_text.size() || csv_fini(parser.get(), take_field, take_row, &lines) != 0) {
    return std::unexpected(
        std::string(say("dấu ngoặc kép không đóng hoặc đặt sai ở dòng ",
                        "a quotation mark is open or out of place in row "))
            .append(std::to_string(lines.number + 1))
            .append(
                say("; ô có dấu ngoặc kép phải nằm giữa hai dấu \" và mỗi dấu bên trong viết "
                    "hai lần",
                    "; a cell that holds one stands between two \" and has each of them twice")));
  }
  Book book;
  book.separator = separator;
  book.sheets.push_back(std::move(lines.sheet));
  return book;
}

}  // namespace langnghe::tools
