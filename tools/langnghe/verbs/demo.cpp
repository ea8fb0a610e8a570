// `langnghe demo`: loads a file of acts through the API, each at its own time. What was loaded
// before is answered by its idempotency key, so an interrupted load goes on where it stopped.
#include <stdexcept>
#include <string>
#include <utility>

#include <domain/ids.hpp>
#include <services/data_directory.hpp>
#include <services/say.hpp>

#include "acts/acts.hpp"
#include "acts/example.hpp"
#include "acts/example_mark.hpp"
#include "command_line/options.hpp"
#include "command_line/subcommand.hpp"
#include "command_line/wrong_usage.hpp"

namespace langnghe::tools {
namespace {

/// The wards to load: the demonstration's wards that are not there yet, or one file of acts.
std::vector<BundledWard> wanted(const DataDirectory& data, const std::string& ward,
                                const std::string& acts_file) {
  if (!acts_file.empty()) {
    return {{ward.empty() ? "tan-quy-dong" : ward, read_acts(acts_file)}};
  }
  auto wards = bundled_wards();
  if (!ward.empty()) {
    std::erase_if(wards, [&](const BundledWard& one) { return one.ward != ward; });
    if (wards.empty()) {
      throw std::runtime_error(std::string(say("không có dữ liệu trình diễn của phường ",
                                               "no demonstration comes with the program for ward "))
                                   .append(ward));
    }
  }
  return not_loaded(data, std::move(wards));
}

}  // namespace

int run_demo(const std::vector<std::string>& arguments) {
  std::string data_path = "data";
  std::string acts_file;
  std::string ward;
  Options options("demo");
  options.text("data", &data_path, "thư mục dữ liệu", "the data directory");
  options.text("acts", &acts_file, "tệp việc khác (mặc định: dữ liệu kèm theo chương trình)",
               "another file of acts (default: those that come with the program)");
  options.text("ward", &ward,
               "chỉ nạp phường này; cùng với --acts: sổ cái nhận các việc đó (mặc định: "
               "tan-quy-dong)",
               "load this ward only; with --acts: the ledger that takes the acts (default: "
               "tan-quy-dong)");
  if (auto status = options.parse(arguments)) {
    return *status;
  }

  if (!ward.empty() && !domain::is_well_formed_id(ward)) {
    throw WrongUsage("mã phường chỉ gồm a-z, 0-9, - và _",
                     "a ward's id has only a-z, 0-9, - and _");
  }
  const DataDirectory data{data_path};
  require_example(data);
  return load_example(data, wanted(data, ward, acts_file));
}

}  // namespace langnghe::tools
