// P8: from the start of the process to the first read it serves.
#include <stdexcept>
#include <string>

#include <api/file_accounts.hpp>
#include <services/clock.hpp>
#include <services/data_directory.hpp>
#include <services/say.hpp>

#include "acts/bootstrap.hpp"
#include "acts/sign_ins.hpp"
#include "bench/bars.hpp"
#include "bench/served_process.hpp"
#include "bench/workload.hpp"
#include "command_line/progress.hpp"

namespace langnghe::tools::bench {
namespace {

constexpr double kBarSeconds = 2;

/// The views as a running program leaves them, and somebody who may read.
std::string prepare(const DataDirectory& data) {
  const domain::UserId reader{"reader"};
  const auto store = make_store(data).store;
  const auto vault = open_vault(data, "");
  register_administrator(*store, bench_ledger(), reader, "Reader", system_now());
  const auto views = open_views(*store, data);
  ProgressLine progress(say("Dựng các bảng nhìn", "Building the views"));
  const auto built =
      views->catch_up(bench_ledger(), [&](auto state) { progress.show(state.done, state.total); });
  progress.end();
  if (!built) {
    throw std::runtime_error("bench: " + built.error().what);
  }
  api::FileAccounts file(data.accounts(), {}, system_now);
  api::Accounts& accounts = file;
  const auto& ward = bench_ledger().value;
  const bool known = accounts.set_password(ward, reader, make_password()).has_value();
  const auto token = accounts.make_token(ward, reader, "bench", std::chrono::hours(24));
  if (!known || !token) {
    throw std::runtime_error("bench: cannot write " + data.accounts().string());
  }
  return *token;
}

}  // namespace

std::vector<Row> start(const Ground& ground) {
  const DataDirectory data{filled_data(ground, ground.sizes.events)};
  const std::string token = prepare(data);
  const std::string path = "/api/v1/wards/" + bench_ledger().value + "/issues?open=true";
  Rounds rounds;
  for (int round = 0; round < ground.sizes.rounds; ++round) {
    const auto begin = Clock::now();
    const ServedProcess served(data.root);
    if (const int status = served.get(path, token); status != 200) {
      throw std::runtime_error("bench: the first read was answered " + std::to_string(status));
    }
    rounds.program.push_back(seconds_since(begin));
    rounds.limit.push_back(kBarSeconds);
  }
  return {row_of("P8",
                 std::string(say("từ khởi động đến lần đọc đầu tiên, số bản ghi: ",
                                 "start to the first served read, records: ")) +
                     std::to_string(ground.sizes.events),
                 "s", rounds, Bound::at_most, 1)};
}

}  // namespace langnghe::tools::bench
