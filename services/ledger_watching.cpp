#include <algorithm>
#include <chrono>
#include <fstream>
#include <sstream>
#include <utility>

#include <log/log.hpp>
#include <services/clock.hpp>
#include <services/ledger_watching.hpp>
#include <services/say.hpp>

namespace langnghe::tools {
namespace es = eventstore;
namespace {

/// A hundred years: what is more would overflow the clock.
constexpr std::size_t kHoursMax = 876'000;

std::string_view meaning(es::WatchFinding finding) {
  switch (finding) {
    case es::WatchFinding::differs:
      return say("sổ cái không còn đúng với đầu sổ đã ký, từ vị trí ",
                 "the ledger is not what its signed head stands for, from position ");
    case es::WatchFinding::unreadable:
      return say("không đọc được sổ cái, ở vị trí ", "the ledger cannot be read, at position ");
    case es::WatchFinding::clean:
    case es::WatchFinding::none:
      break;
  }
  return say("sổ cái đúng với đầu sổ đã ký, bản ghi ",
             "the ledger is what its signed head stands for, records ");
}

std::string text_of(const es::WatchState& state) {
  const bool differs = state.finding == es::WatchFinding::differs;
  std::ostringstream line;
  line << state.ledger.value << ": " << meaning(state.finding)
       << (state.finding == es::WatchFinding::clean ? state.records : state.position);
  if (!state.detail.empty()) {
    line << " (" << state.detail << ")";
  }
  if (differs) {
    line << say(
        ". Đã ngừng ghi và ngừng ký, việc đọc vẫn tiếp tục. Hãy dừng langnghe, khôi phục "
        "bản sao lưu mới nhất (langnghe restore), và báo cho người giám sát",
        ". Writing and signing have stopped, reading goes on. Stop langnghe, restore the "
        "newest backup (langnghe restore), and tell the supervisors");
  }
  return line.str();
}

void tell(const es::WatchState& state, const DataDirectory& data) {
  if (state.finding == es::WatchFinding::clean && state.detail.empty()) {
    return;  // /metrics tells it
  }
  const std::string text = text_of(state);
  log::error(text);
  if (state.finding == es::WatchFinding::differs) {
    std::ofstream(data.found_differing(), std::ios::app) << text << '\n';
  }
}

}  // namespace

std::unique_ptr<es::LedgerWatch> make_watch(es::EventStore& store, es::Transparency& log,
                                            const DataDirectory& data, std::size_t hours,
                                            es::Supervisor& supervisor) {
  es::WatchOptions options;
  options.supervisor = &supervisor;
  options.every = std::chrono::hours(std::min(hours, kHoursMax));
  options.now = [] {
    return std::chrono::floor<std::chrono::seconds>(system_now()).time_since_epoch().count();
  };
  options.on_finding = [data](const es::WatchState& state) { tell(state, data); };
  return std::make_unique<es::LedgerWatch>(store, log, std::move(options));
}

}  // namespace langnghe::tools
