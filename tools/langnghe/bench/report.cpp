#include "bench/report.hpp"

#include <iomanip>
#include <ostream>
#include <sstream>
#include <utility>

#include <nlohmann/json.hpp>

#include <services/say.hpp>

#include "bench/workload.hpp"

namespace langnghe::tools::bench {
namespace {

constexpr std::string_view kDurability = "one synced RocksDB batch per group, fdatasync";

std::string rounded(double value) {
  std::ostringstream out;
  out << std::fixed << std::setprecision(value < 10 ? 2 : value < 100 ? 1 : 0) << value;
  return out.str();
}

std::string verdict(const Row& row) {
  return std::string(row.reached() ? say("đạt", "reached") : say("CHƯA ĐẠT", "MISSED"));
}

}  // namespace

Row row_of(std::string bar, std::string what, std::string unit, const Rounds& rounds, Bound bound,
           double bar_ratio) {
  return {.bar = std::move(bar),
          .what = std::move(what),
          .unit = std::move(unit),
          .program = median(rounds.program),
          .limit = median(rounds.limit),
          .ratio = rounds.ratio(),
          .bar_ratio = bar_ratio,
          .bound = bound};
}

void print_table(const Machine& machine, const Sizes& sizes, const std::vector<Row>& rows,
                 std::ostream& out) {
  out << machine.processor << ", " << machine.cores << say(" nhân, tải ", " cores, load ")
      << rounded(machine.load) << ", " << machine.file_system << ", fdatasync p50 "
      << rounded(machine.fdatasync_p50_us) << " µs, RocksDB " << machine.rocksdb << '\n'
      << kDurability << "; " << kRecordBytes << say(" byte mỗi bản ghi; ", " bytes a record; ")
      << sizes.events << say(" bản ghi; trung vị của ", " records; medians of ") << sizes.rounds
      << say(" vòng, mỗi vòng ", " rounds of ") << rounded(sizes.seconds) << " s\n\n";
  out << std::left << std::setw(5) << "" << std::right << std::setw(12) << say("limit", "limit")
      << std::setw(12) << "langnghe" << std::setw(9) << "ratio" << std::setw(10) << "bar" << "\n";
  for (const auto& row : rows) {
    const std::string bar = (row.bound == Bound::at_least ? ">= " : "<= ") + rounded(row.bar_ratio);
    out << std::left << std::setw(5) << row.bar << std::right << std::setw(12) << rounded(row.limit)
        << std::setw(12) << rounded(row.program) << std::setw(9) << rounded(row.ratio)
        << std::setw(10) << bar << "  " << verdict(row) << ": " << row.what << " [" << row.unit
        << "]\n";
  }
}

std::string to_json_text(const Machine& machine, const Sizes& sizes, const std::vector<Row>& rows) {
  nlohmann::ordered_json json = {
      {"machine",
       {{"processor", machine.processor},
        {"cores", machine.cores},
        {"load", machine.load},
        {"file_system", machine.file_system},
        {"fdatasync_p50_us", machine.fdatasync_p50_us},
        {"rocksdb", machine.rocksdb}}},
      {"durability", kDurability},
      {"record_bytes", kRecordBytes},
      {"events", sizes.events},
      {"seconds", sizes.seconds},
      {"rounds", sizes.rounds},
      {"rows", nlohmann::ordered_json::array()},
  };
  for (const auto& row : rows) {
    json["rows"].push_back({{"bar", row.bar},
                            {"what", row.what},
                            {"unit", row.unit},
                            {"limit", row.limit},
                            {"program", row.program},
                            {"ratio", row.ratio},
                            {"bound", row.bound == Bound::at_least ? "at_least" : "at_most"},
                            {"bar_ratio", row.bar_ratio},
                            {"reached", row.reached()}});
  }
  return json.dump(2) + "\n";
}

}  // namespace langnghe::tools::bench
