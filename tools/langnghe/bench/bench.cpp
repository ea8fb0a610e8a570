// `langnghe bench`: the bars P1 to P5, P8 and D1 (docs/performance.md), each beside its limit, in
// one run. Nothing here is pass or fail: a figure belongs to its machine.
#include <charconv>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>
#include <string_view>

#include <unistd.h>

#include <services/data_directory.hpp>
#include <services/say.hpp>

#include "bench/bars.hpp"
#include "command_line/options.hpp"
#include "command_line/subcommand.hpp"

namespace langnghe::tools {
namespace {

using namespace bench;

struct Bar {
  std::string_view name;
  std::vector<Row> (*measure)(const Ground& ground);
};
constexpr Bar kBars[] = {{"P1", durable_append},  {"P2", latency}, {"P3", conditions},
                         {"P4", flat_in_size},    {"P5", replay},  {"P8", start},
                         {"D1", papers_and_books}};

/// Gives back the disk whatever happens.
class RunFolder {
 public:
  explicit RunFolder(const std::filesystem::path& under)
      : path_(under / ("bench-" + std::to_string(::getpid()))) {
    if (!std::filesystem::is_directory(under)) {
      throw std::runtime_error(
          std::string(say("không có thư mục này: ", "there is no such directory: ")) +
          under.string());
    }
    make_private(path_);
  }
  RunFolder(const RunFolder&) = delete;
  RunFolder& operator=(const RunFolder&) = delete;
  ~RunFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

std::vector<const Bar*> chosen_bars(std::string_view only) {
  std::vector<const Bar*> chosen;
  while (!only.empty()) {
    const auto comma = only.find(',');
    const auto name = only.substr(0, comma);
    only.remove_prefix(comma == std::string_view::npos ? only.size() : comma + 1);
    bool found = false;
    for (const Bar& bar : kBars) {
      if (bar.name == name) {
        chosen.push_back(&bar);
        found = true;
      }
    }
    if (!found) {
      throw std::runtime_error(std::string(say("không có mốc này: ", "there is no such bar: ")) +
                               std::string(name));
    }
  }
  return chosen;
}

double positive(const std::string& text) {
  double value = 0;
  const char* const last = text.data() + text.size();
  if (std::from_chars(text.data(), last, value).ptr != last || !(value > 0) || value > 3'600) {
    throw std::runtime_error(std::string(
        say("--seconds cần một số giây lớn hơn 0", "--seconds needs a number of seconds above 0")));
  }
  return value;
}

void write_json(const std::string& file, const std::string& json) {
  if (file == "-") {
    std::cout << json;
    return;
  }
  std::ofstream out(file);
  out << json;
  if (!out.flush()) {
    throw std::runtime_error(std::string(say("không ghi được ", "cannot write ")) + file);
  }
}

}  // namespace

int run_bench(const std::vector<std::string>& arguments) {
  std::string data = ".";
  std::size_t events = 1'000'000;
  std::size_t rounds = 3;
  std::string seconds = "3";
  std::string json_file;
  std::string only = "P1,P2,P3,P4,P5,P8";
  Options options("bench");
  options.text("data", &data, "đo trên ổ đĩa của thư mục này; thư mục con tạm bị xóa khi xong",
               "measure on this directory's disk; a folder in it is made and removed");
  options.number("events", &events, "số bản ghi của sổ cái lớn (P4, P5, P8)",
                 "records of the large ledger (P4, P5, P8)");
  options.text("seconds", &seconds, "mỗi lần đo bao lâu", "how long each measurement takes");
  options.number("rounds", &rounds, "số vòng xen kẽ", "interleaved rounds");
  options.text("json", &json_file, "ghi thêm JSON vào tệp này; -: chỉ in JSON",
               "also write JSON to this file; -: print nothing but JSON");
  options.text("only", &only, "chỉ các mốc này", "only these bars");
  if (auto status = options.parse(arguments)) {
    return *status;
  }
  constexpr std::size_t kEventsMin = 1'000;  // the smaller ledger of P4 needs whole streams
  const Ground ground{
      .root = {},
      .sizes = {.events = std::max(events, kEventsMin),
                .seconds = positive(seconds),
                .rounds = static_cast<int>(std::clamp<std::size_t>(rounds, 1, 99))}};
  const auto bars = chosen_bars(only);
  const RunFolder folder(data);
  const Machine machine = look_at_machine(folder.path());
  std::vector<Row> rows;
  for (const Bar* bar : bars) {
    std::cerr << bar->name << "…\n";
    for (auto& row : bar->measure({folder.path(), ground.sizes})) {
      rows.push_back(std::move(row));
    }
  }
  if (json_file != "-") {
    print_table(machine, ground.sizes, rows, std::cout);
  }
  if (!json_file.empty()) {
    write_json(json_file, to_json_text(machine, ground.sizes, rows));
  }
  return 0;
}

}  // namespace langnghe::tools
