// `langnghe serve`: builds the object graph, serves until a signal, and takes it down in order.
#include <chrono>
#include <cstdint>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include <papers/pdf.hpp>
#include <search/issue_search.hpp>
#include <search/people_search.hpp>

#include <api/account_acts.hpp>
#include <api/application.hpp>
#include <api/clock_guard.hpp>
#include <api/file_accounts.hpp>
#include <api/request_id.hpp>
#include <attachments/attachment_folder.hpp>
#include <following/supervisor.hpp>
#include <http/server.hpp>
#include <log/log.hpp>
#include <services/backup_service.hpp>
#include <services/clock.hpp>
#include <services/clocks.hpp>
#include <services/consumer_failure.hpp>
#include <services/data_directory.hpp>
#include <services/directory_checks.hpp>
#include <services/file_sweep.hpp>
#include <services/key_check.hpp>
#include <services/ledger_pages.hpp>
#include <services/ledger_watching.hpp>
#include <services/say.hpp>
#include <services/signed_ledger.hpp>
#include <services/standing_work.hpp>
#include <services/witnesses.hpp>

#include "acts/sign_ins.hpp"
#include "command_line/options.hpp"
#include "command_line/subcommand.hpp"
#include "serving/descriptors.hpp"
#include "serving/heap.hpp"
#include "serving/listening.hpp"
#include "serving/serve_settings.hpp"

namespace langnghe::tools {
namespace {

/// Waits a little for the views, which are followed: an ordinary start serves nobody a 503. Views
/// that are built anew take longer, and serving does not wait for them; /readyz says how far they
/// are, or what stopped them.
void wait_for_views(projections::Views& views, eventstore::EventStore& store) {
  constexpr std::chrono::seconds kPatience{5};
  const auto deadline = std::chrono::steady_clock::now() + kPatience;
  for (const auto& ledger : value_of(store.ledgers())) {
    static_cast<void>(views.wait_for(ledger, value_of(store.size(ledger)), deadline));
  }
}

void tell_clock(api::ClockGuard& clock, bool time_is_right) {
  if (time_is_right) {
    clock.confirm();
    log::info(std::string(say("giờ của máy được lấy làm đúng: ",
                              "the machine's time is taken as right: ")) +
              domain::to_utc_text(system_now()));
  }
}

/// A vault that has none of the keys is not this ledger's: nothing could be opened, and whom the
/// ledger knows could not be written down.
void require_some_keys(KeyWatch& keys, eventstore::EventStore& store) {
  // A large ledger is served before its residents are all looked at; what is found then is said.
  constexpr std::uint64_t kSmall = 200'000;
  constexpr std::chrono::seconds kPatience{2};
  std::uint64_t records = 0;
  for (const auto& ledger : value_of(store.ledgers())) {
    records += value_of(store.size(ledger));
  }
  if (records > kSmall) {
    return;
  }
  keys.wait_for_first(kPatience);
  const auto found = keys.findings();
  if (found.residents > 0 && found.lost() == found.residents) {
    throw std::runtime_error(describe(found));
  }
}

/// The limits that were asked for, as far as the system has files for the connections.
api::Limits limits_of(const ServeSettings& settings) {
  auto limits = settings.all_limits();
  const auto descriptors = raise_descriptor_limit();
  limits.connections_max = connections_within(descriptors, limits.connections_max);
  limits.event_streams_max =
      connections_within(descriptors - limits.connections_max, limits.event_streams_max);
  log::info(std::to_string(limits.connections_max)
                .append(say(" kết nối cùng lúc là tối đa; số tệp được mở: ",
                            " connections at most; files that may be open: "))
                .append(std::to_string(descriptors)));
  return limits;
}

std::vector<api::Trouble> troubles_of(const KeyWatch& keys, api::Accounts& accounts,
                                      bool has_users) {
  auto troubles = keys.troubles();
  if (const auto fault = accounts.fault(has_users); !fault.empty()) {
    troubles.push_back({"/accounts", "accounts_unavailable", fault});
  }
  return troubles;
}

void tell_troubles(const std::vector<api::Trouble>& troubles) {
  for (const auto& trouble : troubles) {
    log::error(trouble.where + ": " + trouble.code + ": " + trouble.detail);
  }
}

http::ServerOptions server_options_of(const ServeSettings& settings) {
  auto options = listen_options(settings.listen);
  options.worker_threads = static_cast<int>(settings.workers);
  options.limits = settings.limits;
  options.trusted_proxies = settings.trusted_proxies;
  return options;
}

bool clock_is_set() {
  return clock_ahead() != std::chrono::milliseconds(0);
}

/// The time that phones have, whatever a demonstration's clock says.
domain::Instant machine_now() {
  return system_now() - clock_ahead();
}

/// Every answer of a demonstration whose clock was set says so, and what that clock says.
api::Response answered(api::Application& application, const api::Request& request) {
  auto response = application.handle(request);
  if (clock_is_set()) {
    response.set("Demonstration-Clock", domain::to_local_text(system_now()));
  }
  return response;
}

void announce(const std::string& url, const DataDirectory& data, bool show_sign_ins) {
  std::cout << say("Lắng Nghe đang phục vụ tại ", "Lắng Nghe serves at ") << url << '\n';
  if (clock_is_set()) {
    std::cout << say("Đồng hồ của dữ liệu trình diễn được đặt, đang chỉ ",
                     "The demonstration's clock was set and says ")
              << domain::to_local_text(system_now()) << '\n';
  }
  if (show_sign_ins) {
    print_sign_ins(data, std::cout);
  }
  std::cout << say("Ctrl-C để dừng.", "Ctrl-C stops it.") << std::endl;
}

/// Records what the command line set while nothing was served; later acts are recorded by requests.
void tell_ledgers(eventstore::EventStore& store, api::Accounts& accounts) {
  const auto run = api::make_request_id();
  for (const auto& ledger : accounts.ledgers_untold()) {
    if (const auto told = api::tell_ledger(store, accounts, ledger, system_now(), run); !told) {
      log::warning(told.error(), ledger);
    }
  }
}

/// Issues and people, as they are found by words, followed from the beginning on.
struct Searches {
  Searches(eventstore::EventStore& store, eventstore::Vault& vault,
           const std::filesystem::path& folder, eventstore::Supervisor& supervisor)
      : issues(store, folder), people(store, vault, folder) {
    issues.follow(supervisor, &tell_failure);
    people.follow(supervisor, &tell_failure);
  }
  void add_to(api::Services& services) {
    services.search = &issues;
    services.people = &people;
  }

  search::IssueSearch issues;
  search::PeopleSearch people;
};

http::Server start_server(const http::ServerOptions& options, api::Application& application) {
  return http::Server(
      options, [&](const api::Request& request) { return answered(application, request); },
      [&](const api::Request& head) { return application.streams_body(head); },
      &api::Application::is_about_the_service);
}

/// Of the process as a whole, before it has a second thread; answers the signals that end it.
sigset_t prepare_process(ServeSettings& settings) {
  log::configure(settings.log_settings());
  share_heaps();
  settings.limits = limits_of(settings);
  return block_ending_signals();
}

}  // namespace

int run_serve(const std::vector<std::string>& arguments) {
  ServeSettings settings;
  Options options("serve");
  settings.add_to(options);
  if (auto status = options.parse(arguments)) {
    return *status;
  }
  const auto signals = prepare_process(settings);
  const DataDirectory data{settings.data};
  close_to_others(data);
  const auto written = last_written(data);
  const auto opened = make_store(data, settings.disk_reserve_mib << 20);
  const auto& store = opened.store;
  require_ledger_of(data, *store);
  api::ClockGuard clock(read_clocks,
                        {.ahead_max = std::chrono::hours(24 * settings.clock_ahead_days)});
  clock.start(newest_known(*store, data, written));
  tell_clock(clock, settings.time_is_right);
  eventstore::Supervisor supervisor(*store);
  const auto log = start_log(*store, data, &supervisor);
  const auto cosigning = start_cosigning(*store, *log, data, settings.witnesses);
  const auto vault = open_vault(data, settings.master_key);
  KeyWatch keys(*store, *vault, std::chrono::hours(settings.check_every), supervisor);
  require_some_keys(keys, *store);
  eventstore::AttachmentFolder files(settings.files.options(data), *vault);
  constexpr bool kKeepsOld = true;
  const auto views = open_views(*store, data, kKeepsOld);
  views->follow(supervisor);
  wait_for_views(*views, *store);
  Searches searches(*store, *vault, data.search(), supervisor);
  const StandingWork standing_work(*store, *vault, *views, files, clock, data, supervisor);
  const auto watch = make_watch(*store, *log, data, settings.check_every, supervisor);
  api::FileAccounts accounts(data.accounts(), settings.limits, system_now, machine_now);
  tell_ledgers(*store, accounts);
  const bool has_users = has_people(*store);
  api::Services services{{*vault, *views, accounts, system_now, settings.limits, log.get(), &files,
                          cosigning.get(), watch.get(), &clock},
                         *store};
  services.following = &supervisor;
  searches.add_to(services);
  papers::PdfMaker pdf({papers::find_office(), papers::passing_folder()});
  services.pdf = &pdf;
  services.troubles = [&] { return troubles_of(keys, accounts, has_users); };
  tell_troubles(services.troubles());
  api::Application application(services);
  const auto live = application.follow(supervisor);

  const HeapTrimmer heap_trimmer;
  const auto server_options = server_options_of(settings);
  http::Server server = start_server(server_options, application);
  announce(url_of(server_options, server.port()), data, settings.show_sign_ins);

  const FileSweep sweep(*store, files, {settings.files.unreferenced_hours}, supervisor);
  const BackupService backups(
      opened, *vault, data,
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
