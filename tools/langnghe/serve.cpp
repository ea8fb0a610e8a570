// `langnghe serve`: builds the object graph, serves until a signal, and takes it down in order.
#include <charconv>
#include <chrono>
#include <iostream>
#include <stdexcept>
#include <string>

#include <pthread.h>
#include <signal.h>

#include <api/accounts.hpp>
#include <api/application.hpp>
#include <http/server.hpp>

#include "backup_service.hpp"
#include "clock.hpp"
#include "data_directory.hpp"
#include "options.hpp"
#include "say.hpp"
#include "sign_ins.hpp"
#include "signed_ledger.hpp"
#include "standing_work.hpp"
#include "subcommand.hpp"

namespace langnghe::tools {
namespace {

/// Splits ADDRESS:PORT; an IPv6 address stands in brackets.
http::ServerOptions listen_options(const std::string& listen) {
  const auto colon = listen.rfind(':');
  http::ServerOptions options;
  unsigned port = 0;
  const char* const first = listen.data() + colon + 1;
  const char* const last = listen.data() + listen.size();
  if (colon == std::string::npos || std::from_chars(first, last, port).ptr != last ||
      first == last || port > 65'535) {
    throw std::runtime_error(
        std::string(say("--listen cần ĐỊA_CHỈ:CỔNG, ví dụ 127.0.0.1:8080",
                        "--listen needs ADDRESS:PORT, for example 127.0.0.1:8080")));
  }
  options.address = listen.substr(0, colon);
  if (options.address.starts_with('[') && options.address.ends_with(']')) {
    options.address = options.address.substr(1, options.address.size() - 2);
  }
  options.port = static_cast<std::uint16_t>(port);
  return options;
}

/// Signals that end the program are blocked in every thread and awaited by one.
sigset_t block_ending_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  signal(SIGPIPE, SIG_IGN);
  return signals;
}

void catch_up(projections::Views& views, eventstore::EventStore& store) {
  for (const auto& ledger : store.ledgers()) {
    if (auto done = views.catch_up(ledger, {}); !done) {
      // Served all the same: /readyz says what stopped the views, reads say how far they are.
      std::cerr << "langnghe: " << ledger.value << ": " << done.error().what << '\n';
    }
  }
}

std::string url_of(const http::ServerOptions& options, std::uint16_t port) {
  const bool is_v6 = options.address.find(':') != std::string::npos;
  const auto host = is_v6 ? "[" + options.address + "]" : options.address;
  return "http://" + host + ":" + std::to_string(port) + "/";
}

}  // namespace

int run_serve(const std::vector<std::string>& arguments) {
  std::string data_path = "data";
  std::string listen = "127.0.0.1:8080";
  std::string master_key;
  std::size_t workers = 32;
  std::string backup_to;
  std::size_t backup_every = 24;
  api::Limits limits;
  Options options("serve");
  options.text("data", &data_path, "thư mục dữ liệu", "the data directory");
  options.text("listen", &listen, "ĐỊA_CHỈ:CỔNG (cổng 0: tự chọn)", "ADDRESS:PORT (0: any port)");
  options.text("master-key", &master_key, "tệp khóa chính", "file of the master key");
  options.number("workers", &workers, "số luồng xử lý", "threads that handle requests");
  options.number("body-bytes-max", &limits.body_bytes_max, "thân yêu cầu tối đa (byte)",
                 "largest request body (bytes)");
  options.number("connections-max", &limits.connections_max, "số kết nối tối đa",
                 "most connections");
  options.text("backup-to", &backup_to, "thư mục sao lưu định kỳ (trống: không)",
               "folder of regular backups (empty: none)");
  options.number("backup-every", &backup_every, "sao lưu mỗi bao nhiêu giờ",
                 "hours between backups");
  if (auto status = options.parse(arguments)) {
    return *status;
  }

  const auto signals = block_ending_signals();
  const DataDirectory data{data_path};
  const auto store = open_store(data, false);
  const auto log = start_log(*store, data);
  const auto vault = open_vault(data, master_key);
  const auto views = open_views(*store, data);
  catch_up(*views, *store);
  views->follow();
  const StandingWork standing_work(*store, *vault, *views);
  api::Accounts accounts(data.accounts(), limits, system_now);
  api::Application application(
      api::Services{*store, *vault, *views, accounts, system_now, limits, log.get()});

  auto server_options = listen_options(listen);
  server_options.worker_threads = static_cast<int>(workers);
  server_options.limits = limits;
  http::Server server(server_options,
                      [&](const api::Request& request) { return application.handle(request); });

  std::cout << say("Lắng Nghe đang phục vụ tại ", "Lắng Nghe serves at ")
            << url_of(server_options, server.port()) << '\n';
  print_sign_ins(data, std::cout);
  std::cout << say("Ctrl-C để dừng.", "Ctrl-C stops it.") << std::endl;

  const BackupService backups(
      *store, data,
      {backup_to.empty() ? std::filesystem::path() : std::filesystem::absolute(backup_to),
       backup_every});
  int received = 0;
  sigwait(&signals, &received);
  std::cout << say("Đang dừng…", "Stopping…") << std::endl;
  server.stop();
  return 0;
}

}  // namespace langnghe::tools
