#include "acts/example.hpp"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include <api/file_accounts.hpp>
#include <services/clock.hpp>
#include <services/clocks.hpp>
#include <services/ledger_pages.hpp>
#include <services/say.hpp>

#include "acts/example_mark.hpp"
#include "acts/living.hpp"
#include "acts/sign_ins.hpp"
#include "command_line/progress.hpp"

namespace langnghe::tools {
namespace {

/// One sign-in per account of the acts, with a random password, once per data directory and ward.
void make_sign_ins(const DataDirectory& data, const std::string& ward,
                   const std::vector<std::string>& users) {
  auto sign_ins = read_sign_ins(data);
  if (std::ranges::find(sign_ins, ward, &SignIn::ward) != sign_ins.end()) {
    return;
  }
  api::FileAccounts file(data.accounts(), {}, system_now);
  api::Accounts& accounts = file;
  for (const auto& user : users) {
    SignIn sign_in{ward, user, make_password()};
    if (!accounts.set_password(ward, domain::UserId{user}, sign_in.password)) {
      throw std::runtime_error("cannot write " + data.accounts().string());
    }
    sign_ins.push_back(std::move(sign_in));
  }
  write_sign_ins(data, sign_ins);
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
  for (const auto& refused : loaded->left_out) {
    std::cerr << one.ward << ": " << say("bỏ qua một việc: ", "an act was left out: ") << refused
              << '\n';
  }
  make_sign_ins(data, one.ward, loaded->users);
  std::cout << one.ward << ": " << say("số bản ghi trong sổ cái: ", "records in the ledger: ")
            << value_of(target.store.size(ledger)) << '\n';
  return true;
}

/// The moment on which the living ward is laid out: kept, so that a load which was cut off goes on
/// with the same acts on another day.
domain::Instant laid_out_at(const DataDirectory& data) {
  const auto path = data.root / "demonstration-laid-out.txt";
  std::string line;
  if (std::ifstream known(path); std::getline(known, line)) {
    if (const auto moment = domain::parse_instant(line)) {
      return *moment;
    }
  }
  const auto now = system_now();
  make_private(data.root);
  std::ofstream file(path, std::ios::trunc);
  file << domain::to_utc_text(now) << '\n';
  file.close();
  if (!file) {
    throw std::runtime_error("cannot write " + path.string());
  }
  return now;
}

BundledWard bundled_ward(std::string_view name) {
  for (auto& ward : bundled_wards()) {
    if (ward.ward == name) {
      return std::move(ward);
    }
  }
  throw std::runtime_error("no acts come with the program for ward " + std::string(name));
}

}  // namespace

std::vector<BundledWard> example_of_today(const DataDirectory& data) {
  std::vector<BundledWard> wards;
  wards.push_back(bundled_ward("tan-quy-dong"));
  wards.push_back(living_ward(bundled_ward("sa-dec"), laid_out_at(data)));
  return wards;
}

std::vector<BundledWard> not_loaded(const DataDirectory& data, std::vector<BundledWard> wards) {
  const auto known = read_sign_ins(data);
  std::erase_if(wards, [&](const BundledWard& one) {
    return std::ranges::find(known, one.ward, &SignIn::ward) != known.end();
  });
  return wards;
}

int load_example(const DataDirectory& data, const std::vector<BundledWard>& wards) {
  if (wards.empty()) {
    std::cout << say("Dữ liệu trình diễn đã được nạp.", "The demonstration is loaded already.")
              << '\n';
    return 0;
  }
  make_private(data.root);
  std::vector<std::string> names;
  for (const auto& one : wards) {
    names.push_back(one.ward);
  }
  mark_as_example(data, names);
  const auto store = make_store(data).store;
  const auto vault = open_vault(data, "");
  const auto views = open_views(*store, data);
  // The acts are dated by a clock of their own, of years that are over. What the machine's clock
  // says is noted beside them: it is with that that the next start compares it.
  note_clock(data, system_now());
  std::cout << say("Giờ của các việc này là giờ riêng của chúng; giờ máy lúc nạp: ",
                   "These acts have a clock of their own; the machine's clock at loading: ")
            << domain::to_utc_text(system_now()) << '\n';
  const bool loaded = std::ranges::all_of(
      wards, [&](const BundledWard& one) { return load(data, {*store, *vault, *views}, one); });
  return loaded ? 0 : 1;
}

}  // namespace langnghe::tools
