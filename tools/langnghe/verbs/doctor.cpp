// `langnghe doctor`: compares everything in a data directory with everything else in it.
#include <algorithm>
#include <chrono>
#include <functional>
#include <iostream>
#include <map>
#include <stdexcept>
#include <string>
#include <utility>

#include <stdlib.h>

#include <api/file_accounts.hpp>
#include <backup/backup.hpp>
#include <services/backups.hpp>
#include <services/clock.hpp>
#include <services/data_directory.hpp>
#include <services/directory_checks.hpp>
#include <services/ledger_pages.hpp>
#include <services/say.hpp>

#include "checking/file_check.hpp"
#include "command_line/options.hpp"
#include "command_line/progress.hpp"
#include "command_line/subcommand.hpp"

namespace langnghe::tools {
namespace {

namespace fs = std::filesystem;

bool check_ledger(eventstore::Maintenance& maintenance, unsigned threads, bool show_progress) {
  ProgressLine line(say("Sổ cái", "Ledger"));
  eventstore::ScrubOptions options;
  options.threads = threads;
  if (show_progress) {
    options.progress = [&](std::uint64_t done, std::uint64_t total) { line.show(done, total); };
  }
  const auto began = std::chrono::steady_clock::now();
  const auto report = maintenance.scrub(options);
  if (!report) {
    throw std::runtime_error(report.error().context);
  }
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - began;
  if (show_progress) {
    line.end();
  }
  const double rate = static_cast<double>(report->records) / std::max(seconds.count(), 1e-9);
  std::cout << say("Sổ cái: ", "Ledger: ") << report->records << say(" bản ghi, ", " records, ")
            << report->streams << say(" dòng sự kiện, ", " streams, ") << report->keys
            << say(" khóa yêu cầu, ", " idempotency keys, ") << report->record_bytes << " B, "
            << static_cast<std::uint64_t>(rate) << say(" sự kiện/giây", " events/s") << '\n';
  for (const auto& finding : report->findings) {
    std::cout << "  " << finding.where << ": " << finding.what << '\n';
  }
  std::cout << "  " << report->findings_count << say(" lỗi", " findings") << '\n';
  return report->findings_count == 0;
}

/// A folder for views that are built only to be compared.
class ScratchFolder {
 public:
  ScratchFolder() {
    std::string name = (fs::temp_directory_path() / "langnghe-doctor-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) {
      throw std::runtime_error("mkdtemp: " + name);
    }
    path_ = name;
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

std::map<std::string, std::string> hashes_in(eventstore::LedgerReader& store,
                                             const fs::path& folder,
                                             const eventstore::LedgerId& ledger) {
  const auto views = projections::Views::open(store, {.directory = folder});
  if (!views) {
    throw std::runtime_error(views.error().what);
  }
  if (const auto caught_up = (*views)->catch_up(ledger, {}); !caught_up) {
    throw std::runtime_error(caught_up.error().what);
  }
  auto hashes = (*views)->hashes(ledger);
  if (!hashes) {
    throw std::runtime_error(hashes.error().what);
  }
  return std::move(*hashes);
}

// The kept views follow to the ledger's end first, as they would at the next start.
bool check_views(eventstore::LedgerReader& store, const DataDirectory& data) {
  if (!fs::exists(data.views())) {
    std::cout << say("Bảng nhìn: chưa có\n", "Views: none yet\n");
    return true;
  }
  bool well = true;
  const ScratchFolder scratch;
  for (const auto& ledger : value_of(store.ledgers())) {
    try {
      well = hashes_in(store, data.views(), ledger) ==
                 hashes_in(store, scratch.path() / ledger.value, ledger) &&
             well;
    } catch (const std::runtime_error& error) {
      std::cout << "  " << ledger.value << ": " << error.what() << '\n';
      well = false;
    }
  }
  std::cout << (well ? say("Bảng nhìn: đúng là sổ cái đọc lại\n", "Views: the ledger read again\n")
                     : say("Bảng nhìn: KHÁC sổ cái đọc lại, hoặc không đọc được (langnghe replay "
                           "dựng lại; langnghe serve phải dừng trước)\n",
                           "Views: DIFFER from the ledger read again, or cannot be read (langnghe "
                           "replay rebuilds them; langnghe serve must be stopped first)\n"));
  return well;
}

bool check_vault(eventstore::LedgerReader& store, const DataDirectory& data,
                 const std::string& master_file) {
  const auto checked = eventstore::check_key_files(data.vault());
  if (!checked) {
    throw std::runtime_error(checked.error().what);
  }
  std::cout << say("Kho khóa: ", "Vault: ") << checked->keys << say(" khóa, ", " keys, ")
            << checked->destroyed << say(" khóa đã hủy, ", " destroyed, ") << checked->damaged
            << say(" tệp hỏng", " damaged files") << '\n';
  const auto vault = open_vault_to_check(data, master_file);
  bool well = checked->damaged == 0 && (vault != nullptr || checked->keys == 0);
  for (const auto& ledger : value_of(store.ledgers())) {
    if (const auto lost = lost_keys(store, ledger, vault.get()); !lost.empty()) {
      std::cout << "  " << lost << '\n';
      well = false;
    }
  }
  return well;
}

/// Refuses what `langnghe serve` would refuse.
bool check_start(eventstore::LedgerReader& store, const DataDirectory& data) {
  bool well = true;
  const auto tell = [&](const std::string& what) {
    std::cout << "  " << what << '\n';
    well = false;
  };
  for (const auto& check : {std::function([&] { require_ledger_of(data, store); }),
                            std::function([&] { require_anchors(data, store); })}) {
    try {
      check();
    } catch (const std::runtime_error& refused) {
      tell(refused.what());
    }
  }
  api::FileAccounts accounts(data.accounts(), {}, system_now);
  if (const auto fault = accounts.fault(has_people(store)); !fault.empty()) {
    tell(fault);
  }
  std::cout << (well ? say("Phần còn lại: đủ để khởi động\n", "The rest: enough to start\n")
                     : say("Phần còn lại: langnghe serve sẽ không sẵn sàng\n",
                           "The rest: langnghe serve would not be ready\n"));
  return well;
}

}  // namespace

int run_doctor(const std::vector<std::string>& arguments) {
  std::string data_path = "data";
  std::size_t threads = 0;
  bool progress = false;
  std::string master_file;
  Options options("doctor");
  options.text("data", &data_path, "thư mục dữ liệu", "the data directory");
  options.text("master-key", &master_file, "tệp khóa chính", "file of the master key");
  options.number("threads", &threads, "số luồng (0: mọi nhân)", "threads (0: all cores)");
  options.flag("progress", &progress, "cho xem tiến độ", "show how far it is");
  if (auto status = options.parse(arguments)) {
    return *status;
  }
  const DataDirectory data{data_path};
  const auto opened = open_store(data, true);
  const auto& store = opened.store;
  (void)chosen_ledgers(*store, "");  // nothing that is well would be said over nothing
  const bool ledger = check_ledger(*opened.maintenance, static_cast<unsigned>(threads), progress);
  const bool views = check_views(*store, data);
  const bool vault = check_vault(*store, data, master_file);
  const bool files = check_files(*store, data);
  const bool start = check_start(*store, data);
  return ledger && views && vault && files && start ? 0 : 1;
}

}  // namespace langnghe::tools
