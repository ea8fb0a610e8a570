#include "api/world.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <stdexcept>

#include <gtest/gtest.h>

#include <api/file_accounts.hpp>
#include <attachments/attachment_folder.hpp>
#include <domain/command.hpp>
#include <ledger/memory_store.hpp>
#include <orders/order.hpp>

#include "accounts/account_book.hpp"
#include "api/decoded.hpp"
#include "api/held_contract.hpp"

namespace langnghe::api::spec {
namespace {

constexpr auto kPatience = std::chrono::seconds(20);

std::filesystem::path make_folder() {
  auto pattern = (std::filesystem::temp_directory_path() / "langnghe-api-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) {
    throw std::runtime_error("no temporary folder");
  }
  return pattern;
}

/// Accounts that have no password yet, so that no test waits for Argon2 but those about passwords.
void write_accounts(const std::filesystem::path& file) {
  AccountBook book;
  for (const auto* user :
       {"admin", "cchc", "chair", "officer", "clerk", "supervisor", "above", "head"}) {
    book.try_emplace({std::string(kWard), user}, Account{});
  }
  book.try_emplace({"phuong-khac", "cchc"}, Account{});
  std::ofstream(file) << to_json(book);
  std::filesystem::permissions(
      file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

std::string stream_of(std::string_view path) {
  if (path.starts_with("register/")) {
    return "register-" + std::string(path.substr(9, 4));
  }
  const auto first = path.find('/');
  const auto last = path.rfind('/');
  const auto kind = path.substr(0, first);
  if (first == last) {
    return std::string(kind);
  }
  std::string id(path.substr(first + 1, last - first - 1));
  for (auto& letter : id) {
    letter = letter == '/' ? '-' : letter;
  }
  return std::string(kind.substr(0, kind.size() - 1)) + '-' + id;
}

Json term(int days) {
  return {{"days", days}, {"unit", "working_days"}};
}

}  // namespace

Json policy_2021() {
  return {{"valid_from", "2020-01-01"},
          {"basis", "Quyết định mẫu số 01/QĐ-UBND"},
          {"first_reply", term(10)},
          {"assign", term(2)},
          {"forward", term(5)},
          {"settle_simple", term(15)},
          {"settle_complex", term(30)},
          {"notice_after_settlement", term(3)},
          {"publish_result", term(10)},
          {"extensions_max", 1},
          {"extension_days_max", 10},
          {"announce_days_before", 7},
          {"dialogues_per_quarter", 1},
          {"late_entry_days", 2},
          {"approaching_days", 3},
          {"pause_days_max", 30},
          {"missed_grace_hours", 24},
          {"recommendation_answer", term(15)},
          {"refusal_notice", term(3)},
          {"retention_years", 20},
          {"office_hours", {{{"start", "07:00"}, {"end", "11:30"}}}},
          {"fields", {{{"code", "ROADS"}, {"name_vi", "Giao thông"}, {"name_en", "Roads"}}}}};
}

namespace {

/// A body that arrives a little at a time.
class TextSource final : public ByteSource {
 public:
  explicit TextSource(std::string content) : content_(std::move(content)) {}
  std::expected<std::string_view, StreamFault> next() override {
    constexpr std::size_t kPiece = 1'000;
    const auto piece = std::string_view(content_).substr(std::min(at_, content_.size()), kPiece);
    at_ += piece.size();
    return piece;
  }

 private:
  const std::string content_;
  std::size_t at_ = 0;
};

}  // namespace

std::string Answer::header(std::string_view name) const {
  std::string found;
  for (const auto& [known, value] : response.headers) {
    found = known == name ? value : found;
  }
  return found;
}

World::World()
    : folder_(make_folder()),
      store_(std::make_unique<WatchedStore>(std::make_unique<command::test::HookedStore>())),
      vault_(eventstore::make_memory_vault()) {
  set_clock("2021-01-05T08:00:00+07:00");
  views_ = std::move(projections::Views::open(*store_, {folder_ / "views"}).value());
  views_->follow();
  supervisor_ = std::make_unique<eventstore::Supervisor>(*store_);
  search_ = std::make_unique<search::IssueSearch>(*store_, search_folder());
  people_ = std::make_unique<search::PeopleSearch>(*store_, *vault_, search_folder());
  const auto now = [this] { return now_; };
  write_accounts(folder_ / "accounts.json");
  accounts_ = std::make_unique<FileAccounts>(folder_ / "accounts.json", Limits{}, now);
  Limits limits;
  limits.view_wait = std::chrono::seconds(1);
  files_ = std::make_unique<eventstore::AttachmentFolder>(
      eventstore::AttachmentOptions{.directory = folder_ / "files", .bytes_max = kFileBytesMax},
      *vault_);
  Services services{{*vault_, *views_, *accounts_, now, limits}, *store_};
  services.attachments = files_.get();
  clock_ = std::make_unique<ClockGuard>([this] { return ClockReading{now_, running_}; });
  services.clock = clock_.get();
  services.search = search_.get();
  services.people = people_.get();
  services.troubles = [this] { return troubles_; };
  application_ = std::make_unique<Application>(std::move(services));
  make_first_admin();
}

World::~World() {
  application_.reset();
  search_.reset();
  people_.reset();
  views_.reset();
  std::filesystem::remove_all(folder_);
}

void World::set_clock(std::string_view text) {
  const auto before = now_;
  jump_clock(text);
  running_ += now_ - before;
}

void World::jump_clock(std::string_view text) {
  now_ = domain::parse_instant(text).value();
}

void World::start_search() {
  search_->follow(*supervisor_);
  people_->follow(*supervisor_);
}

std::uint64_t World::size() {
  return store_->size({std::string(kWard)}).value();
}

void World::make_unreadable(std::function<bool(const eventstore::StreamName&)> which) {
  store_->hooked().is_unreadable = std::move(which);
}

std::string World::version_tag(std::string_view stream) {
  const auto version = store_->version_of({std::string(kWard)}, {std::string(stream)}).value();
  return '"' + std::to_string(version.value) + '"';
}

std::string World::ledger_text() {
  const auto records = store_->read_ledger({std::string(kWard)}, {0}, 10'000).value();
  std::string text;
  for (const auto& record : records) {
    text += record.bytes + '\n';
  }
  return text;
}

Answer World::send(Method method, std::string_view path, std::string_view user, std::string body,
                   Headers headers) {
  Request request;
  request.method = method;
  request.target = path.starts_with('/')
                       ? std::string(path)
                       : "/api/v1/wards/" + std::string(kWard) + '/' + std::string(path);
  request.body = std::move(body);
  request.headers = std::move(headers);
  if (!request.body.empty()) {
    request.headers.try_emplace("content-type", "application/json");
  }
  return ask(std::move(request), user);
}

Answer World::ask(Request request, std::string_view user) {
  request.peer = "127.0.0.1";
  if (!user.empty()) {
    request.headers.try_emplace("authorization", "Bearer " + tokens_.find(user)->second);
  }
  Answer answer{application_->handle(request), {}};
  auto& response = answer.response;
  if (response.stream) {
    for (auto piece = response.stream->next(); piece && !piece->empty();
         piece = response.stream->next()) {
      response.body += *piece;
    }
    EXPECT_EQ(response.body.size(), response.stream_bytes.value_or(response.body.size()));
  }
  auto plain = response;
  plain.body = decoded(response);
  answer.body = Json::parse(plain.body, nullptr, false);
  expect_as_contracted(request, plain);
  return answer;
}

Answer World::upload(std::string_view path, std::string content, std::string_view type,
                     std::string_view user, Headers headers) {
  TextSource source(std::move(content));
  Request request;
  request.method = Method::post;
  request.target = "/api/v1/wards/" + std::string(kWard) + '/' + std::string(path);
  request.headers = std::move(headers);
  request.headers.try_emplace("content-type", type);
  request.body_stream = &source;
  return ask(std::move(request), user);
}

projections::Views& World::views() {
  settle();
  return *views_;
}

void World::settle() {
  const auto deadline = std::chrono::steady_clock::now() + kPatience;
  if (!views_->wait_for({std::string(kWard)}, size(), deadline)) {
    ADD_FAILURE() << "the views do not follow";
  }
}

Answer World::get(std::string_view path, std::string_view user, Headers headers) {
  return send(Method::get, path, user, {}, std::move(headers));
}

Request World::read_of(std::string_view path, std::string_view user) const {
  Request request;
  request.method = Method::get;
  request.target = "/api/v1/wards/" + std::string(kWard) + '/' + std::string(path);
  request.headers.emplace("authorization", "Bearer " + tokens_.find(user)->second);
  request.peer = "127.0.0.1";
  return request;
}

Answer World::open(std::string_view path, std::string_view user) {
  return get(std::string(path) + '?' + std::string(kPurpose), user);
}

std::string World::stored_picture() {
  const auto answer = upload("attachments", "\xFF\xD8\xFF\xE0 a road", "image/jpeg", "cchc", {});
  EXPECT_EQ(answer.status(), 201) << answer.response.body;
  return answer.body.value("attachment", "");
}

Answer World::post(std::string_view path, const Json& body, std::string_view user,
                   Headers headers) {
  headers.try_emplace("idempotency-key", "key-" + std::to_string(++keys_));
  return send(Method::post, path, user, body.dump(), std::move(headers));
}

Answer World::act(std::string_view path, const Json& body, std::string_view user) {
  auto answer = post(path, body, user, {{"if-match", version_tag(stream_of(path))}});
  EXPECT_LT(answer.status(), 300) << path << ": " << answer.response.body;
  return answer;
}

std::string World::refusal(std::string_view path, const Json& body, std::string_view user) {
  return post(path, body, user, {{"if-match", version_tag(stream_of(path))}}).code();
}

void World::make_first_admin() {
  const orders::Handler handler(*store_, codec::WardModel([n = 0]() mutable {
    auto digits = std::to_string(++n);
    return "01890000-0000-7000-8000-" + std::string(12 - digits.size(), '0') + digits;
  }));
  const auto act = [&](const std::string& key, domain::Command command) {
    const auto done = handler.handle(orders::make_order(
        std::move(command),
        {.ledger = {std::string(kWard)}, .actor = orders::the_system(), .now = now_, .key = key}));
    ASSERT_TRUE(done.has_value());
  };
  act("boot-1", domain::RegisterUser{{"admin"}, {"Quản trị", std::nullopt}});
  act("boot-2", domain::GrantRole{{"admin"}, {domain::Role::admin, {}}});
  give_token("admin");
  settle();
}

void World::give_token(const std::string& user) {
  tokens_[user] =
      accounts_->make_token(kWard, {user}, "test", std::chrono::hours(24 * 500)).value();
}

void World::add_user(const std::string& id, const std::string& role, const Json& khoms) {
  act("users/" + id + "/register", {{"display_name", "Người dùng " + id}}, "admin");
  act("users/" + id + "/grant-role", {{"role", role}, {"khoms", khoms}}, "admin");
  give_token(id);
}

void World::found_ward() {
  act("ward/establish",
      {{"name", "phường Tân Quy Đông"},
       {"place_name", "Tân Quy Đông"},
       {"issuer", "ỦY BAN NHÂN DÂN PHƯỜNG TÂN QUY ĐÔNG"},
       {"issuer_symbol", "UBND"},
       {"city", "Sa Đéc"},
       {"province", "Đồng Tháp"}},
      "admin");
  for (const auto& [id, name] : {std::pair{"tan-my", "Tân Mỹ"}, {"sa-nhien", "Sa Nhiên"}}) {
    act("ward/add-khom",
        {{"khom", id}, {"name", name}, {"sample", false}, {"valid_from", "2010-01-01"}}, "admin");
  }
  for (const auto* id : {"of-chair", "of-clerk"}) {
    act("ward/appoint-official",
        {{"official", id},
         {"name", std::string("Cán bộ ") + id},
         {"position", "Chủ tịch"},
         {"unit", "UBND"},
         {"valid_from", "2015-01-01"}},
        "admin");
  }
  act("ward/adopt-report-route",
      {{"addressee", "UBND thành phố"}, {"through", "Phòng Nội vụ"}, {"valid_from", "2015-01-01"}},
      "admin");
  act("calendar/adopt-calendar",
      {{"days_off", {"2021-02-10", "2021-02-11", "2021-02-12"}},
       {"worked_days", Json::array()},
       {"confirmed_through", 2021},
       {"basis", "Thông báo lịch nghỉ 2021"}},
      "admin");
  act("policy/adopt-policy", policy_2021(), "admin");
  add_user("cchc", "cchc_officer", Json::array());
  add_user("chair", "chair", Json::array());
  add_user("officer", "officer", Json::array());
  add_user("clerk", "clerk", Json::array());
  add_user("supervisor", "supervisor", Json::array());
  add_user("above", "home_affairs", Json::array());
  add_user("head", "khom_head", {"tan-my"});
  act("plans/2021/draft",
      {{"title", "Kế hoạch đối thoại 2021"},
       {"lines",
        {{{"khom", "tan-my"}, {"per_quarter", {1, 1, 1, 1}}},
         {{"khom", "sa-nhien"}, {"per_quarter", {1, 1, 1, 1}}}}}},
      "cchc");
  act("plans/2021/approve", {{"signer", "of-chair"}}, "chair");
}

void World::open_dialogue() {
  const auto scheduled = post("dialogues",
                              {{"dialogue", "d-1"},
                               {"khom", "tan-my"},
                               {"date", "2021-01-14"},
                               {"start", "08:00"},
                               {"venue", {{"kind", "khom_office"}, {"place", "Văn phòng khóm"}}},
                               {"format", "dialogue"},
                               {"chair", "of-chair"}},
                              "cchc");
  ASSERT_EQ(scheduled.status(), 201) << scheduled.response.body;
  set_clock("2021-01-14T08:00:00+07:00");
  act("dialogues/d-1/open", {{"start", "08:00"}, {"chaired_by", "of-chair"}}, "cchc");
  act("dialogues/d-1/record-attendance",
      {{"residents", 21}, {"officials", {"of-chair"}}, {"bodies", Json::array()}}, "cchc");
}

void World::hear_opinions() {
  set_clock("2021-01-14T08:30:00+07:00");
  act("dialogues/d-1/record-opinion",
      {{"opinion", "o-1"},
       {"words", kWords},
       {"speaker",
        {{"resident", "r-1"}, {"name", kName}, {"phone", kPhone}, {"address", kAddress}}},
       {"issues",
        {{{"issue", "i-1"}, {"subject", "Đèn đường hẻm 12"}, {"field", "ROADS"}},
         {{"issue", "i-2"}, {"subject", "Ổ gà hẻm 12"}, {"field", "ROADS"}}}}},
      "cchc");
  act("dialogues/d-1/record-opinion",
      {{"opinion", "o-2"},
       {"words", "Loa phường kêu to quá"},
       {"anonymous", true},
       {"issues", {{{"issue", "i-3"}, {"subject", "Âm lượng loa"}, {"field", "ROADS"}}}}},
      "cchc");
}

void World::take_away_i1() {
  act("issues/i-2/answer-on-the-spot", {{"answer", "Đã vá hôm qua."}, {"answered_by", "of-chair"}},
      "cchc");
  act("issues/i-3/note", {{"reason", "Ghi nhận"}}, "cchc");
  act("dialogues/d-1/skip-presentation", {{"reason", "Buổi đầu tiên"}}, "cchc");
  act("dialogues/d-1/close", {{"end", "10:00"}}, "cchc");
  set_clock("2021-01-15T08:00:00+07:00");
  act("dialogues/d-1/sign-minutes", {{"signers", {"of-chair"}}, {"taken_away", {"i-1"}}}, "chair");
  act("issues/i-1/classify", {{"type", "PETITION"}, {"field", "ROADS"}, {"complexity", "simple"}},
      "cchc");
  act("issues/i-1/assign", {{"assignee", "officer"}, {"unit", "Địa chính"}}, "cchc");
}

void World::answer_i1() {
  set_clock("2021-01-20T08:00:00+07:00");
  act("issues/i-1/accept", Json::object(), "officer");
  act("issues/i-1/draft-answer",
      {{"outcome", "DONE"}, {"text", "Đã thay bóng đèn."}, {"legal_basis", "Quy định mẫu"}},
      "officer");
  act("issues/i-1/approve-answer", Json::object(), "chair");
  act("issues/i-1/issue-notice", {{"signer", "of-chair"}, {"capacity", "TM"}}, "clerk");
  act("issues/i-1/record-delivery", {{"method", "in_person"}}, "clerk");
  act("issues/i-1/close", Json::object(), "cchc");
}

}  // namespace langnghe::api::spec
