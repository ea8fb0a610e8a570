#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include <services/say.hpp>

#include "import/table.hpp"
#include "import/xlsx_package.hpp"
#include "import/xlsx_strings.hpp"

// SpreadsheetML: workbook, sheets, rows and cells (ECMA-376 part 1, 18.2 and 18.3).
namespace langnghe::tools {
namespace {

constexpr std::size_t kColumnsMax = 16'384;  // XFD
constexpr int kRowsMax = 1'048'576;

std::unexpected<std::string> wrong(std::string_view vi, std::string_view en,
                                   std::string_view what) {
  return std::unexpected(std::string(say(vi, en)).append(what));
}

std::optional<std::size_t> to_size(std::string_view text) {
  std::size_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  return read.ec == std::errc{} && read.ptr == text.data() + text.size() ? std::optional(value)
                                                                         : std::nullopt;
}

struct Place {
  std::size_t column = 0;  ///< from 0
  int row = 0;             ///< from 1
};

/// `AB12`.
std::optional<Place> place_of(std::string_view reference) {
  Place place;
  std::size_t at = 0;
  for (; at < reference.size() && reference[at] >= 'A' && reference[at] <= 'Z'; ++at) {
    place.column = place.column * 26 + static_cast<std::size_t>(reference[at] - 'A') + 1;
    if (place.column > kColumnsMax) {
      return std::nullopt;
    }
  }
  const auto row = to_size(reference.substr(at));
  if (at == 0 || !row || *row < 1 || *row > kRowsMax) {
    return std::nullopt;
  }
  --place.column;
  place.row = static_cast<int>(*row);
  return place;
}

/// The tables that the cells of all sheets of a workbook refer to.
struct Shared {
  std::vector<std::string> strings;
  std::vector<Shown> formats;
};

Cell text_cell(std::string text) {
  Cell cell;
  cell.kind = text.empty() ? Cell::Kind::empty : Cell::Kind::text;
  cell.text = std::move(text);
  return cell;
}

Cell number_cell(const pugi::xml_node& node, std::string value, const Shared& shared) {
  Cell cell;
  cell.kind = Cell::Kind::number;
  cell.text = std::move(value);
  const auto style = to_size(attribute(node, "s")).value_or(0);
  if (style < shared.formats.size()) {
    cell.format = shared.formats[style].format;
    cell.kind = shared.formats[style].as_date ? Cell::Kind::date : Cell::Kind::number;
  }
  return cell;
}

/// Nothing where the cell refers to a string that is not there.
std::optional<Cell> cell_of(const pugi::xml_node& node, const Shared& shared) {
  const auto type = attribute(node, "t");
  if (type == "inlineStr") {
    return text_cell(text_of_item(child(node, "is")));
  }
  const auto stored = child(node, "v");
  std::string value = content(stored);
  if (value.empty()) {
    Cell cell;
    const bool is_formula = !child(node, "f").empty();
    cell.kind = is_formula && type != "str" ? Cell::Kind::uncomputed : Cell::Kind::empty;
    return cell;
  }
  if (type == "s") {
    const auto index = to_size(value);
    if (!index || *index >= shared.strings.size()) {
      return std::nullopt;
    }
    return text_cell(shared.strings[*index]);
  }
  if (type == "str") {
    return text_cell(unescaped(value));
  }
  Cell cell;
  cell.text = std::move(value);
  if (type == "e") {
    cell.kind = Cell::Kind::error;
  } else if (type == "b") {
    cell.kind = Cell::Kind::boolean;
    cell.text = is_true(cell.text) ? "TRUE" : "FALSE";
  } else if (type == "d") {
    cell.kind = Cell::Kind::date;
  } else if (type.empty() || type == "n") {
    cell = number_cell(node, std::move(cell.text), shared);
  } else {
    return std::nullopt;
  }
  return cell;
}

std::expected<Row, std::string> row_of(const pugi::xml_node& node, int previous,
                                       const Shared& shared) {
  Row row;
  const auto stated = attribute(node, "r");
  const auto number =
      stated.empty() ? std::optional(static_cast<std::size_t>(previous) + 1) : to_size(stated);
  if (!number || *number <= static_cast<std::size_t>(previous) || *number > kRowsMax) {
    return wrong("các dòng không theo thứ tự ở dòng ", "rows are out of order at row ", stated);
  }
  row.number = static_cast<int>(*number);
  for (const auto& each : node.children()) {
    if (local_name(each.name()) != "c") {
      continue;
    }
    const auto reference = attribute(each, "r");
    const auto place = reference.empty() ? std::optional(Place{row.cells.size(), row.number})
                                         : place_of(reference);
    if (!place || place->row != row.number || place->column < row.cells.size() ||
        place->column >= kColumnsMax) {
      return wrong("ô không đúng chỗ: ", "a cell is out of place: ", reference);
    }
    auto cell = cell_of(each, shared);
    if (!cell) {
      return wrong("không đọc được ô ", "cannot read the cell ",
                   column_letters(place->column) + std::to_string(row.number));
    }
    row.cells.resize(place->column + 1);
    row.cells.back() = *std::move(cell);
  }
  return row;
}

Cell* cell_at(Sheet& sheet, std::size_t column, int number, bool make) {
  auto row = std::ranges::lower_bound(sheet.rows, number, {}, &Row::number);
  if (row == sheet.rows.end() || row->number != number) {
    if (!make) {
      return nullptr;
    }
    row = sheet.rows.insert(row, Row{number, {}});
  }
  if (row->cells.size() <= column) {
    if (!make) {
      return nullptr;
    }
    row->cells.resize(column + 1);
  }
  return &row->cells[column];
}

/// A merged cell shows its first cell's value for every row: so each row holds it. Across columns
/// it says nothing about which of them is meant: only marked.
std::expected<void, std::string> spread_merged(Sheet& sheet, std::string_view reference) {
  const auto colon = reference.find(':');
  const auto first = place_of(reference.substr(0, colon));
  const auto last = colon == std::string_view::npos ? first : place_of(reference.substr(colon + 1));
  if (!first || !last || last->column < first->column || last->row < first->row) {
    return wrong("vùng ô gộp không đúng: ", "a merged range is wrong: ", reference);
  }
  const auto* const source = cell_at(sheet, first->column, first->row, false);
  const Cell value = source == nullptr ? Cell{} : *source;
  // A title over the whole width is marked only where cells are; a list's own merges are small.
  constexpr std::size_t kMadeMax = 100'000;
  const auto columns = last->column - first->column + 1;
  const auto area = columns * static_cast<std::size_t>(last->row - first->row + 1);
  const bool make = value.kind != Cell::Kind::empty && (columns == 1 || area <= kMadeMax);
  const int last_row = std::min(last->row, sheet.rows.empty() ? 0 : sheet.rows.back().number);
  for (int row = first->row; row <= last_row; ++row) {
    for (std::size_t column = first->column; column <= last->column; ++column) {
      const bool is_first = row == first->row && column == first->column;
      auto* cell = is_first ? nullptr : cell_at(sheet, column, row, make);
      if (cell == nullptr) {
        continue;
      }
      if (first->column == last->column) {
        *cell = value;
      }
      cell->merged = reference;
    }
  }
  return {};
}

std::expected<Sheet, std::string> sheet_of(const pugi::xml_document& part, const Shared& shared) {
  Sheet sheet;
  const auto worksheet = child(part, "worksheet");
  int previous = 0;
  for (const auto& each : child(worksheet, "sheetData").children()) {
    if (local_name(each.name()) != "row") {
      continue;
    }
    auto row = row_of(each, previous, shared);
    if (!row) {
      return std::unexpected(std::move(row.error()));
    }
    previous = row->number;
    sheet.hidden_rows += is_true(attribute(each, "hidden")) && !row->cells.empty() ? 1U : 0U;
    sheet.rows.push_back(*std::move(row));
  }
  for (const auto& merged : child(worksheet, "mergeCells").children()) {
    if (auto spread = spread_merged(sheet, attribute(merged, "ref")); !spread) {
      return std::unexpected(std::move(spread.error()));
    }
  }
  return sheet;
}

/// The relationship's id stands in an attribute of another namespace, under any prefix.
std::string relation_id(const pugi::xml_node& sheet) {
  for (const auto& each : sheet.attributes()) {
    const std::string_view name = each.name();
    if (name.find(':') != std::string_view::npos && local_name(name) == "id") {
      return each.value();
    }
  }
  return {};
}

std::expected<std::string, std::string> workbook_part(const Package& package) {
  for (const auto& [id, target] : package.relations("")) {
    if (target.type == "officeDocument") {
      if (target.part.ends_with(".bin")) {
        break;
      }
      return target.part;
    }
  }
  if (package.has("xl/workbook.xml")) {
    return "xl/workbook.xml";
  }
  const bool is_open_document = package.has("content.xml");
  return wrong(is_open_document ? "đây là bảng tính OpenDocument (.ods)"
                                : "tệp này không phải bảng tính .xlsx (có thể là .xlsb, .docx)",
               is_open_document ? "this is an OpenDocument spreadsheet (.ods)"
                                : "this is no .xlsx workbook (.xlsb or .docx, perhaps)",
               say("; hãy mở tệp, chọn Lưu thành (Save As) và lưu dưới dạng Excel Workbook (.xlsx)",
                   "; open it and save it (Save As) as an Excel Workbook (.xlsx)"));
}

std::expected<Shared, std::string> shared_of(const Package& package,
                                             const std::map<std::string, Package::Target>& parts) {
  Shared shared;
  for (const auto& [id, target] : parts) {
    if (target.type != "sharedStrings" && target.type != "styles") {
      continue;
    }
    const auto document = package.read(target.part);
    if (!document) {
      return std::unexpected(document.error());
    }
    if (target.type == "styles") {
      shared.formats = number_formats(*document);
    } else {
      shared.strings = shared_strings(*document);
    }
  }
  return shared;
}

}  // namespace

std::expected<Book, std::string> read_xlsx(std::string_view bytes) {
  const auto package = Package::open(bytes);
  if (!package) {
    return std::unexpected(package.error());
  }
  const auto name = workbook_part(*package);
  const auto workbook = name ? package->read(*name) : std::unexpected(name.error());
  if (!workbook) {
    return std::unexpected(workbook.error());
  }
  const auto parts = package->relations(*name);
  const auto shared = shared_of(*package, parts);
  if (!shared) {
    return std::unexpected(shared.error());
  }
  Book book;
  book.form = Book::Form::workbook;
  const auto root = child(*workbook, "workbook");
  const bool date1904 = is_true(attribute(child(root, "workbookPr"), "date1904"));
  for (const auto& each : child(root, "sheets").children()) {
    const auto part = parts.find(relation_id(each));
    if (part == parts.end() || part->second.type != "worksheet") {
      continue;  // a chart, a dialog sheet
    }
    const auto document = package->read(part->second.part);
    auto sheet = document ? sheet_of(*document, *shared) : std::unexpected(document.error());
    if (!sheet) {
      return std::unexpected(std::move(sheet.error()));
    }
    sheet->name = unescaped(attribute(each, "name"));
    const auto state = attribute(each, "state");
    sheet->hidden = state == "hidden" || state == "veryHidden";
    sheet->date1904 = date1904;
    book.sheets.push_back(*std::move(sheet));
  }
  if (book.sheets.empty()) {
    return wrong("tệp không có trang tính nào", "the workbook has no sheet", "");
  }
  return book;
}

}  // namespace langnghe::tools
