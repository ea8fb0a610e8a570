#include <algorithm>
#include <charconv>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>

#include <pugixml.hpp>
#include <zip.h>

#include "import/table.hpp"
#include "say.hpp"

// A workbook is a zip of XML parts (ECMA-376 part 1, 18.2 to 18.4).
namespace langnghe::tools {
namespace {

/// A part larger than this is no list a ward keeps, but a zip made to fill the memory.
constexpr std::uint64_t kPartBytesMax = 64U << 20U;
constexpr std::size_t kColumnsMax = 1'000;

using Archive = std::unique_ptr<zip_t, decltype([](zip_t* zip) { zip_discard(zip); })>;
using Part = std::unique_ptr<zip_file_t, decltype([](zip_file_t* part) { zip_fclose(part); })>;

std::unexpected<std::string> broken(std::string_view part) {
  return std::unexpected(std::string(say("không đọc được phần của tệp Excel: ",
                                         "cannot read this part of the workbook: "))
                             .append(part));
}

Archive open(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  Archive archive(source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error));
  if (archive == nullptr && source != nullptr) {
    zip_source_free(source);
  }
  zip_error_fini(&error);
  return archive;
}

std::expected<pugi::xml_document, std::string> read_part(zip_t* archive, const std::string& name) {
  zip_stat_t stat;
  if (zip_stat(archive, name.c_str(), 0, &stat) != 0 || stat.size > kPartBytesMax) {
    return broken(name);
  }
  std::string text(stat.size, '\0');
  const Part part(zip_fopen(archive, name.c_str(), 0));
  if (part == nullptr ||
      zip_fread(part.get(), text.data(), text.size()) != static_cast<zip_int64_t>(text.size())) {
    return broken(name);
  }
  pugi::xml_document document;
  if (!document.load_buffer(text.data(), text.size(),
                            pugi::parse_default | pugi::parse_ws_pcdata)) {
    return broken(name);
  }
  return document;
}

/// The text of a string item: its runs, without the phonetic ones.
std::string text_of(const pugi::xml_node& item) {
  std::string text = item.child("t").text().get();
  for (const auto& run : item.children("r")) {
    text += run.child("t").text().get();
  }
  return text;
}

std::vector<std::string> shared_strings(zip_t* archive) {
  std::vector<std::string> strings;
  const auto part = read_part(archive, "xl/sharedStrings.xml");
  if (!part) {
    return strings;  // a workbook of numbers has none
  }
  for (const auto& item : part->child("sst").children("si")) {
    strings.push_back(text_of(item));
  }
  return strings;
}

/// The part of the sheet named, or of the first one.
std::expected<std::string, std::string> sheet_part(zip_t* archive, std::string_view wanted) {
  const auto workbook = read_part(archive, "xl/workbook.xml");
  const auto relations = read_part(archive, "xl/_rels/workbook.xml.rels");
  if (!workbook || !relations) {
    return broken("xl/workbook.xml");
  }
  for (const auto& sheet : workbook->child("workbook").child("sheets").children("sheet")) {
    if (!wanted.empty() && wanted != sheet.attribute("name").value()) {
      continue;
    }
    const char* id = sheet.attribute("r:id").value();
    const auto relation =
        relations->child("Relationships").find_child_by_attribute("Relationship", "Id", id);
    std::string target = relation.attribute("Target").value();
    return target.starts_with('/') ? target.substr(1) : "xl/" + target;
  }
  return std::unexpected(
      std::string(say("không có trang tính ", "there is no sheet ")).append(wanted));
}

/// `AB12` → 27, counted from 0.
std::optional<std::size_t> column_of(std::string_view reference) {
  std::size_t column = 0;
  for (const char letter : reference) {
    if (letter < 'A' || letter > 'Z') {
      break;
    }
    column = column * 26 + static_cast<std::size_t>(letter - 'A') + 1;
  }
  return column == 0 || column > kColumnsMax ? std::nullopt : std::optional(column - 1);
}

std::string cell_text(const pugi::xml_node& cell, const std::vector<std::string>& strings) {
  const std::string_view type = cell.attribute("t").value();
  if (type == "inlineStr") {
    return text_of(cell.child("is"));
  }
  std::string value = cell.child("v").text().get();
  if (type != "s") {
    return value;
  }
  std::size_t index = 0;
  const auto read = std::from_chars(value.data(), value.data() + value.size(), index);
  return read.ec == std::errc{} && index < strings.size() ? strings[index] : std::string();
}

std::vector<std::string> row_texts(const pugi::xml_node& row,
                                   const std::vector<std::string>& strings) {
  std::vector<std::string> texts;
  for (const auto& cell : row.children("c")) {
    const auto named = column_of(cell.attribute("r").value());
    const std::size_t column = named.value_or(texts.size());
    texts.resize(std::max(texts.size(), column + 1));
    texts[column] = cell_text(cell, strings);
  }
  return texts;
}

}  // namespace

std::expected<Table, std::string> read_xlsx(std::string_view bytes, std::string_view sheet) {
  const Archive archive = open(bytes);
  if (archive == nullptr) {
    return std::unexpected(
        std::string(say("không phải tệp Excel (.xlsx)", "not a workbook (.xlsx)")));
  }
  const auto part = sheet_part(archive.get(), sheet);
  if (!part) {
    return std::unexpected(part.error());
  }
  const auto document = read_part(archive.get(), *part);
  if (!document) {
    return std::unexpected(document.error());
  }
  const auto strings = shared_strings(archive.get());
  Table table;
  for (const auto& row : document->child("worksheet").child("sheetData").children("row")) {
    auto texts = row_texts(row, strings);
    if (table.columns.empty()) {
      table.columns = std::move(texts);
      continue;
    }
    texts.resize(std::max(texts.size(), table.columns.size()));
    table.rows.push_back(std::move(texts));
  }
  if (table.columns.empty()) {
    return std::unexpected(std::string(say("trang tính trống", "the sheet is empty")));
  }
  return table;
}

}  // namespace langnghe::tools
