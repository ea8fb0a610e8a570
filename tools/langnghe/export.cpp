// `langnghe export`: the records as they are stored, one JSON object a line; or, with
// --tlog, as files that anybody can check. Runs beside a serving process; sealed fields stay
// sealed.
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>

#include "data_directory.hpp"
#include "ledger_pages.hpp"
#include "options.hpp"
#include "say.hpp"
#include "signed_ledger.hpp"
#include "subcommand.hpp"
#include "tlog_export.hpp"

namespace langnghe::tools {
namespace {

void write_records(eventstore::EventStore& store, const eventstore::LedgerId& ledger,
                   std::uint64_t from, std::ostream& out) {
  for_each_record(store, ledger, from, store.size(ledger),
                  [&](const eventstore::Record& record) { out << record.bytes << '\n'; });
}

}  // namespace

int run_export(const std::vector<std::string>& arguments) {
  std::string data_path = "data";
  std::string ward;
  std::string file_name = "-";
  std::string tlog;
  std::size_t from = 0;
  bool witnessed = false;
  Options options("export");
  options.text("data", &data_path, "thư mục dữ liệu", "the data directory");
  options.text("ward", &ward, "phường", "the ward");
  options.number("from", &from, "vị trí đầu tiên", "the first position");
  options.text("out", &file_name, "tệp (-: ra màn hình)", "the file (-: standard output)");
  options.text("tlog", &tlog, "thay vào đó: thư mục mới cho sổ cái đã ký, ai cũng kiểm tra được",
               "instead: a new folder for the signed ledger, which anybody can check");
  options.flag("witnessed", &witnessed,
               "với --tlog: theo đầu sổ mà nhiều nhân chứng đã ký nhất, có thể cũ hơn",
               "with --tlog: under the head that most witnesses signed, which may be older");
  if (auto status = options.parse(arguments)) {
    return *status;
  }
  const DataDirectory data{data_path};
  const auto store = open_store(data, true);
  const auto ledger = choose_ledger(*store, ward);
  if (!tlog.empty()) {
    write_tlog(*store, *open_signed_ledger(*store, data, ledger, witnessed), data, tlog);
    return 0;
  }
  if (file_name == "-") {
    write_records(*store, ledger, from, std::cout);
    std::cout.flush();
    return std::cout ? 0 : 1;
  }
  std::ofstream file(file_name, std::ios::binary);
  write_records(*store, ledger, from, file);
  file.close();
  if (!file) {
    throw std::runtime_error("cannot write " + file_name);
  }
  return 0;
}

}  // namespace langnghe::tools
