// `langnghe serve`: builds the object graph, serves until a signal, and takes it down in order.
#include <iostream>
#include <string>

#include <api/accounts.hpp>
#include <api/application.hpp>
#include <http/server.hpp>

#include "backup_service.hpp"
#include "clock.hpp"
#include "data_directory.hpp"
#include "file_settings.hpp"
#include "file_sweep.hpp"
#include "listening.hpp"
#include "options.hpp"
#include "say.hpp"
#include "sign_ins.hpp"
#include "signed_ledger.hpp"
#include "standing_work.hpp"
#include "subcommand.hpp"
#include "witnesses.hpp"

namespace langnghe::tools {
namespace {

void catch_up(projections::Views& views, eventstore::EventStore& store) {
  for (const auto& ledger : store.ledgers()) {
    if (auto done = views.catch_up(ledger, {}); !done) {
      // Served all the same: /readyz says what stopped the views, reads say how far they are.
      std::cerr << "langnghe: " << ledger.value << ": " << done.error().what << '\n';
    }
  }
}

}  // namespace

int run_serve(const std::vector<std::string>& arguments) {
  std::string data_path = "data";
  std::string listen = "127.0.0.1:8080";
  std::string master_key;
  std::size_t workers = 32;
  std::string backup_to;
  std::size_t backup_every = 24;
  std::vector<std::string> witnesses;
  FileSettings file_settings;
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
  options.texts("witness", &witnesses, "nhân chứng URL=KHÓA_KIỂM_TRA (nhiều lần được)",
                "a witness, URL=VERIFIER-KEY (any number of times)");
  file_settings.add_to(options);
  if (auto status = options.parse(arguments)) {
    return *status;
  }

  const auto signals = block_ending_signals();
  const DataDirectory data{data_path};
  const auto store = open_store(data, false);
  const auto log = start_log(*store, data);
  const auto cosigning = start_cosigning(*store, *log, data, witnesses);
  const auto vault = open_vault(data, master_key);
  eventstore::Attachments files(file_settings.options(data), *vault);
  const auto views = open_views(*store, data);
  catch_up(*views, *store);
  views->follow();
  const StandingWork standing_work(*store, *vault, *views, files);
  api::Accounts accounts(data.accounts(), limits, system_now);
  api::Services services{*store, *vault,    *views, accounts,       system_now,
                         limits, log.get(), &files, cosigning.get()};
  api::Application application(services);

  auto server_options = listen_options(listen);
  server_options.worker_threads = static_cast<int>(workers);
  server_options.limits = limits;
  http::Server server(
      server_options, [&](const api::Request& request) { return application.handle(request); },
      [&](const api::Request& head) { return application.streams_body(head); });

  std::cout << say("Lắng Nghe đang phục vụ tại ", "Lắng Nghe serves at ")
            << url_of(server_options, server.port()) << '\n';
  print_sign_ins(data, std::cout);
  std::cout << say("Ctrl-C để dừng.", "Ctrl-C stops it.") << std::endl;

  const FileSweep sweep(*store, files, {file_settings.unreferenced_hours});
  const BackupService backups(
      *store, data,
      {backup_to.empty() ? std::filesystem::path() : std::filesystem::absolute(backup_to),
       backup_every});
  await_ending_signal(signals);
  std::cout << say("Đang dừng…", "Stopping…") << std::endl;
  server.stop();
  log->stop();  // signs what is committed, so that the witnesses see the ledger's end
  cosigning->stop();
  return 0;
}

}  // namespace langnghe::tools
