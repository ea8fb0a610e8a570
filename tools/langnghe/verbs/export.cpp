// `langnghe export`: the records as they are stored, one JSON object a line; or, with --tlog, the
// ledger, or with --bundle one issue, as files that anybody can check. Runs beside a serving
// process; sealed fields stay sealed.
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>

#include <services/data_directory.hpp>
#include <services/ledger_pages.hpp>
#include <services/say.hpp>
#include <services/signed_ledger.hpp>

#include "command_line/options.hpp"
#include "command_line/subcommand.hpp"
#include "exporting/bundle_export.hpp"
#include "exporting/tlog_export.hpp"

namespace langnghe::tools {
namespace {

void write_records(eventstore::LedgerReader& store, const eventstore::LedgerId& ledger,
                   std::uint64_t from, std::ostream& out) {
  for_each_record(store, ledger, from, value_of(store.size(ledger)),
                  [&](const eventstore::Record& record) { out << record.bytes << '\n'; });
}

struct What {
  std::string data = "data";
  std::string ward;
  std::string file = "-";
  std::string tlog;
  std::string issue;
  std::string bundle;
  std::size_t from = 0;
  bool witnessed = false;
};

void declare(Options& options, What& what) {
  options.text("data", &what.data, "thư mục dữ liệu", "the data directory");
  options.text("ward", &what.ward, "phường", "the ward");
  options.number("from", &what.from, "vị trí đầu tiên", "the first position");
  options.text("out", &what.file, "tệp (-: ra màn hình)", "the file (-: standard output)");
  options.text("tlog", &what.tlog,
               "thay vào đó: thư mục mới cho sổ cái đã ký, ai cũng kiểm tra được",
               "instead: a new folder for the signed ledger, which anybody can check");
  options.text("bundle", &what.bundle, "thay vào đó: thư mục mới cho một ý kiến kèm bằng chứng",
               "instead: a new folder for one issue with its proofs");
  options.text("issue", &what.issue, "với --bundle: mã ý kiến", "with --bundle: the issue's id");
  options.flag("witnessed", &what.witnessed,
               "với --tlog, --bundle: theo đầu sổ mà nhiều nhân chứng đã ký nhất, có thể cũ hơn",
               "with --tlog, --bundle: under the head that most witnesses signed, which may be "
               "older");
}

void export_records(eventstore::LedgerReader& store, const eventstore::LedgerId& ledger,
                    const What& what) {
  if (what.file == "-") {
    write_records(store, ledger, what.from, std::cout);
    std::cout.flush();
    if (!std::cout) {
      throw std::runtime_error("cannot write to the standard output");
    }
    return;
  }
  std::ofstream file(what.file, std::ios::binary);
  write_records(store, ledger, what.from, file);
  file.close();
  if (!file) {
    throw std::runtime_error("cannot write " + what.file);
  }
}

}  // namespace

int run_export(const std::vector<std::string>& arguments) {
  What what;
  Options options("export");
  declare(options, what);
  if (auto status = options.parse(arguments)) {
    return *status;
  }
  if (what.issue.empty() != what.bundle.empty() || (!what.bundle.empty() && !what.tlog.empty())) {
    std::cerr << say("hãy nêu --issue cùng --bundle, không cùng --tlog",
                     "name --issue and --bundle together, and not with --tlog")
              << '\n';
    return 2;
  }
  const DataDirectory data{what.data};
  const auto store = open_store(data, true).store;
  const auto ledger = choose_ledger(*store, what.ward);
  if (what.tlog.empty() && what.bundle.empty()) {
    export_records(*store, ledger, what);
    return 0;
  }
  const auto source = open_signed_ledger(*store, data, ledger, what.witnessed);
  if (!what.tlog.empty()) {
    write_tlog(*store, *source, data, what.tlog);
  } else {
    write_bundle(*store, *source, data, {"issue-" + what.issue}, what.bundle);
  }
  return 0;
}

}  // namespace langnghe::tools
