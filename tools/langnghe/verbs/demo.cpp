// `langnghe demo`: loads a file of acts through the API, each at its own time. What was loaded
// before is answered by its idempotency key, so an interrupted load goes on where it stopped.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>
#include <stdexcept>
#include <string>

#include <api/accounts.hpp>
#include <services/clock.hpp>
#include <services/clocks.hpp>
#include <services/data_directory.hpp>
#include <services/ledger_pages.hpp>
#include <services/say.hpp>

#include "acts/acts.hpp"
#include "acts/sign_ins.hpp"
#include "command_line/options.hpp"
#include "command_line/progress.hpp"
#include "command_line/subcommand.hpp"
#include "command_line/wrong_usage.hpp"

namespace langnghe::tools {
namespace {

/// One sign-in per account of the acts, with a random password, once per data directory and ward.
void make_sign_ins(const DataDirectory& data, const std::string& ward,
                   const std::vector<std::string>& users) {
  auto sign_ins = read_sign_ins(data);
  if (std::ranges::find(sign_ins, ward, &SignIn::ward) != sign_ins.end()) {
    return;
  }
  api::Accounts accounts(data.accounts(), {}, system_now);
  for (const auto& user : users) {
    SignIn sign_in{ward, user, make_password()};
    if (!accounts.set_password(ward, domain::UserId{user}, sign_in.password)) {
      throw std::runtime_error("cannot write " + data.accounts().string());
    }
    sign_ins.push_back(std::move(sign_in));
  }
  write_sign_ins(data, sign_ins);
}

/// The wards to load: the demonstration's wards that are not there yet, or one file of acts. The
/// sign-ins are written last: where they are, the load was whole.
std::vector<BundledWard> wanted(const DataDirectory& data, const std::string& ward,
                                const std::string& acts_file) {
  if (!acts_file.empty()) {
    return {{ward.empty() ? "tan-quy-dong" : ward, read_acts(acts_file)}};
  }
  auto wards = bundled_wards();
  if (!ward.empty()) {
    std::erase_if(wards, [&](const BundledWard& one) { return one.ward != ward; });
    if (wards.empty()) {
      throw std::runtime_error(std::string(say("không có dữ liệu trình diễn của phường ",
                                               "no demonstration comes with the program for ward "))
                                   .append(ward));
    }
  }
  const auto known = read_sign_ins(data);
  std::erase_if(wards, [&](const BundledWard& one) {
    return std::ranges::find(known, one.ward, &SignIn::ward) != known.end();
  });
  return wards;
}

std::filesystem::path wards_file(const DataDirectory& data) {
  return data.root / "demonstration-wards.txt";
}

/// Wards whose ledgers were begun by this command; directories of before have their sign-ins alone.
std::set<std::string> wards_begun(const DataDirectory& data) {
  std::set<std::string> wards;
  std::ifstream file(wards_file(data));
  for (std::string line; std::getline(file, line);) {
    wards.insert(line);
  }
  for (const auto& sign_in : read_sign_ins(data)) {
    wards.insert(sign_in.ward);
  }
  return wards;
}

/// Nothing is written into a directory in which anything but a demonstration lies: records cannot
/// be taken out of a real ward's ledger again.
void require_demonstration(const DataDirectory& data) {
  std::error_code error;
  if (!std::filesystem::exists(data.root, error) || std::filesystem::is_empty(data.root, error)) {
    return;
  }
  const auto begun = wards_begun(data);
  bool ours = !begun.empty();
  if (ours && std::filesystem::exists(data.ledger() / "CURRENT")) {
    const auto opened = open_store(data, true);
    for (const auto& ledger : value_of(opened.store->ledgers())) {
      ours = ours && begun.contains(ledger.value);
    }
  }
  if (!ours) {
    throw std::runtime_error(
        std::string(say("thư mục này không phải là dữ liệu trình diễn nên không ghi gì vào đó; hãy "
                        "chọn một thư mục trống bằng --data: ",
                        "this directory is no demonstration, so nothing is written into it; name "
                        "an empty one with --data: ")) +
        data.root.string());
  }
}

/// Before the first record: an interrupted load is known as one.
void note_wards(const DataDirectory& data, const std::vector<BundledWard>& wards) {
  auto noted = wards_begun(data);
  for (const auto& one : wards) {
    noted.insert(one.ward);
  }
  std::ofstream file(wards_file(data), std::ios::trunc);
  for (const auto& ward : noted) {
    file << ward << '\n';
  }
  file.close();
  if (!file) {
    throw std::runtime_error("cannot write " + wards_file(data).string());
  }
}

bool load(const DataDirectory& data, const LoadTarget& target, const BundledWard& one) {
  ProgressLine progress(
      std::string(say("Nạp các việc của phường ", "Loading the acts of ward ")).append(one.ward));
  const eventstore::LedgerId ledger{one.ward};
  const auto loaded = load_acts(target, ledger, one.acts, [&](std::size_t done) {
    progress.show(done, one.acts.lines.size());
  });
  progress.end();
  if (!loaded) {
    std::cerr << say("Dừng ở dòng ", "Stopped at line ") << loaded.error().line << ": "
              << loaded.error().what << '\n';
    return false;
  }
  make_sign_ins(data, one.ward, loaded->users);
  std::cout << one.ward << ": " << say("số bản ghi trong sổ cái: ", "records in the ledger: ")
            << value_of(target.store.size(ledger)) << '\n';
  return true;
}

}  // namespace

int run_demo(const std::vector<std::string>& arguments) {
  std::string data_path = "data";
  std::string acts_file;
  std::string ward;
  Options options("demo");
  options.text("data", &data_path, "thư mục dữ liệu", "the data directory");
  options.text("acts", &acts_file, "tệp việc khác (mặc định: dữ liệu kèm theo chương trình)",
               "another file of acts (default: those that come with the program)");
  options.text("ward", &ward,
               "chỉ nạp phường này; cùng với --acts: sổ cái nhận các việc đó (mặc định: "
               "tan-quy-dong)",
               "load this ward only; with --acts: the ledger that takes the acts (default: "
               "tan-quy-dong)");
  if (auto status = options.parse(arguments)) {
    return *status;
  }

  if (!ward.empty() && !domain::is_well_formed_id(ward)) {
    throw WrongUsage("mã phường chỉ gồm a-z, 0-9, - và _",
                     "a ward's id has only a-z, 0-9, - and _");
  }
  const DataDirectory data{data_path};
  require_demonstration(data);
  const auto wards = wanted(data, ward, acts_file);
  if (wards.empty()) {
    std::cout << say("Dữ liệu trình diễn đã được nạp.", "The demonstration is loaded already.")
              << '\n';
    return 0;
  }
  make_private(data.root);
  note_wards(data, wards);
  const auto store = make_store(data).store;
  const auto vault = open_vault(data, "");
  const auto views = open_views(*store, data);
  // The acts are dated by a clock of their own, of years that are over. What the machine's clock
  // says is noted beside them: it is with that that the next start compares it.
  note_clock(data, system_now());
  std::cout << say("Giờ của các việc này là giờ riêng của chúng; giờ máy lúc nạp: ",
                   "These acts have a clock of their own; the machine's clock at loading: ")
            << domain::to_utc_text(system_now()) << '\n';
  for (const auto& one : wards) {
    if (!load(data, {*store, *vault, *views}, one)) {
      return 1;
    }
  }
  return 0;
}

}  // namespace langnghe::tools
