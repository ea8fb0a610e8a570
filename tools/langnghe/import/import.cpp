// `langnghe import`: takes over a list of issues the ward kept elsewhere, put into the ward's words
// by a mapping file. All rows or none; --dry-run says what would happen, and nothing else would.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>

#include <domain/ids.hpp>
#include <services/clock.hpp>
#include <services/clocks.hpp>
#include <services/data_directory.hpp>
#include <services/say.hpp>
#include <services/staged_import.hpp>
#include <transparency/sha256.hpp>

#include "command_line/options.hpp"
#include "command_line/subcommand.hpp"
#include "command_line/wrong_usage.hpp"
#include "import/columns.hpp"
#include "import/differences.hpp"
#include "import/mapping.hpp"

namespace langnghe::tools {
namespace {

struct Request {
  std::string data = "data";
  std::string ward;
  std::string file;
  std::string mapping;
  std::string sheet;
  std::string user = "admin";
  bool dry_run = false;
  bool columns = false;
};

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(file), {}};
  if (!file.is_open() || file.bad() || std::filesystem::is_directory(path)) {
    throw std::runtime_error(std::string(say("không đọc được tệp ", "cannot read ")) + path);
  }
  return bytes;
}

template <class T>
T good(std::expected<T, std::string> read, const std::string& path) {
  if (!read) {
    throw std::runtime_error(path + ": " + read.error());
  }
  return *std::move(read);
}

int report_bad(const std::vector<BadCell>& bad) {
  for (const auto& cell : bad) {
    std::cerr << say("dòng ", "row ") << cell.row;
    if (!cell.column.empty()) {
      std::cerr << say(", cột ", ", column ") << cell.column;
    }
    if (!cell.place.empty()) {
      std::cerr << say(" (ô ", " (cell ") << cell.place << ')';
    }
    std::cerr << ": " << cell.what << '\n';
  }
  std::cerr << say("Chưa nhập gì. Số chỗ cần sửa: ", "Nothing was imported. Cells to mend: ")
            << bad.size() << '\n';
  return 1;
}

/// The column that a refusal of the rules speaks of.
std::string column_of(const domain::Refusal& refusal, const Mapping& mapping) {
  using enum domain::RefusalCode;
  switch (refusal.code) {
    case unknown_khom:
    case khom_not_valid_then:
      return mapping.khom.column;
    case unknown_field_code:
      return mapping.field.column;
    default:
      break;
  }
  for (const auto& fact : refusal.facts) {
    if (fact.name == "field") {
      return fact.value == "subject"      ? mapping.subject.column
             : fact.value == "received"   ? mapping.received.column
             : fact.value == "agreed_due" ? (mapping.due ? mapping.due->column : "")
             : fact.value == "ended_on"   ? (mapping.ended ? mapping.ended->column : "")
                                          : "";
    }
  }
  return {};
}

struct Rehearsal {
  std::size_t fresh = 0;
  std::vector<BadCell> bad;
};

/// The rows the rules refuse, one by one; asked only where a part is refused.
void add_refused_rows(const ImportHandler& handler, const domain::ImportIssues& part,
                      const Mapping& mapping, Rehearsal& rehearsal) {
  const auto before = rehearsal.bad.size();
  for (const auto& row : part.issues) {
    const auto alone = handler.rehearse({part.source, part.file_hash, {row}});
    if (alone) {
      continue;
    }
    const auto* const refusal = std::get_if<domain::Refusal>(&alone.error());
    rehearsal.bad.push_back({row.row, refusal == nullptr ? "" : column_of(*refusal, mapping), "",
                             described(alone.error())});
  }
  if (rehearsal.bad.size() == before) {
    throw std::runtime_error(
        std::string(say("quy định không nhận danh sách này", "the rules refuse the list")));
  }
}

Rehearsal rehearse(const ImportHandler& handler, const StagedImport& import,
                   const Mapping& mapping) {
  Rehearsal rehearsal;
  for (const auto& part : import.parts()) {
    if (const auto fresh = handler.rehearse(part)) {
      rehearsal.fresh += *fresh;
    } else if (std::holds_alternative<domain::Refusal>(fresh.error())) {
      add_refused_rows(handler, part, mapping, rehearsal);
    } else {
      throw std::runtime_error(described(fresh.error()));
    }
  }
  return rehearsal;
}

void show_differences(const std::vector<Difference>& found) {
  for (const auto& difference : found) {
    std::cout << say("dòng ", "row ") << difference.row << say(", cột ", ", column ")
              << difference.column << say(": sổ cái ghi \"", ": the ledger says \"")
              << difference.recorded << say("\", danh sách ghi \"", "\", the list says \"")
              << difference.listed << "\"\n";
  }
  if (!found.empty()) {
    std::cout << say(
        "Các dòng trên đã nhập từ trước và không bị thay đổi: nội dung sai thì đính chính, "
        "việc đã xong thì ghi kết quả trong Lắng Nghe.\n",
        "These rows were taken over before and stay as they are: correct what is wrong, and "
        "record what has ended, in Lắng Nghe.\n");
  }
}

int take_over(const Request& request, const Mapping& mapping, domain::ImportIssues issues) {
  const DataDirectory data{request.data};
  const auto written = last_written(data);
  const auto store = open_store(data, request.dry_run).store;
  if (!request.dry_run) {
    require_right_clock(*store, data, written);
  }
  const auto ledger = choose_ledger(*store, request.ward);
  if (!is_administrator(*store, ledger, request.user)) {
    throw std::runtime_error(
        std::string(say("người nhập phải là quản trị đang hoạt động của phường (--user): ",
                        "who imports must be an enabled administrator of the ward (--user): ")) +
        request.user);
  }
  const StagedImport import{ledger, request.user, system_now(), std::move(issues)};
  const auto rehearsal =
      rehearse(ImportHandler(*store, ledger, request.user, import.now), import, mapping);
  if (!rehearsal.bad.empty()) {
    return report_bad(rehearsal.bad);
  }
  const auto changed = differences(*store, ledger, import.import, mapping);
  if (!request.dry_run && rehearsal.fresh > 0) {
    carry_out(*store, data, import);
  }
  std::cout << say("Số dòng: ", "Rows: ") << import.import.issues.size()
            << (request.dry_run ? say("; sẽ nhập mới: ", "; would be imported: ")
                                : say("; đã nhập mới: ", "; imported: "))
            << rehearsal.fresh << say("; đã có từ trước: ", "; there already: ")
            << import.import.issues.size() - rehearsal.fresh << '\n';
  show_differences(changed);
  return 0;
}

int show_columns(const Request& request) {
  const auto books = good(read_books(read_file(request.file), 0), request.file);
  Expected nothing_known;
  nothing_known.sheet = request.sheet;
  show_columns(books, good(guess_list(books, nothing_known), request.file), std::cout);
  return 0;
}

int import_list(const Request& request) {
  const auto mapping = good(read_mapping(read_file(request.mapping)), request.mapping);
  const auto bytes = read_file(request.file);
  const auto books = good(read_books(bytes, mapping.separator), request.file);
  const auto list = good(find_list(books, mapping.expected()), request.file);
  auto mapped = map_rows(list, mapping);
  for (const auto& warning : mapped.warnings) {
    std::cerr << say("lưu ý: ", "note: ") << warning << '\n';
  }
  if (!mapped.bad.empty()) {
    return report_bad(mapped.bad);
  }
  if (mapped.issues.empty()) {
    throw std::runtime_error(
        request.file + ": " +
        std::string(say("danh sách không có dòng nào dưới tiêu đề", "the list has no rows")));
  }
  return take_over(request, mapping,
                   {mapping.source, eventstore::sha256_hex(bytes), std::move(mapped.issues)});
}

}  // namespace

int run_import(const std::vector<std::string>& arguments) {
  Request request;
  Options options("import");
  options.text("data", &request.data, "thư mục dữ liệu", "the data directory");
  options.text("ward", &request.ward, "phường", "the ward");
  options.text("file", &request.file, "danh sách: .xlsx hoặc .csv", "the list: .xlsx or .csv");
  options.text("map", &request.mapping, "tệp quy đổi (docs/import.md)",
               "the mapping file (docs/import.md)");
  options.text("user", &request.user, "người nhập: một quản trị của phường",
               "who imports: an administrator of the ward");
  options.flag("dry-run", &request.dry_run, "chỉ kiểm tra, không ghi gì",
               "only check, write nothing");
  options.flag("columns", &request.columns,
               "chỉ cho xem các cột của danh sách và gợi ý tệp quy đổi",
               "only show the list's columns and propose a mapping");
  options.text("sheet", &request.sheet, "với --columns: trang tính", "with --columns: the sheet");
  if (auto status = options.parse(arguments)) {
    return *status;
  }
  if (request.file.empty() || (request.mapping.empty() && !request.columns)) {
    throw WrongUsage("hãy nêu --file và --map, hoặc --file và --columns",
                     "name --file and --map, or --file and --columns");
  }
  if (request.columns) {
    return show_columns(request);
  }
  require_ledger({request.data});
  return import_list(request);
}

}  // namespace langnghe::tools
