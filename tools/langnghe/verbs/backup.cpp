// `langnghe backup`: a backup of a data directory, by itself or by the process that serves it.
#include <chrono>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>
#include <thread>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <rocksdb_engine/rocksdb_store.hpp>
#include <services/backups.hpp>
#include <services/say.hpp>
#include <services/staged_import.hpp>

#include "command_line/options.hpp"
#include "command_line/subcommand.hpp"
#include "command_line/wrong_usage.hpp"

namespace langnghe::tools {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr auto kTakenWithin = std::chrono::seconds(30);
constexpr auto kDoneWithin = std::chrono::hours(6);

/// Does a process hold the ledger? Asks for RocksDB's lock without taking it.
bool is_held(const DataDirectory& data) {
  const int file = ::open((data.ledger() / "LOCK").c_str(), O_RDWR | O_CLOEXEC);
  if (file < 0) {
    return false;
  }
  struct flock lock = {};
  lock.l_type = F_WRLCK;
  lock.l_whence = SEEK_SET;
  const bool asked = ::fcntl(file, F_GETLK, &lock) == 0;
  ::close(file);
  return asked && lock.l_type != F_UNLCK;
}

/// Until the file is gone. False: it is still there, and the time is over or its reader has ended.
bool wait_while(const fs::path& present, const DataDirectory& data, Clock::duration most) {
  const auto deadline = Clock::now() + most;
  while (fs::exists(present)) {
    if (Clock::now() >= deadline || !is_held(data)) {
      return !fs::exists(present);
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  return true;
}

int ask_the_server(const DataDirectory& data, const fs::path& to) {
  const BackupRequest request{data.root};
  fs::remove(request.answer());
  const fs::path draft = request.asked().string() + "." + std::to_string(::getpid());
  std::ofstream(draft) << to.string() << '\n';
  fs::rename(draft, request.asked());
  if (!wait_while(request.asked(), data, kTakenWithin)) {
    fs::remove(request.asked());
    throw std::runtime_error(
        std::string(say("thư mục dữ liệu đang bị khóa, nhưng không phải bởi langnghe serve, hoặc "
                        "nó vừa dừng; hãy thử lại",
                        "the data directory is locked, but not by langnghe serve, or that has just "
                        "ended; try again")));
  }
  std::string answer;
  if (wait_while(request.taken(), data, kDoneWithin)) {
    std::getline(std::ifstream(request.answer()), answer);
    fs::remove(request.answer());
  } else if (!is_held(data)) {
    fs::remove(request.taken());
    answer = say("nó đã dừng giữa chừng; bản dở dang không được tính, hãy chạy lại lệnh này",
                 "it ended before it was done; what it began counts for nothing, run this again");
  }
  if (answer == "done") {
    std::cout << say("langnghe serve đã sao lưu vào ", "langnghe serve has backed up to ")
              << to.string() << '\n';
    return 0;
  }
  if (answer.empty()) {
    answer = say("nó không trả lời; xem nhật ký của nó", "it gave no answer; see its output");
  }
  std::cerr << say("langnghe serve KHÔNG sao lưu được vào ", "langnghe serve could NOT back up to ")
            << to.string() << ": " << answer << '\n';
  return 1;
}

}  // namespace

int run_backup(const std::vector<std::string>& arguments) {
  std::string data_path = "data";
  std::string to;
  Options options("backup");
  options.text("data", &data_path, "thư mục dữ liệu", "the data directory");
  options.text("to", &to, "thư mục các bản sao lưu", "the folder of backups");
  if (auto status = options.parse(arguments)) {
    return *status;
  }
  const DataDirectory data{data_path};
  if (to.empty()) {
    throw WrongUsage("hãy nêu --to", "name the folder with --to");
  }
  require_ledger(data);
  const fs::path target = fs::absolute(to);
  ::umask(S_IRWXG | S_IRWXO);
  const auto opened =
      eventstore::open_rocksdb_store({.directory = data.ledger(), .read_only = false});
  int status = 0;
  if (opened) {
    finish_imports(*opened->store, data);
    const auto vault = open_vault_to_check(data, "");
    status = back_up_to(*opened, data, target, vault.get()).empty() ? 0 : 1;
  } else if (opened.error().code == eventstore::StoreErrorCode::in_use) {
    status = ask_the_server(data, target);
  } else {
    throw std::runtime_error(opened.error().context);
  }
  if (status == 0) {
    std::cout << say("Khóa chính (keys/) KHÔNG nằm trong bản sao lưu: hãy cất riêng.",
                     "The master key (keys/) is NOT in the backup: keep it apart.")
              << '\n';
  }
  return status;
}

}  // namespace langnghe::tools
