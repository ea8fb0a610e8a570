#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <fstream>
#include <mutex>
#include <utility>

#include <log/log.hpp>
#include <services/backup_service.hpp>

namespace langnghe::tools {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

}  // namespace

BackupService::BackupService(const eventstore::OpenedStore& store, eventstore::Vault& vault,
                             DataDirectory data, Plan plan)
    : store_(store),
      vault_(vault),
      data_(std::move(data)),
      plan_(std::move(plan)),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

void BackupService::run(const std::stop_token& stop) {
  const auto between = std::chrono::hours(std::max<std::size_t>(1, plan_.hours));
  auto next = Clock::now();
  std::mutex mutex;
  std::condition_variable_any waiting;
  std::unique_lock lock(mutex);
  while (!stop.stop_requested()) {
    try {
      if (!plan_.to.empty() && Clock::now() >= next) {
        static_cast<void>(back_up_to(store_, data_, plan_.to, &vault_));  // it has told how it went
        next = Clock::now() + between;
      }
      serve_request();
    } catch (const std::exception& error) {  // the door of this thread
      log::error(error.what());
    }
    waiting.wait_for(lock, stop, std::chrono::milliseconds(500), [] { return false; });
  }
}

void BackupService::serve_request() {
  const BackupRequest request{data_.root};
  std::error_code absent;
  fs::rename(request.asked(), request.taken(), absent);
  if (absent) {
    return;
  }
  std::string to;
  std::getline(std::ifstream(request.taken()), to);
  const std::string wrong = back_up_to(store_, data_, to, &vault_);
  const fs::path draft = request.answer().string() + ".new";
  std::ofstream(draft) << (wrong.empty() ? "done" : wrong) << '\n';
  fs::rename(draft, request.answer());
  fs::remove(request.taken());
}

}  // namespace langnghe::tools
