// `langnghe demo`: loads a file of acts through the API, each at its own time. What was loaded
// before is answered by its idempotency key, so an interrupted load goes on where it stopped.
#include <algorithm>
#include <iostream>
#include <stdexcept>
#include <string>

#include <api/accounts.hpp>

#include "acts.hpp"
#include "clock.hpp"
#include "clocks.hpp"
#include "data_directory.hpp"
#include "options.hpp"
#include "progress.hpp"
#include "say.hpp"
#include "sign_ins.hpp"
#include "subcommand.hpp"

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

/// What is to be loaded: the demonstration's wards that are not there yet, or one file of acts. The
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
            << target.store.size(ledger) << '\n';
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
  options.text("ward", &ward, "chỉ sổ cái của phường này", "the ledger of this ward only");
  if (auto status = options.parse(arguments)) {
    return *status;
  }

  const DataDirectory data{data_path};
  const auto wards = wanted(data, ward, acts_file);
  if (wards.empty()) {
    std::cout << say("Dữ liệu trình diễn đã được nạp.", "The demonstration is loaded already.")
              << '\n';
    return 0;
  }
  const auto store = open_store(data, false);
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
