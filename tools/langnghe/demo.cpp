// `langnghe demo`: loads a file of acts through the API, each at its own time. What was loaded
// before is answered by its idempotency key, so an interrupted load goes on where it stopped.
#include <iostream>
#include <stdexcept>
#include <string>

#include <api/accounts.hpp>

#include "acts.hpp"
#include "clock.hpp"
#include "data_directory.hpp"
#include "options.hpp"
#include "progress.hpp"
#include "say.hpp"
#include "sign_ins.hpp"
#include "subcommand.hpp"

namespace langnghe::tools {
namespace {

/// One sign-in per account of the acts, with a random password, once per data directory.
void make_sign_ins(const DataDirectory& data, const std::string& ward,
                   const std::vector<std::string>& users) {
  if (!read_sign_ins(data).empty()) {
    return;
  }
  api::Accounts accounts(data.accounts(), {}, system_now);
  std::vector<SignIn> sign_ins;
  for (const auto& user : users) {
    SignIn sign_in{ward, user, make_password()};
    if (!accounts.set_password(ward, domain::UserId{user}, sign_in.password)) {
      throw std::runtime_error("cannot write " + data.accounts().string());
    }
    sign_ins.push_back(std::move(sign_in));
  }
  write_sign_ins(data, sign_ins);
}

}  // namespace

int run_demo(const std::vector<std::string>& arguments) {
  std::string data_path = "data";
  std::string acts_file;
  std::string ward = "tan-quy-dong";
  Options options("demo");
  options.text("data", &data_path, "thư mục dữ liệu", "the data directory");
  options.text("acts", &acts_file, "tệp việc khác (mặc định: năm 2021 kèm theo chương trình)",
               "another file of acts (default: the year 2021 that comes with the program)");
  options.text("ward", &ward, "sổ cái của phường", "the ward's ledger");
  if (auto status = options.parse(arguments)) {
    return *status;
  }

  const DataDirectory data{data_path};
  const auto acts = acts_file.empty() ? bundled_acts() : read_acts(acts_file);
  // The sign-ins are written last: where they are, the load was whole.
  if (const auto known = read_sign_ins(data);
      !known.empty() && known.front().ward == ward && acts_file.empty()) {
    std::cout << say("Năm 2021 đã được nạp.", "The year 2021 is loaded already.") << '\n';
    return 0;
  }

  const auto store = open_store(data, false);
  const auto vault = open_vault(data, "");
  const auto views = open_views(*store, data);
  ProgressLine progress(say("Nạp các việc của năm", "Loading the year's acts"));
  const auto loaded = load_acts({*store, *vault, *views}, eventstore::LedgerId{ward}, acts,
                                [&](std::size_t done) { progress.show(done, acts.lines.size()); });
  progress.end();
  if (!loaded) {
    std::cerr << say("Dừng ở dòng ", "Stopped at line ") << loaded.error().line << ": "
              << loaded.error().what << '\n';
    return 1;
  }
  make_sign_ins(data, ward, loaded->users);
  std::cout << say("Số bản ghi trong sổ cái: ", "Records in the ledger: ")
            << store->size(eventstore::LedgerId{ward}) << '\n';
  return 0;
}

}  // namespace langnghe::tools
