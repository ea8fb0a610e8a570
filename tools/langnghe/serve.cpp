// `langnghe serve`: builds the object graph, serves until a signal, and takes it down in order.
#include <iostream>
#include <string>

#include <api/accounts.hpp>
#include <api/application.hpp>
#include <http/server.hpp>

#include "backup_service.hpp"
#include "clock.hpp"
#include "data_directory.hpp"
#include "file_sweep.hpp"
#include "ledger_watching.hpp"
#include "listening.hpp"
#include "options.hpp"
#include "say.hpp"
#include "serve_settings.hpp"
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
  ServeSettings settings;
  Options options("serve");
  settings.add_to(options);
  if (auto status = options.parse(arguments)) {
    return *status;
  }

  const auto signals = block_ending_signals();
  const DataDirectory data{settings.data};
  const auto store = open_store(data, false);
  const auto log = start_log(*store, data);
  const auto cosigning = start_cosigning(*store, *log, data, settings.witnesses);
  const auto vault = open_vault(data, settings.master_key);
  eventstore::Attachments files(settings.files.options(data), *vault);
  const auto views = open_views(*store, data);
  catch_up(*views, *store);
  views->follow();
  const StandingWork standing_work(*store, *vault, *views, files);
  const auto watch = make_watch(*store, *log, data, settings.check_every);
  api::Accounts accounts(data.accounts(), settings.limits, system_now);
  api::Services services{*store,          *vault,    *views, accounts,        system_now,
                         settings.limits, log.get(), &files, cosigning.get(), watch.get()};
  api::Application application(services);

  auto server_options = listen_options(settings.listen);
  server_options.worker_threads = static_cast<int>(settings.workers);
  server_options.limits = settings.limits;
  http::Server server(
      server_options, [&](const api::Request& request) { return application.handle(request); },
      [&](const api::Request& head) { return application.streams_body(head); });

  std::cout << say("Lắng Nghe đang phục vụ tại ", "Lắng Nghe serves at ")
            << url_of(server_options, server.port()) << '\n';
  print_sign_ins(data, std::cout);
  std::cout << say("Ctrl-C để dừng.", "Ctrl-C stops it.") << std::endl;

  const FileSweep sweep(*store, files, {settings.files.unreferenced_hours});
  const BackupService backups(
      *store, data,
      {settings.backup_to.empty() ? std::filesystem::path()
                                  : std::filesystem::absolute(settings.backup_to),
       settings.backup_every});
  watch->start();
  await_ending_signal(signals);
  std::cout << say("Đang dừng…", "Stopping…") << std::endl;
  watch->stop();
  server.stop();
  log->stop();  // signs what is committed, so that the witnesses see the ledger's end
  cosigning->stop();
  return 0;
}

}  // namespace langnghe::tools
