#include "acts/acts.hpp"

#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>
#include <unistd.h>

#include <api/application.hpp>
#include <api/file_accounts.hpp>
#include <domain/ids.hpp>
#include <domain/time.hpp>
#include <services/clock.hpp>
#include <services/ledger_pages.hpp>

#include "acts/bootstrap.hpp"
#include "acts/bundled.hpp"
#include "acts/clock_of_acts.hpp"
#include "acts/sign_ins.hpp"

namespace langnghe::tools {
namespace {

using nlohmann::json;

/// Tokens of the load itself, in a file that is gone afterwards: nobody's accounts are touched.
class LoadAccounts {
 public:
  LoadAccounts()
      : file_(std::filesystem::temp_directory_path() /
              ("langnghe-load-" + std::to_string(::getpid()) + ".json")),
        accounts_(file_, api::Limits{}, system_now) {}
  ~LoadAccounts() {
    std::error_code ignored;  // a leftover of expired tokens in a temporary folder harms nobody
    for (const char* suffix : {"", ".lock", ".next"}) {
      std::filesystem::remove(file_.string() + suffix, ignored);
    }
  }
  LoadAccounts(const LoadAccounts&) = delete;
  LoadAccounts& operator=(const LoadAccounts&) = delete;

  api::Accounts& accounts() { return accounts_; }

  const std::string& token_of(const std::string& ledger, const std::string& user) {
    auto& token = tokens_[user];
    if (token.empty()) {
      // A token belongs to an account, which begins with a password: nobody learns this one.
      const domain::UserId id{user};
      const auto account = accounts().set_password(ledger, id, make_password());
      auto made = accounts().make_token(ledger, id, "load", kLifetime);
      if (!account || !made) {
        throw std::runtime_error("cannot write " + file_.string());
      }
      token = std::move(*made);
    }
    return token;
  }

 private:
  static constexpr std::chrono::hours kLifetime{24};
  std::filesystem::path file_;
  api::FileAccounts accounts_;
  std::map<std::string, std::string> tokens_;
};

struct Act {
  domain::Instant at{};
  std::string by;
  std::string path;
  std::string body;
};

std::expected<Act, std::string> parse_act(const std::string& line, const Acts& acts) {
  const auto object = json::parse(line, nullptr, false);
  if (!object.is_object()) {
    return std::unexpected("not a JSON object");
  }
  for (const char* name : {"at", "by", "post"}) {
    if (!object.contains(name) || !object[name].is_string()) {
      return std::unexpected("`" + std::string(name) + "` must be a text");
    }
  }
  const auto at = domain::parse_instant(object["at"].get<std::string>());
  if (!at) {
    return std::unexpected("`at` must be an RFC 3339 time");
  }
  Act act{*at, object["by"], object["post"], {}};
  if (object.contains("file")) {
    const auto name = object["file"].get<std::string>();
    if (const auto bundled = acts.files.find(name); bundled != acts.files.end()) {
      act.body = bundled->second;
    } else {
      std::ifstream file(acts.folder / name, std::ios::binary);
      act.body.assign(std::istreambuf_iterator<char>(file), {});
    }
  } else {
    act.body = object.value("body", json::object()).dump();
  }
  return act;
}

/// The stream an act's path speaks of, whose version If-Match has to name.
std::string stream_of(const std::string& path) {
  std::vector<std::string> parts(1);
  for (const char letter : path) {
    if (letter == '/') {
      parts.emplace_back();
    } else {
      parts.back() += letter;
    }
  }
  const auto& kind = parts[0];
  if (kind == "dialogues" && parts.size() == 3 && parts[2] == "redirect-denunciation") {
    return "";
  }
  if ((kind == "dialogues" || kind == "issues" || kind == "users" || kind == "residents") &&
      parts.size() == 3) {
    return kind.substr(0, kind.size() - 1) + "-" + parts[1];
  }
  if (kind == "plans" && parts.size() == 3) {
    return "plan-" + parts[1];
  }
  if (kind == "register" && parts.size() == 3) {
    return "register-" + parts[1];
  }
  if (kind == "reports" && parts.size() == 4) {
    return "report-" + parts[1] + "-" + parts[2];
  }
  return parts.size() == 2 ? kind : "";
}

/// Sends acts one after the other; knows the clock they move.
class Loader {
 public:
  Loader(const LoadTarget& target, eventstore::LedgerId ledger)
      : store_(target.store),
        ledger_(std::move(ledger)),
        application_(api::Services{{target.vault, target.views, accounts_.accounts(),
                                    [this] { return now_; }, api::Limits{}},
                                   target.store}) {}

  std::optional<std::string> send(const Act& act, std::size_t line) {
    now_ = act.at;
    api::Request request;
    request.method = api::Method::post;
    request.target = "/api/v1/wards/" + ledger_.value + "/" + act.path;
    request.body = act.body;
    request.headers["host"] = "load";
    request.headers["content-type"] = "application/json";
    request.headers["accept-language"] = "en";
    request.headers["authorization"] = "Bearer " + accounts_.token_of(ledger_.value, act.by);
    request.headers["idempotency-key"] = "load-" + std::to_string(line);
    const auto stream = stream_of(act.path);
    if (!stream.empty()) {
      const auto version = store_.version_of(ledger_, eventstore::StreamName{stream});
      if (!version) {
        return version.error().context;
      }
      request.headers["if-match"] = "\"" + std::to_string(version->value) + "\"";
    }
    const auto response = application_.handle(request);
    if (response.status >= 300) {
      return act.path + ": " + std::to_string(response.status) + " " + response.body;
    }
    return std::nullopt;
  }

 private:
  eventstore::EventStore& store_;
  eventstore::LedgerId ledger_;
  domain::Instant now_{};
  LoadAccounts accounts_;
  api::Application application_;
};

/// `users/{id}/register` names an account.
std::optional<std::string> registered_user(const std::string& path) {
  constexpr std::string_view kPrefix = "users/";
  constexpr std::string_view kSuffix = "/register";
  if (!path.starts_with(kPrefix) || !path.ends_with(kSuffix)) {
    return std::nullopt;
  }
  return path.substr(kPrefix.size(), path.size() - kPrefix.size() - kSuffix.size());
}

}  // namespace

std::vector<BundledWard> bundled_wards() {
  std::map<std::string, std::string> settings;
  for (const auto& [name, bytes] : bundled_files()) {
    if (!name.ends_with(".jsonl")) {
      settings.emplace("domain/data/" + std::string(name), bytes);
    }
  }
  std::vector<BundledWard> wards;
  for (const auto& [name, bytes] : bundled_files()) {
    if (!name.ends_with(".jsonl")) {
      continue;
    }
    // `tan-quy-dong-2021.jsonl` is the ledger `tan-quy-dong`.
    BundledWard& ward = wards.emplace_back(
        BundledWard{std::string(name.substr(0, name.rfind('-'))), Acts{{}, settings, {}, true}});
    std::istringstream lines{std::string(bytes)};
    for (std::string line; std::getline(lines, line);) {
      ward.acts.lines.push_back(std::move(line));
    }
  }
  return wards;
}

Acts read_acts(const std::filesystem::path& path) {
  std::ifstream file(path);
  if (!file) {
    throw std::runtime_error("cannot read " + path.string());
  }
  Acts acts;
  acts.folder = path.parent_path();
  for (std::string line; std::getline(file, line);) {
    acts.lines.push_back(std::move(line));
  }
  return acts;
}

std::expected<Loaded, LoadError> load_acts(const LoadTarget& target,
                                           const eventstore::LedgerId& ledger, const Acts& acts,
                                           const std::function<void(std::size_t done)>& progress) {
  Loaded loaded;
  Loader loader(target, ledger);
  target.views.follow();
  ClockOfActs clock(target, ledger);
  for (std::size_t i = 0; i < acts.lines.size(); ++i) {
    const auto act = parse_act(acts.lines[i], acts);
    if (!act) {
      return std::unexpected(LoadError{i + 1, act.error()});
    }
    if (i == 0) {
      register_administrator(target.store, ledger, domain::UserId{act->by}, act->by, act->at);
      loaded.users.push_back(act->by);
    }
    if (const auto user = registered_user(act->path)) {
      loaded.users.push_back(*user);
    }
    if (const auto stopped = clock.move_to(act->at)) {
      return std::unexpected(LoadError{i + 1, *stopped});
    }
    // Roles are read from the views: a user granted a role a line ago must be known there.
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    if (!target.views.wait_for(ledger, value_of(target.store.size(ledger)), deadline)) {
      return std::unexpected(LoadError{i + 1, target.views.status(ledger).stopped});
    }
    if (auto refused = loader.send(*act, i + 1)) {
      if (!acts.leaves_out_refused) {
        return std::unexpected(LoadError{i + 1, *std::move(refused)});
      }
      loaded.left_out.push_back(*std::move(refused));
    }
    progress(i + 1);
  }
  // Acts that became due since then are done: whoever serves the ward next finds it as if it had
  // been served.
  const auto stopped = acts.up_to_now ? clock.move_to(system_now()) : std::nullopt;
  if (stopped) {
    return std::unexpected(LoadError{acts.lines.size(), *stopped});
  }
  return loaded;
}

}  // namespace langnghe::tools
