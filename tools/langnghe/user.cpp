// `langnghe user token|password|admin NAME`: what only somebody with the data directory may do.
// `token` and `password` work beside a serving process, which notices the change by itself.
#include <chrono>
#include <iostream>
#include <stdexcept>
#include <string>

#include <api/accounts.hpp>

#include "bootstrap.hpp"
#include "clock.hpp"
#include "clocks.hpp"
#include "data_directory.hpp"
#include "options.hpp"
#include "say.hpp"
#include "sign_ins.hpp"
#include "subcommand.hpp"

namespace langnghe::tools {
namespace {

struct UserOptions {
  std::string data = "data";
  std::string ward;
  std::string verb;
  std::string name;
  std::size_t days = 90;
};

[[noreturn]] void unknown_user(const UserOptions& options) {
  throw std::runtime_error(
      std::string(say("không có tài khoản này: ", "there is no such account: ")) + options.name);
}

int make_token(const UserOptions& options, api::Accounts& accounts, const std::string& ledger) {
  if (!accounts.has_account(ledger, domain::UserId{options.name})) {
    unknown_user(options);
  }
  const auto token =
      accounts.make_token(ledger, domain::UserId{options.name}, "command line",
                          std::chrono::hours(24 * static_cast<std::int64_t>(options.days)));
  if (!token) {
    throw std::runtime_error("cannot write " + DataDirectory{options.data}.accounts().string());
  }
  std::cout << *token << '\n';
  return 0;
}

int reset_password(const UserOptions& options, api::Accounts& accounts, const std::string& ledger) {
  if (!accounts.has_account(ledger, domain::UserId{options.name})) {
    unknown_user(options);
  }
  const auto password = make_password();
  if (!accounts.set_password(ledger, domain::UserId{options.name}, password)) {
    throw std::runtime_error("cannot write " + DataDirectory{options.data}.accounts().string());
  }
  std::cout << password << '\n';
  return 0;
}

int make_administrator(const UserOptions& options, api::Accounts& accounts) {
  if (options.ward.empty()) {
    throw std::runtime_error(
        std::string(say("hãy nêu phường bằng --ward", "name the ward with --ward")));
  }
  const DataDirectory data{options.data};
  const auto written = last_written(data);
  const auto store = open_store(data, false);
  require_right_clock(*store, data, written);
  register_administrator(*store, eventstore::LedgerId{options.ward}, domain::UserId{options.name},
                         options.name, system_now());
  const auto password = make_password();
  if (!accounts.set_password(options.ward, domain::UserId{options.name}, password)) {
    throw std::runtime_error("cannot write " + data.accounts().string());
  }
  std::cout << password << '\n';
  return 0;
}

}  // namespace

int run_user(const std::vector<std::string>& arguments) {
  UserOptions chosen;
  Options options("user");
  options.text("data", &chosen.data, "thư mục dữ liệu", "the data directory");
  options.text("ward", &chosen.ward, "phường", "the ward");
  options.number("days", &chosen.days, "mã truy cập có hạn bao nhiêu ngày",
                 "how many days a token lives");
  options.word(
      "verb", &chosen.verb,
      "token: in mã truy cập; password: đặt lại mật khẩu; admin: người quản trị đầu tiên",
      "token: print an access token; password: set a new one; admin: the first administrator");
  options.word("name", &chosen.name, "tên tài khoản", "the account's name");
  if (auto status = options.parse(arguments)) {
    return *status;
  }
  if (!domain::is_well_formed_id(chosen.name)) {
    throw std::runtime_error(std::string(say("tên tài khoản chỉ gồm a-z, 0-9, - và _",
                                             "an account's name has only a-z, 0-9, - and _")));
  }
  const DataDirectory data{chosen.data};
  make_private(data.root);
  api::Accounts accounts(data.accounts(), {}, system_now);
  if (chosen.verb == "admin") {
    return make_administrator(chosen, accounts);
  }
  if (chosen.verb != "token" && chosen.verb != "password") {
    throw std::runtime_error(
        std::string(say("cần token, password hoặc admin", "token, password or admin is needed")));
  }
  const auto ledger =
      chosen.ward.empty() ? choose_ledger(*open_store(data, true), "").value : chosen.ward;
  return chosen.verb == "token" ? make_token(chosen, accounts, ledger)
                                : reset_password(chosen, accounts, ledger);
}

}  // namespace langnghe::tools
