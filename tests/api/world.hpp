#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>
#include <search/issue_search.hpp>
#include <search/people_search.hpp>

#include <api/accounts.hpp>
#include <api/application.hpp>
#include <api/clock_guard.hpp>
#include <attachments/attachments.hpp>
#include <domain/time.hpp>
#include <following/supervisor.hpp>
#include <ledger/store.hpp>
#include <projections/views.hpp>
#include <vault/vault.hpp>

#include "api/watched_store.hpp"

/// A ward that is asked over the API without HTTP, with a clock that the test sets.
namespace langnghe::api::spec {

using Json = nlohmann::json;
using Headers = std::map<std::string, std::string, std::less<>>;

inline constexpr std::uint64_t kFileBytesMax = 200'000;
inline constexpr std::string_view kWard = "tan-quy-dong";
inline constexpr std::string_view kWords = "Đèn đường hẻm 12 hư ba tháng nay";
inline constexpr std::string_view kName = "Trần Thị Lài";
inline constexpr std::string_view kPhone = "0901234567";
inline constexpr std::string_view kAddress = "12/3 khóm Tân Mỹ";

/// The header that opens sealed data: without it all of it stays sealed.
inline constexpr std::string_view kPurpose = "purpose=B%C3%A1o%20k%E1%BA%BFt%20qu%E1%BA%A3";

/// The body with which the little ward adopts its time limits.
[[nodiscard]] Json policy_2021();

/// The name of a resident's key in the vault.
[[nodiscard]] inline std::string key_of(std::string_view resident) {
  return eventstore::key_subject({std::string(kWard)}, resident);
}

/// An answer with its body read, if it is JSON.
struct Answer {
  Response response;
  Json body;
  [[nodiscard]] int status() const { return response.status; }
  [[nodiscard]] std::string header(std::string_view name) const;  ///< the last of that name
  [[nodiscard]] std::string code() const {
    return body.is_object() ? body.value("code", std::string{}) : std::string{};
  }
  [[nodiscard]] std::string etag() const { return header("ETag"); }
};

class World {
 public:
  World();
  ~World();
  World(const World&) = delete;
  World& operator=(const World&) = delete;

  /// The local moment that is now: `2021-01-14T08:30:00+07:00`.
  void set_clock(std::string_view text);
  /// The same, but only on the clock that can be set: as when somebody sets it.
  void jump_clock(std::string_view text);
  [[nodiscard]] ClockGuard& clock() { return *clock_; }
  /// The faults the service is told of.
  [[nodiscard]] std::vector<Trouble>& troubles() { return troubles_; }
  [[nodiscard]] std::filesystem::path accounts_file() const { return folder_ / "accounts.json"; }

  Answer send(Method method, std::string_view path, std::string_view user, std::string body = {},
              Headers headers = {});
  Answer get(std::string_view path, std::string_view user = "cchc", Headers headers = {});
  /// A read as a server hands it over, to be handled by the test itself.
  [[nodiscard]] Request read_of(std::string_view path, std::string_view user) const;
  /// Reads with a purpose, which opens what the user may see.
  Answer open(std::string_view path, std::string_view user = "cchc");
  /// Sends a file as a stream; the answer's body is the whole of a streamed response.
  Answer upload(std::string_view path, std::string content, std::string_view type,
                std::string_view user, Headers headers = {});
  /// Uploads a small picture of nobody; answers the hash by which acts may name it.
  std::string stored_picture();
  /// With a fresh Idempotency-Key unless `headers` brings one.
  Answer post(std::string_view path, const Json& body, std::string_view user, Headers headers = {});
  /// At the version the stream has now, as `If-Match`; must succeed.
  Answer act(std::string_view path, const Json& body, std::string_view user);
  /// The same, and the code of the problem it was answered with; empty where it succeeded.
  std::string refusal(std::string_view path, const Json& body, std::string_view user);

  // A small world, by acts alone.
  void found_ward();     ///< ward, khóm, officials, calendar, policy, users, plan
  void open_dialogue();  ///< d-1 in Tân Mỹ on 14 January 2021, opened, attendance recorded
  void hear_opinions();  ///< o-1 by r-1 raising i-1 and i-2; o-2 anonymous raising i-3
  void take_away_i1();   ///< minutes signed; i-1 classified and assigned to `officer`
  void answer_i1();      ///< drafted, approved, notice issued and delivered, closed

  /// The user has another token from now on.
  void give_token(const std::string& user);
  [[nodiscard]] std::string version_tag(std::string_view stream);
  [[nodiscard]] eventstore::EventStore& store() { return *store_; }
  /// From now on these streams cannot be read.
  void make_unreadable(std::function<bool(const eventstore::StreamName&)> which);
  [[nodiscard]] WatchedStore& watched() { return *store_; }
  [[nodiscard]] eventstore::Vault& vault() { return *vault_; }
  [[nodiscard]] eventstore::Attachments& files() { return *files_; }
  [[nodiscard]] std::filesystem::path files_folder() const { return folder_ / "files"; }
  [[nodiscard]] Application& application() { return *application_; }
  /// The views, as far as the ledger: a read over the API needs no such wait.
  [[nodiscard]] projections::Views& views();
  /// From now on issues and people are found by words.
  void start_search();
  [[nodiscard]] std::filesystem::path search_folder() const { return folder_ / "search"; }
  [[nodiscard]] Accounts& accounts() { return *accounts_; }
  [[nodiscard]] std::uint64_t size();
  /// All bytes of all records, one after the other.
  [[nodiscard]] std::string ledger_text();

 private:
  Answer ask(Request request, std::string_view user);
  /// Waits for the views, which follow on a thread of their own.
  void settle();
  void make_first_admin();
  void add_user(const std::string& id, const std::string& role, const Json& khoms);

  std::filesystem::path folder_;
  domain::Instant now_{};
  std::chrono::milliseconds running_{};
  std::unique_ptr<ClockGuard> clock_;
  std::vector<Trouble> troubles_;
  std::unique_ptr<WatchedStore> store_;
  std::unique_ptr<eventstore::Vault> vault_;
  std::unique_ptr<eventstore::Attachments> files_;
  std::unique_ptr<projections::Views> views_;
  std::unique_ptr<eventstore::Supervisor> supervisor_;
  std::unique_ptr<search::IssueSearch> search_;  // under the supervisor
  std::unique_ptr<search::PeopleSearch> people_;
  std::unique_ptr<Accounts> accounts_;
  std::unique_ptr<Application> application_;
  std::map<std::string, std::string, std::less<>> tokens_;
  int keys_ = 0;
};

}  // namespace langnghe::api::spec
