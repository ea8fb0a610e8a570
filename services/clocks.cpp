#include <algorithm>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>

#include <time.h>

#include <ledger/record.hpp>
#include <services/clock.hpp>
#include <services/clocks.hpp>
#include <services/ledger_pages.hpp>
#include <services/say.hpp>

namespace langnghe::tools {
namespace {

namespace fs = std::filesystem;
using domain::Instant;

fs::path note_of(const DataDirectory& data) {
  return data.root / "clock.txt";
}

std::optional<Instant> read_note(const DataDirectory& data) {
  std::ifstream file(note_of(data));
  std::string line;
  std::getline(file, line);
  return domain::parse_instant(line);
}

std::optional<Instant> newest_record(eventstore::LedgerReader& store) {
  std::optional<Instant> newest;
  for (const auto& ledger : value_of(store.ledgers())) {
    const auto size = value_of(store.size(ledger));
    const auto last =
        size == 0
            ? std::vector<eventstore::Record>()
            : store.read_ledger(ledger, {size - 1}, 1).value_or(std::vector<eventstore::Record>{});
    const auto record =
        last.empty() ? std::unexpected(std::string()) : eventstore::parse(last.front().bytes);
    if (record) {
      newest = std::max(newest, domain::parse_instant(record->recorded));
    }
  }
  return newest;
}

}  // namespace

api::ClockReading read_clocks() {
  timespec running{};
  ::clock_gettime(CLOCK_BOOTTIME, &running);
  return {system_now(),
          std::chrono::duration_cast<std::chrono::milliseconds>(
              std::chrono::seconds(running.tv_sec) + std::chrono::nanoseconds(running.tv_nsec))};
}

void note_clock(const DataDirectory& data, Instant now) {
  // In one step, so that no half of a line is ever read. Where it fails the next one may succeed.
  const fs::path draft = note_of(data).string() + ".new";
  std::ofstream(draft) << domain::to_utc_text(now) << '\n';
  std::error_code failed;
  if (fs::exists(draft, failed) && fs::file_size(draft, failed) > 0) {
    fs::rename(draft, note_of(data), failed);
  }
}

std::optional<Instant> last_written(const DataDirectory& data) {
  std::optional<Instant> newest;
  for (const auto& folder : {data.ledger(), data.anchor()}) {
    std::error_code fault;
    fs::directory_iterator files(folder, fault);
    for (; !fault && files != fs::directory_iterator(); files.increment(fault)) {
      std::error_code unknown;
      const auto written = fs::last_write_time(files->path(), unknown);
      if (!unknown) {
        newest = std::max(newest, std::optional(std::chrono::floor<std::chrono::milliseconds>(
                                      std::chrono::file_clock::to_sys(written))));
      }
    }
  }
  return newest;
}

std::optional<Instant> newest_known(eventstore::LedgerReader& store, const DataDirectory& data,
                                    std::optional<Instant> last_written) {
  const auto record = newest_record(store);
  if (const auto note = read_note(data)) {
    return std::max(record, note);
  }
  // An earlier program left no note. Its files say only that the clock has been that far: it is not
  // behind because somebody copied them.
  const bool counts = record && last_written && *last_written <= system_now();
  return counts ? std::max(record, last_written) : record;
}

std::string describe(const api::ClockGuard::Held& held) {
  return std::string(say("đồng hồ máy chỉ ", "the machine's clock says ")) +
         domain::to_utc_text(held.now) +
         std::string(say(", trong khi phải vào khoảng ", ", expected is about ")) +
         domain::to_utc_text(held.expected) +
         std::string(say(": không ghi gì cho tới khi giờ được xác nhận. Hãy chỉnh giờ; nếu giờ "
                         "đúng, quản trị viên xác nhận (ward/confirm-time), hoặc khởi động với "
                         "--time-is-right. Việc đọc vẫn tiếp tục",
                         ": nothing is written until the time is confirmed. Set the clock right; "
                         "where it is right, an administrator confirms it (ward/confirm-time), or "
                         "start with --time-is-right. Reading goes on"));
}

void require_right_clock(eventstore::LedgerReader& store, const DataDirectory& data,
                         std::optional<Instant> last_written) {
  api::ClockGuard guard(read_clocks);
  guard.start(newest_known(store, data, last_written));
  if (const auto held = guard.held()) {
    throw std::runtime_error(describe(*held));
  }
  note_clock(data, system_now());
}

}  // namespace langnghe::tools
