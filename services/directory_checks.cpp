#include <algorithm>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <system_error>

#include <ledger/record.hpp>
#include <log/log.hpp>
#include <services/directory_checks.hpp>
#include <services/ledger_pages.hpp>
#include <services/say.hpp>
#include <transparency/transparency.hpp>

namespace langnghe::tools {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(std::string_view vi, std::string_view en, const std::string& detail) {
  throw std::runtime_error(std::string(say(vi, en)) + " (" + detail + ")");
}

void close_one(const fs::path& path) {
  constexpr auto kOthers = fs::perms::group_all | fs::perms::others_all;
  std::error_code fault;
  const auto status = fs::status(path, fault);
  if (fault || !fs::exists(status) || (status.permissions() & kOthers) == fs::perms::none) {
    return;
  }
  fs::permissions(path, kOthers, fs::perm_options::remove, fault);
  if (fault) {
    refuse("người khác trên máy đọc được, và không đóng lại được; hãy chmod go-rwx",
           "others on this machine may read it, and it cannot be closed to them; chmod go-rwx",
           path.string() + ": " + fault.message());
  }
  log::warning(path.string().append(
      say(": người khác trên máy đã đọc được; nay đã đóng lại",
          ": others on this machine could read it; it is closed to them now")));
}

bool holds_anything(const fs::path& folder) {
  std::error_code fault;
  const fs::recursive_directory_iterator files(folder, fault);
  return !fault && std::ranges::any_of(fs::begin(files), fs::end(files), [](const auto& entry) {
    std::error_code unknown;
    return entry.is_regular_file(unknown) && entry.file_size(unknown) > 0;
  });
}

}  // namespace

void close_to_others(const DataDirectory& data) {
  for (const auto& folder : {data.root, data.ledger(), data.vault(), data.files(), data.keys(),
                             data.views(), data.proof(), data.anchor()}) {
    close_one(folder);
  }
  for (const auto& file : {data.accounts(), data.sessions(), data.default_master()}) {
    close_one(file);
  }
}

void require_ledger_of(const DataDirectory& data, eventstore::LedgerReader& store) {
  if (!value_of(store.ledgers()).empty()) {
    return;
  }
  std::error_code fault;
  fs::directory_iterator keys(data.vault(), fault);
  const bool has_keys =
      !fault && std::ranges::any_of(fs::begin(keys), fs::end(keys), [](const auto& entry) {
        std::error_code unknown;
        return entry.is_directory(unknown) && entry.path().filename().string().size() == 2;
      });
  if (has_keys || holds_anything(data.files()) || holds_anything(data.anchor())) {
    refuse(
        "sổ cái trống, trong khi bên cạnh có khóa, tệp hoặc đầu sổ đã ký: sổ cái đã mất. Hãy "
        "khôi phục từ bản sao lưu (langnghe restore)",
        "the ledger is empty, but beside it lie keys, files or signed heads: it is lost. "
        "Restore it from a backup (langnghe restore)",
        data.ledger().string());
  }
}

void require_anchors(const DataDirectory& data, eventstore::LedgerReader& store) {
  for (const auto& ledger : value_of(store.ledgers())) {
    const auto anchor = data.anchor() / (ledger.value + ".checkpoint");
    std::error_code fault;
    const auto hashes = data.proof() / ledger.value;
    if (!fs::exists(anchor, fault) && !fs::exists(hashes / eventstore::kNotSignedYet, fault) &&
        holds_anything(hashes)) {
      refuse(
          "đầu sổ đã ký gần nhất bị thiếu, dù sổ cái này đã từng được ký: không thể biết sổ có "
          "bị cắt hay không. Hãy đặt lại tệp từ bản sao lưu; nếu đã mất hẳn, báo người giám "
          "sát, rồi xóa thư mục con của sổ này trong proof/",
          "the last signed head is missing, but this ledger was signed before: whether it was "
          "cut cannot be told. Put the file back from a backup; where it is lost for good, tell "
          "the supervisors, then delete the ledger's folder in proof/",
          anchor.string());
    }
  }
}

bool has_people(eventstore::LedgerReader& store) {
  constexpr std::size_t kFirst = 100;
  for (const auto& ledger : value_of(store.ledgers())) {
    for (const auto& record :
         store.read_ledger(ledger, {0}, kFirst).value_or(std::vector<eventstore::Record>{})) {
      const auto view = eventstore::parse(record.bytes);
      if (view && view->stream.starts_with("user-")) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace langnghe::tools
