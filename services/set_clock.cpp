#include <cstdint>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <system_error>

#include <services/clock.hpp>
#include <services/set_clock.hpp>

namespace langnghe::tools {
namespace {

std::filesystem::path file_of(const DataDirectory& data) {
  return data.root / "demonstration-clock.txt";
}

}  // namespace

void set_day(const DataDirectory& data, const domain::Date& day) {
  const auto machine = system_now() - clock_ahead();
  const std::chrono::seconds ahead =
      std::chrono::days(domain::days_between(domain::local_date(machine), day));
  std::ofstream file(file_of(data), std::ios::trunc);
  file << ahead.count() << " seconds ahead of the machine's clock\n";
  file.close();
  if (!file) {
    throw std::runtime_error("cannot write " + file_of(data).string());
  }
  set_clock_ahead(ahead);
}

void take_clock_of(const DataDirectory& data) {
  // A file that was copied beside a real ward's ledger must not date its records.
  std::error_code absent;
  if (!std::filesystem::exists(data.root / "demonstration-wards.txt", absent)) {
    return;
  }
  std::ifstream file(file_of(data));
  std::int64_t seconds = 0;
  if (file >> seconds) {
    set_clock_ahead(std::chrono::seconds(seconds));
  }
}

}  // namespace langnghe::tools
