// `langnghe user VERB NAME`: what only somebody with the data directory may do. All of it works
// beside a serving process, which notices the change by itself. A way in that is opened here is
// written into the accounts with its secret, and from there into the ledger by whoever serves:
// before it lets anybody in.
#include <array>
#include <chrono>
#include <iostream>
#include <stdexcept>
#include <string>

#include <api/file_accounts.hpp>
#include <services/clock.hpp>
#include <services/clocks.hpp>
#include <services/data_directory.hpp>
#include <services/say.hpp>

#include "acts/bootstrap.hpp"
#include "acts/sign_ins.hpp"
#include "command_line/options.hpp"
#include "command_line/subcommand.hpp"
#include "command_line/wrong_usage.hpp"

namespace langnghe::tools {
namespace {

struct UserOptions {
  std::string data = "data";
  std::string ward;
  std::string verb;
  std::string name;
  std::string token;
  std::size_t days = 90;
};

/// The account a verb is about.
struct Account {
  const UserOptions& options;
  api::Accounts& accounts;
  std::string ledger;
  domain::UserId user;
};

/// The operator at the machine: the ledger knows no other name for them.
api::AccountActor operator_of_the_machine() {
  return {{"system"}, domain::Role::system};
}

[[noreturn]] void cannot_write(const UserOptions& options) {
  throw std::runtime_error("cannot write " + DataDirectory{options.data}.accounts().string());
}

template <class Value>
Value written(const Account& account, std::expected<Value, api::AccountError> done) {
  if (!done) {
    cannot_write(account.options);
  }
  if constexpr (!std::is_void_v<Value>) {
    return *std::move(done);
  }
}

int make_token(const Account& account) {
  const auto lifetime = std::chrono::hours(24 * static_cast<std::int64_t>(account.options.days));
  std::cout << written(account,
                       account.accounts.make_token(account.ledger, account.user, "command line",
                                                   lifetime, operator_of_the_machine()))
            << '\n';
  return 0;
}

int list_tokens(const Account& account) {
  for (const auto& token : account.accounts.tokens(account.ledger, account.user)) {
    std::cout << token.id << "  " << say("tạo ", "made ") << domain::to_local_text(token.made)
              << "  " << say("hết hạn ", "expires ") << domain::to_local_text(token.expires) << "  "
              << say("dùng lần cuối ", "last used ")
              << (token.last_used ? domain::to_local_text(*token.last_used)
                                  : std::string(say("chưa", "never")))
              << "  " << token.name << '\n';
  }
  return 0;
}

int revoke_tokens(const Account& account) {
  const auto& token = account.options.token;
  if (token.empty()) {
    written(account, account.accounts.revoke_tokens(account.ledger, account.user));
    return 0;
  }
  if (!written(account, account.accounts.revoke_token(account.ledger, account.user, token))) {
    throw std::runtime_error(
        std::string(say("không có mã truy cập này: ", "there is no such token: ")) + token);
  }
  return 0;
}

int make_link(const Account& account) {
  const auto link = written(account, account.accounts.make_sign_in_link(
                                         account.ledger, account.user, operator_of_the_machine()));
  std::cout << "/#/sign-in-link?ward=" << account.ledger << "&user=" << account.user.value
            << "&code=" << link.code << '\n';
  std::cerr << say("Dùng được một lần, đến ", "Can be used once, until ")
            << domain::to_local_text(link.expires) << '\n';
  return 0;
}

int reset_password(const Account& account) {
  const auto password = make_password();
  written(account, account.accounts.set_password(account.ledger, account.user, password,
                                                 operator_of_the_machine(),
                                                 domain::PasswordMeans::command_line));
  std::cout << password << '\n';
  return 0;
}

int reset_second_factor(const Account& account) {
  const bool was_on =
      written(account, account.accounts.turn_off_second_factor(account.ledger, account.user,
                                                               operator_of_the_machine()));
  std::cout << (was_on
                    ? say("Đã tắt xác thực hai bước.", "The second factor is off.")
                    : say("Xác thực hai bước vốn đang tắt.", "The second factor was off already."))
            << '\n';
  return 0;
}

int make_administrator(const UserOptions& options, api::Accounts& accounts) {
  if (options.ward.empty()) {
    throw WrongUsage("hãy nêu phường bằng --ward", "name the ward with --ward");
  }
  const DataDirectory data{options.data};
  const auto written = last_written(data);
  const auto store = make_store(data).store;
  require_right_clock(*store, data, written);
  register_administrator(*store, eventstore::LedgerId{options.ward}, domain::UserId{options.name},
                         options.name, system_now());
  return reset_password({options, accounts, options.ward, domain::UserId{options.name}});
}

struct Verb {
  std::string_view name;
  int (*run)(const Account& account);
};
constexpr auto kVerbs = std::to_array<Verb>({{"token", &make_token},
                                             {"tokens", &list_tokens},
                                             {"revoke", &revoke_tokens},
                                             {"link", &make_link},
                                             {"password", &reset_password},
                                             {"reset-second-factor", &reset_second_factor}});

/// An account that was registered and has no secret yet is known to the ledger alone.
bool is_known(const Account& account) {
  if (account.accounts.has_account(account.ledger, account.user)) {
    return true;
  }
  const auto store = open_store(DataDirectory{account.options.data}, true).store;
  const auto version = store->version_of(eventstore::LedgerId{account.ledger},
                                         {domain::stream_of(account.user).value});
  return account.options.verb == "link" && version && *version != eventstore::kAbsent;
}

int run_verb(const UserOptions& options, api::Accounts& accounts) {
  for (const auto& verb : kVerbs) {
    if (verb.name != options.verb) {
      continue;
    }
    const auto ledger =
        choose_ledger(*open_store(DataDirectory{options.data}, true).store, options.ward).value;
    const Account account{options, accounts, ledger, domain::UserId{options.name}};
    if (!is_known(account)) {
      throw std::runtime_error(
          std::string(say("không có tài khoản này: ", "there is no such account: ")) +
          options.name);
    }
    return verb.run(account);
  }
  throw WrongUsage("cần token, tokens, revoke, link, password, reset-second-factor hoặc admin",
                   "token, tokens, revoke, link, password, reset-second-factor or admin is needed");
}

}  // namespace

int run_user(const std::vector<std::string>& arguments) {
  UserOptions chosen;
  Options options("user");
  options.text("data", &chosen.data, "thư mục dữ liệu", "the data directory");
  options.text("ward", &chosen.ward, "phường", "the ward");
  options.number("days", &chosen.days, "mã truy cập có hạn bao nhiêu ngày",
                 "how many days a token lives");
  options.text("token", &chosen.token, "revoke: chỉ thu hồi mã này (mặc định: tất cả)",
               "revoke: this token only (default: all)");
  options.word(
      "verb", &chosen.verb,
      "token: in mã truy cập; tokens: liệt kê; revoke: thu hồi; link: in liên kết dùng "
      "một lần để người đó tự đặt mật khẩu; password: đặt lại mật khẩu; reset-second-factor: "
      "tắt xác thực hai bước; admin: người quản trị đầu tiên",
      "token: print an access token; tokens: list them; revoke: take them back; link: "
      "print a one-time link with which the person sets a password of their own; "
      "password: set a new one; reset-second-factor: turn it off; admin: the first "
      "administrator");
  options.word("name", &chosen.name, "tên tài khoản", "the account's name");
  if (auto status = options.parse(arguments)) {
    return *status;
  }
  if (!domain::is_well_formed_id(chosen.name) ||
      !(chosen.ward.empty() || domain::is_well_formed_id(chosen.ward))) {
    throw WrongUsage("tên tài khoản và mã phường chỉ gồm a-z, 0-9, - và _",
                     "names of accounts and wards have only a-z, 0-9, - and _");
  }
  const DataDirectory data{chosen.data};
  api::FileAccounts accounts(data.accounts(), {}, system_now);
  return chosen.verb == "admin" ? make_administrator(chosen, accounts) : run_verb(chosen, accounts);
}

}  // namespace langnghe::tools
