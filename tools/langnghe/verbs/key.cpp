// `langnghe key rotate|rotate-signing`: a new master key for the vault, a new key that signs heads.
// Only while nothing serves: the ledger is held open for writing meanwhile.
#include <iostream>
#include <set>
#include <stdexcept>
#include <string>

#include <ledger/record.hpp>
#include <services/data_directory.hpp>
#include <services/ledger_pages.hpp>
#include <services/say.hpp>
#include <services/signed_ledger.hpp>
#include <transparency/key_change.hpp>

#include "command_line/options.hpp"
#include "command_line/subcommand.hpp"
#include "command_line/wrong_usage.hpp"

namespace langnghe::tools {
namespace es = eventstore;
namespace {

/// The people who may have keys: the residents of all ledgers, and each also by the bare name that
/// keys had before a person's key belonged to one ward.
std::vector<std::string> residents_of(es::LedgerReader& store) {
  constexpr std::string_view kStream = "resident-";
  std::set<std::string> found;
  for (const auto& ledger : value_of(store.ledgers())) {
    for_each_record(store, ledger, 0, value_of(store.size(ledger)), [&](const es::Record& record) {
      const auto view = es::parse(record.bytes);
      if (view && std::string_view(view->stream).starts_with(kStream)) {
        const auto resident = std::string_view(view->stream).substr(kStream.size());
        found.emplace(resident);
        found.insert(es::key_subject(ledger, resident));
      }
    });
  }
  return {found.begin(), found.end()};
}

int rotate_master(const DataDirectory& data, const std::string& master_file,
                  const std::string& new_key) {
  if (new_key.empty()) {
    throw WrongUsage("hãy nêu tệp khóa mới bằng --new-key",
                     "name the new key's file with --new-key");
  }
  const auto store = open_store(data, false).store;
  es::MasterRotation rotation;
  rotation.vault = vault_options(data, master_file);
  rotation.new_file = new_key;
  rotation.subjects = [&] { return residents_of(*store); };
  if (master_file.empty() && rotation.vault.master_hex.empty()) {
    rotation.in_place_of = data.default_master();
  }
  const auto done = es::rotate_master_key(rotation);
  if (!done) {
    throw std::runtime_error(std::string(say("không đổi được khóa chính; khóa đang dùng vẫn còn "
                                             "hiệu lực, chạy lại lệnh này là tiếp tục",
                                             "the master key cannot be changed; run the command "
                                             "again to go on")) +
                             " (" + done.error().context + ")");
  }
  std::cout << done->renewed << say(" khóa đã bọc lại, ", " keys wrapped anew, ") << done->destroyed
            << say(" khóa đã hủy, ", " destroyed, ") << done->left
            << say(" tệp hỏng để nguyên\n", " damaged files left as they were\n")
            << (rotation.in_place_of.empty()
                    ? say("Từ nay hãy dùng khóa mới (--master-key hoặc LANGNGHE_MASTER_KEY).\n",
                          "Use the new key from now on (--master-key or LANGNGHE_MASTER_KEY).\n")
                    : say("Khóa mới đã thay keys/master.key.\n",
                          "The new key has taken the place of keys/master.key.\n"))
            << say("Hãy bắt đầu một thư mục sao lưu mới: các bản cũ vẫn thuộc khóa cũ.\n",
                   "Begin a new folder of backups: the old ones stay under the old key.\n");
  return 0;
}

int rotate_signing(const DataDirectory& data) {
  const auto store = open_store(data, false).store;
  proven(es::rotate_signing_key({.keys = data.keys(), .anchor = data.anchor()}));
  const auto key = proven(es::SigningKey::load(data.signing_key(), false));
  std::cout << say("Khóa kiểm tra mới (đưa cho người giám sát và nhân chứng):\n",
                   "The new verifier keys (for supervisors and witnesses):\n");
  for (const auto& ledger : value_of(store->ledgers())) {
    std::cout << key.verifier(es::log_origin(es::kOriginPrefix, ledger), es::SignatureKind::ed25519)
                     .text()
              << '\n';
  }
  return 0;
}

}  // namespace

int run_key(const std::vector<std::string>& arguments) {
  std::string data_path = "data";
  std::string master_key;
  std::string new_key;
  std::string verb;
  Options options("key");
  options.text("data", &data_path, "thư mục dữ liệu", "the data directory");
  options.text("master-key", &master_key, "tệp khóa chính đang dùng",
               "file of the present master key");
  options.text("new-key", &new_key, "tệp khóa chính mới (chưa có: được tạo)",
               "file of the new master key (absent: made)");
  options.word("verb", &verb, "rotate: đổi khóa chính; rotate-signing: đổi khóa ký sổ cái",
               "rotate: a new master key; rotate-signing: a new key that signs the ledger");
  if (auto status = options.parse(arguments)) {
    return *status;
  }
  const DataDirectory data{data_path};
  require_ledger(data);
  if (verb == "rotate") {
    return rotate_master(data, master_key, new_key);
  }
  if (verb == "rotate-signing") {
    return rotate_signing(data);
  }
  throw WrongUsage("cần rotate hoặc rotate-signing", "rotate or rotate-signing is needed");
}

}  // namespace langnghe::tools
