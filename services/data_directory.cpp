#include <cstdint>
#include <cstdlib>
#include <stdexcept>
#include <system_error>

#include <sys/stat.h>

#include <log/log.hpp>
#include <rocksdb_engine/rocksdb_store.hpp>
#include <services/data_directory.hpp>
#include <services/ledger_pages.hpp>
#include <services/say.hpp>
#include <services/set_clock.hpp>
#include <services/staged_import.hpp>

namespace langnghe::tools {
namespace {

[[noreturn]] void fail(std::string_view vi, std::string_view en, std::string_view detail) {
  throw std::runtime_error(std::string(say(vi, en)) + " (" + std::string(detail) + ")");
}

}  // namespace

void make_private(const std::filesystem::path& directory) {
  namespace fs = std::filesystem;
  // RocksDB and others make files as the mask lets them: from here on for the owner alone.
  ::umask(S_IRWXG | S_IRWXO);
  std::error_code error;
  if (fs::exists(directory, error)) {
    return;
  }
  fs::create_directories(directory, error);
  if (error) {
    fail("không tạo được thư mục; hãy chọn nơi khác bằng --data",
         "cannot make the directory; choose another with --data",
         directory.string() + ": " + error.message());
  }
  fs::permissions(directory, fs::perms::owner_all, error);
}

namespace {

/// The cause as it is: an operator who is told another one looks in the wrong place.
[[noreturn]] void cannot_open_ledger(const eventstore::StoreError& error) {
  using enum eventstore::StoreErrorCode;
  switch (error.code) {
    case in_use:
      fail("không mở được sổ cái: một langnghe khác đang dùng thư mục này; hãy dừng nó trước",
           "cannot open the ledger: another langnghe uses this directory; stop it first",
           error.context);
    case disk_full:
      fail("không mở được sổ cái: đĩa đã đầy; hãy dọn chỗ",
           "cannot open the ledger: the disk is full; make room", error.context);
    case not_permitted:
      fail("không mở được sổ cái: không có quyền, hoặc đĩa chỉ cho đọc",
           "cannot open the ledger: it may not be read or written, or the disk is read-only",
           error.context);
    case corrupt:
      fail(
          "không mở được sổ cái: dữ liệu bị hỏng; hãy khôi phục bản sao lưu mới nhất (langnghe "
          "restore)",
          "cannot open the ledger: its data is damaged; restore the newest backup (langnghe "
          "restore)",
          error.context);
    default:
      fail("không mở được sổ cái", "cannot open the ledger", error.context);
  }
}

eventstore::OpenedStore open_at(const DataDirectory& data, bool read_only,
                                std::uint64_t disk_reserve_bytes) {
  take_clock_of(data);
  auto opened = eventstore::open_rocksdb_store({.directory = data.ledger(),
                                                .read_only = read_only,
                                                .disk_reserve_bytes = disk_reserve_bytes});
  if (!opened) {
    cannot_open_ledger(opened.error());
  }
  if (!read_only) {
    finish_imports(*opened->store, data);
  }
  return *std::move(opened);
}

}  // namespace

void require_ledger(const DataDirectory& data) {
  std::error_code error;
  // Every RocksDB database has this file from its first moment on.
  if (!std::filesystem::exists(data.ledger() / "CURRENT", error)) {
    fail("không có sổ cái trong thư mục này; hãy kiểm tra --data",
         "there is no ledger in this directory; check --data", data.root.string());
  }
}

eventstore::OpenedStore open_store(const DataDirectory& data, bool read_only) {
  require_ledger(data);
  if (read_only) {
    require_no_half_import(data);
  }
  return open_at(data, read_only, 0);
}

eventstore::OpenedStore make_store(const DataDirectory& data, std::uint64_t disk_reserve_bytes) {
  make_private(data.root);
  return open_at(data, false, disk_reserve_bytes);
}

std::vector<eventstore::LedgerId> chosen_ledgers(eventstore::LedgerReader& store,
                                                 const std::string& named) {
  if (!named.empty()) {
    return {choose_ledger(store, named)};
  }
  auto ledgers = value_of(store.ledgers());
  if (ledgers.empty()) {
    fail("thư mục này chưa có phường nào; hãy kiểm tra --data",
         "there is no ward in this directory yet; check --data", "0 ledgers");
  }
  return ledgers;
}

eventstore::FileVaultOptions vault_options(const DataDirectory& data,
                                           const std::string& master_file) {
  eventstore::FileVaultOptions options;
  options.directory = data.vault();
  options.master_file =
      master_file.empty() ? data.default_master() : std::filesystem::path(master_file);
  if (const char* from_environment = std::getenv("LANGNGHE_MASTER_KEY");
      master_file.empty() && from_environment != nullptr) {
    options.master_hex = from_environment;
  }
  return options;
}

std::unique_ptr<eventstore::Vault> open_vault(const DataDirectory& data,
                                              const std::string& master_file) {
  auto options = vault_options(data, master_file);
  // A new master key beside old resident keys would lock everybody out: never made then.
  options.create_master = master_file.empty() && !std::filesystem::exists(data.vault());
  make_private(data.root);
  if (options.create_master && options.master_hex.empty()) {
    make_private(options.master_file.parent_path());
  }
  if (master_file.empty() && options.master_hex.empty()) {
    if (const auto ended =
            eventstore::finish_master_rotation(options.directory, options.master_file);
        !ended) {
      fail("không hoàn tất được việc đổi khóa chính đã bị ngắt",
           "cannot end the change of the master key that was cut off", ended.error().context);
    }
  }
  auto vault = eventstore::open_file_vault(options);
  if (!vault) {
    fail("không mở được kho khóa; hãy kiểm tra khóa chính (--master-key hoặc LANGNGHE_MASTER_KEY)",
         "cannot open the vault; check the master key (--master-key or LANGNGHE_MASTER_KEY)",
         vault.error().context);
  }
  return std::move(*vault);
}

std::unique_ptr<eventstore::Vault> open_vault_to_check(const DataDirectory& data,
                                                       const std::string& master_file) {
  std::error_code absent;
  if (!std::filesystem::is_directory(data.vault(), absent)) {
    return nullptr;
  }
  auto vault = eventstore::open_file_vault(vault_options(data, master_file));
  if (!vault) {
    log::error(std::string(say("không mở được kho khóa: ", "the vault cannot be opened: ")) +
               vault.error().context);
    return nullptr;
  }
  return std::move(*vault);
}

std::unique_ptr<projections::Views> open_views(eventstore::LedgerReader& store,
                                               const DataDirectory& data, bool keeps_old) {
  auto views = projections::Views::open(store, {.directory = data.views(), .keeps_old = keeps_old});
  if (!views) {
    fail("không mở được các bảng nhìn", "cannot open the views", views.error().what);
  }
  return std::move(*views);
}

eventstore::LedgerId choose_ledger(eventstore::LedgerReader& store, const std::string& named) {
  const auto ledgers = value_of(store.ledgers());
  if (!named.empty()) {
    for (const auto& ledger : ledgers) {
      if (ledger.value == named) {
        return ledger;
      }
    }
    fail("không có phường này trong sổ", "there is no such ward in this directory", named);
  }
  if (ledgers.size() == 1) {
    return ledgers.front();
  }
  fail("hãy nêu phường bằng --ward", "name the ward with --ward",
       std::to_string(ledgers.size()) + " ledgers");
}

}  // namespace langnghe::tools
