// `langnghe export`: the records as they are stored, one JSON object a line. Runs beside a serving
// process; sealed fields stay sealed.
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>

#include "data_directory.hpp"
#include "options.hpp"
#include "say.hpp"
#include "subcommand.hpp"

namespace langnghe::tools {
namespace {

void write_records(eventstore::EventStore& store, const eventstore::LedgerId& ledger,
                   std::uint64_t from, std::ostream& out) {
  constexpr std::size_t kPage = 1'000;
  for (const auto size = store.size(ledger); from < size;) {
    const auto page = store.read_ledger(ledger, {from}, kPage);
    if (!page || page->empty()) {
      throw std::runtime_error(page ? "the ledger ends early" : page.error().context);
    }
    for (const auto& record : *page) {
      out << record.bytes << '\n';
    }
    from += page->size();
  }
}

}  // namespace

int run_export(const std::vector<std::string>& arguments) {
  std::string data_path = "data";
  std::string ward;
  std::string file_name = "-";
  std::size_t from = 0;
  Options options("export");
  options.text("data", &data_path, "thư mục dữ liệu", "the data directory");
  options.text("ward", &ward, "phường", "the ward");
  options.number("from", &from, "vị trí đầu tiên", "the first position");
  options.text("out", &file_name, "tệp (-: ra màn hình)", "the file (-: standard output)");
  if (auto status = options.parse(arguments)) {
    return *status;
  }
  const auto store = open_store(DataDirectory{data_path}, true);
  const auto ledger = choose_ledger(*store, ward);
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
