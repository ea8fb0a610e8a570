#include <algorithm>
#include <memory>
#include <utility>

#include <csv.h>

#include "import/table.hpp"
#include "say.hpp"

namespace langnghe::tools {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Lists made with a Vietnamese or German office program are separated by semicolons.
char separator_of(std::string_view text) {
  const auto header = text.substr(0, text.find('\n'));
  const auto semicolons = std::ranges::count(header, ';');
  return semicolons > std::ranges::count(header, ',') ? ';' : ',';
}

struct Lines {
  std::vector<std::vector<std::string>> all;
  std::vector<std::string> current;
};

void take_field(void* text, std::size_t length, void* lines) {
  static_cast<Lines*>(lines)->current.emplace_back(static_cast<const char*>(text), length);
}

void take_row(int, void* lines) {
  auto& read = *static_cast<Lines*>(lines);
  read.all.push_back(std::exchange(read.current, {}));
}

using Parser = std::unique_ptr<csv_parser, decltype([](csv_parser* parser) {
                                 csv_free(parser);
                                 delete parser;
                               })>;

}  // namespace

std::expected<Table, std::string> read_csv(std::string_view bytes) {
  if (bytes.starts_with(kByteOrderMark)) {
    bytes.remove_prefix(kByteOrderMark.size());
  }
  Parser parser(new csv_parser);
  csv_init(parser.get(), CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL);
  csv_set_delim(parser.get(), static_cast<unsigned char>(separator_of(bytes)));
  Lines lines;
  const auto read =
      csv_parse(parser.get(), bytes.data(), bytes.size(), take_field, take_row, &lines);
  if (read != bytes.size() || csv_fini(parser.get(), take_field, take_row, &lines) != 0) {
    return std::unexpected(std::string(say("dấu ngoặc kép không đóng hoặc đặt sai ở dòng ",
                                           "a quotation mark is open or out of place in line "))
                               .append(std::to_string(lines.all.size() + 1)));
  }
  if (lines.all.empty()) {
    return std::unexpected(std::string(say("tệp trống", "the file is empty")));
  }
  Table table{std::move(lines.all.front()), {}};
  table.rows.assign(std::make_move_iterator(lines.all.begin() + 1),
                    std::make_move_iterator(lines.all.end()));
  for (auto& row : table.rows) {
    row.resize(std::max(row.size(), table.columns.size()));
  }
  return table;
}

}  // namespace langnghe::tools
