// Live streams: what happened, to whom, once and in order; and their end.
#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include <following/supervisor.hpp>

#include "api/world.hpp"

namespace langnghe::api::spec {
namespace {

struct Event {
  std::string id;
  std::string name;
  Json data;
};

/// The events of a text as a browser reads them; an id without data is an event without a name.
std::vector<Event> events_in(const std::string& text) {
  std::vector<Event> events;
  Event event;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.empty()) {
      events.push_back(std::exchange(event, {}));
    } else if (line.starts_with("id: ")) {
      event.id = line.substr(4);
    } else if (line.starts_with("event: ")) {
      event.name = line.substr(7);
    } else if (line.starts_with("data: ")) {
      event.data = Json::parse(line.substr(6));
    }
  }
  return events;
}

/// One open stream, which is read on this thread.
class Stream {
 public:
  Stream(World& world, const std::string& path, std::string_view user, Headers headers = {})
      : world_(world), answer_(world.get(path, user, std::move(headers))) {}

  [[nodiscard]] int status() const { return answer_.status(); }
  [[nodiscard]] const Answer& answer() const { return answer_; }
  [[nodiscard]] EventSource& source() { return *answer_.response.events; }
  [[nodiscard]] bool has_ended() const { return has_ended_; }
  [[nodiscard]] const std::string& text() const { return text_; }

  /// All that has come since the last call.
  std::vector<Event> news() {
    static_cast<void>(world_.views());
    std::string came;
    for (bool more = true; more;) {
      const auto batch = source().take();
      has_ended_ = !batch;
      more = batch && batch->has_more;
      came += batch ? batch->text : "";
    }
    text_ += came;
    return events_in(came);
  }
  /// The records alone.
  std::vector<Json> records() {
    std::vector<Json> found;
    for (const auto& event : news()) {
      if (event.name == "record") {
        EXPECT_EQ(event.id, std::to_string(event.data["position"].get<std::uint64_t>()));
        found.push_back(event.data);
      }
    }
    return found;
  }

 private:
  World& world_;
  Answer answer_;
  std::string text_;
  bool has_ended_ = false;
};

std::vector<std::string> types_of(const std::vector<Json>& records) {
  std::vector<std::string> types;
  for (const auto& record : records) {
    types.push_back(record["type"]);
  }
  return types;
}

class Live : public testing::Test {
 protected:
  Live() {
    world.found_ward();
    world.open_dialogue();
    world.hear_opinions();
  }
  /// d-2 with i-9, in the other khóm.
  void hear_elsewhere() {
    world.set_clock("2021-01-16T08:00:00+07:00");
    ASSERT_EQ(world
                  .post("dialogues",
                        {{"dialogue", "d-2"},
                         {"khom", "sa-nhien"},
                         {"date", "2021-01-16"},
                         {"start", "08:00"},
                         {"venue", {{"kind", "khom_office"}, {"place", "VP"}}},
                         {"format", "dialogue"},
                         {"chair", "of-chair"}},
                        "cchc")
                  .status(),
              201);
    world.act("dialogues/d-2/open", {{"start", "08:00"}, {"chaired_by", "of-chair"}}, "cchc");
    world.act("dialogues/d-2/record-opinion",
              {{"words", "Chợ ồn"},
               {"issues", {{{"issue", "i-9"}, {"subject", "Chợ"}, {"field", "ROADS"}}}}},
              "cchc");
  }
  /// From then on progress can be noted on i-1, by one record each.
  void accept_i1() {
    world.take_away_i1();
    world.act("issues/i-1/accept", Json::object(), "officer");
  }
  void note(const std::string& issue) {
    world.act("issues/" + issue + "/note-progress", {{"text", "x"}, {"visibility", "public"}},
              "cchc");
  }
  World world;
};

TEST_F(Live, BeginsAtTheEndOfTheLedgerAndTellsEachRecordOnceAndInOrder) {
  const auto size = world.size();
  Stream stream(world, "live", "cchc");
  ASSERT_EQ(stream.status(), 200) << stream.answer().response.body;
  EXPECT_EQ(stream.answer().header("Content-Type"), "text/event-stream");
  EXPECT_EQ(stream.answer().header("Cache-Control"), "no-store");
  EXPECT_EQ(stream.answer().header("Content-Encoding"), "");
  const auto begun = stream.news();
  ASSERT_EQ(begun.size(), 1u);
  EXPECT_EQ(begun[0].name, "begin");
  EXPECT_EQ(begun[0].id, std::to_string(size - 1));
  EXPECT_EQ(begun[0].data, (Json{{"ledger", kWard}, {"position", size}}));
  std::uint64_t next = size;
  const auto reads_all = [&] {
    for (const auto& record : stream.records()) {
      EXPECT_EQ(record["position"], next++);
    }
    EXPECT_EQ(next, world.size());
    EXPECT_TRUE(stream.news().empty());
  };
  world.take_away_i1();
  reads_all();
  world.answer_i1();
  reads_all();
  EXPECT_GT(next, size + 10);
}

TEST_F(Live, TellsAPositionOnlyWhenAReadShowsIt) {
  accept_i1();
  Stream stream(world, "live", "cchc");
  note("i-1");
  for (const auto& record : stream.records()) {
    const auto position = record["position"].get<std::uint64_t>();
    EXPECT_GT(world.get("issues/i-1").body["position"].get<std::uint64_t>(), position);
  }
}

TEST_F(Live, GoesOnAfterThePositionThatWasSeenLast) {
  const auto size = world.size();
  for (const Headers& headers : {Headers{}, Headers{{"last-event-id", std::to_string(size - 3)}}}) {
    Stream stream(world, "live?after=" + std::to_string(size - 6), "cchc", headers);
    const auto records = stream.records();
    ASSERT_FALSE(records.empty());
    EXPECT_EQ(records.front()["position"], headers.empty() ? size - 5 : size - 2);
    EXPECT_EQ(records.back()["position"], size - 1);
  }
  Stream whole(world, "live?after=0", "cchc");
  EXPECT_EQ(whole.records().size(), size - 1);
}

TEST_F(Live, RefusesAPositionThatTheLedgerDoesNotHave) {
  const auto beyond = std::to_string(world.size());
  const auto refused = world.get("live", "cchc", {{"last-event-id", beyond}});
  EXPECT_EQ(refused.status(), 400);
  EXPECT_EQ(refused.code(), "beyond_ledger");
  EXPECT_EQ(world.get("live?after=" + beyond).code(), "beyond_ledger");
  for (const auto* wrong : {"x", "-1", "1.0", "99999999999999999999"}) {
    const auto answer = world.get("live", "cchc", {{"last-event-id", wrong}});
    EXPECT_EQ(answer.code(), "query_invalid") << wrong;
    EXPECT_EQ(answer.response.events, nullptr);
  }
}

TEST_F(Live, IsAboutTheKindsStreamsAndTypesAskedFor) {
  const auto told = [&](const std::string& filter) {
    return Stream(world, "live?after=0&" + filter, "cchc").records();
  };
  for (const auto& record : told("kind=issue,dialogue")) {
    EXPECT_TRUE(record["kind"] == "issue" || record["kind"] == "dialogue") << record;
  }
  const auto one = told("stream=issue-i-1");
  ASSERT_FALSE(one.empty());
  for (const auto& record : one) {
    EXPECT_EQ(record["object"], "i-1");
    EXPECT_EQ(record["stream"], "issue-i-1");
  }
  const auto opened = told("type=dialogue.opened");
  ASSERT_EQ(opened.size(), 1u);
  EXPECT_EQ(opened[0]["stream"], "dialogue-d-1");
  for (const auto* wrong :
       {"kind=isue", "kind=issue,", "kind=", "stream=a/b", "type=issue.nothing", "x=1"}) {
    EXPECT_EQ(world.get(std::string("live?") + wrong).code(), "query_invalid") << wrong;
  }
}

TEST_F(Live, TellsWhoReadsTheLedgerExactlyTheRecordsTheyMayRead) {
  ASSERT_EQ(world.open("issues/i-1", "officer").status(), 200);
  for (const auto* user : {"chair", "cchc", "officer", "clerk", "supervisor", "admin"}) {
    std::vector<std::uint64_t> readable;
    const auto items = world.get("events?limit=500", user).body["items"];
    for (const auto& item : items) {
      if (!item["record"].is_null() && item["position"] != 0) {
        readable.push_back(item["position"]);
      }
    }
    std::vector<std::uint64_t> told;
    for (const auto& record : Stream(world, "live?after=0", user).records()) {
      told.push_back(record["position"]);
      EXPECT_FALSE(record["user"].is_null());
    }
    EXPECT_EQ(told, readable) << user;
  }
}

TEST_F(Live, TellsAKhomHeadOfTheirOwnKhomAlone) {
  const auto handed_over = world.post(
      "dialogues/d-1/redirect-denunciation",
      {{"counter", 2}, {"paper_register_number", "07/SNĐ"}, {"receiving_officer", "of-clerk"}},
      "cchc");
  ASSERT_EQ(handed_over.status(), 201) << handed_over.response.body;
  const auto denunciation = handed_over.body["id"].get<std::string>();
  hear_elsewhere();
  Stream stream(world, "live?after=0", "head");
  std::set<std::string> objects;
  for (const auto& record : stream.records()) {
    objects.insert(record["object"]);
    EXPECT_NE(record["kind"], "register") << record;
    EXPECT_NE(record["kind"], "supervision") << record;
    EXPECT_NE(record["kind"], "report") << record;
    EXPECT_TRUE(record["kind"] != "user" || record["object"] == "head") << record;
    const bool names = record["kind"] == "issue" || record["kind"] == "dialogue";
    EXPECT_EQ(record["user"].is_null(), !names) << record;
    EXPECT_EQ(record["role"].is_null(), !names) << record;
  }
  for (const auto* own : {"i-1", "i-2", "i-3", "d-1", "r-1"}) {
    EXPECT_TRUE(objects.contains(own)) << own;
  }
  for (const auto& foreign : {std::string("i-9"), std::string("d-2"), denunciation}) {
    EXPECT_EQ(stream.text().find(foreign), std::string::npos) << foreign;
    Stream asked(world, "live?after=0&stream=issue-" + foreign + ",dialogue-" + foreign, "head");
    Stream absent(world, "live?after=0&stream=issue-none,dialogue-none", "head");
    EXPECT_TRUE(asked.records().empty());
    EXPECT_TRUE(absent.records().empty());
    EXPECT_EQ(asked.text(), absent.text());
  }
}

TEST_F(Live, TellsTheBodyAboveOfSettingsAndReports) {
  std::set<std::string> kinds;
  for (const auto& record : Stream(world, "live?after=0", "above").records()) {
    kinds.insert(record["kind"]);
    EXPECT_TRUE(record["kind"] != "user" || record["object"] == "above") << record;
    EXPECT_TRUE(record["user"].is_null());
  }
  EXPECT_EQ(kinds, (std::set<std::string>{"ward", "calendar", "policy", "user"}));
}

TEST_F(Live, HoldsNoWordOfWhatHappened) {
  world.take_away_i1();
  world.answer_i1();
  Stream stream(world, "live?after=0", "chair");
  const std::set<std::string> members{"position", "kind",     "stream",   "object", "type",
                                      "version",  "happened", "recorded", "user",   "role"};
  for (const auto& record : stream.records()) {
    for (const auto& [member, value] : record.items()) {
      EXPECT_TRUE(members.contains(member)) << member;
    }
  }
  for (const std::string_view secret :
       {kWords, kName, kPhone, kAddress, std::string_view("Đèn đường"),
        std::string_view("\"sealed\"")}) {
    EXPECT_EQ(stream.text().find(secret), std::string::npos) << secret;
  }
}

TEST_F(Live, EndsWhenTheReadersRightsChange) {
  accept_i1();
  for (const auto& [user, change] :
       {std::pair<std::string, std::pair<std::string, Json>>{
            "head", {"users/head/grant-role", {{"role", "clerk"}, {"khoms", Json::array()}}}},
        {"clerk", {"users/clerk/revoke-role", {{"role", "clerk"}}}},
        {"officer", {"users/officer/disable", {{"reason", "Nghỉ việc"}}}}}) {
    Stream stream(world, "live", user);
    ASSERT_EQ(stream.news().size(), 1u);
    note("i-1");
    EXPECT_EQ(stream.records().size(), 1u) << user;
    world.act(change.first, change.second, "admin");
    note("i-1");
    const auto last = stream.news();
    ASSERT_EQ(last.size(), 1u) << user << ": nothing is told with the rights of before";
    EXPECT_EQ(last[0].name, "end");
    EXPECT_EQ(last[0].data["reason"], "rights_changed");
    EXPECT_NE(stream.text().find("retry: "), std::string::npos);
    EXPECT_TRUE(stream.has_ended());
  }
  EXPECT_EQ(world.get("live", "officer").status(), 403);
}

TEST_F(Live, EndsWhenTheTokenIsRevoked) {
  int wakes = 0;
  int others = 0;
  Stream stream(world, "live", "cchc");
  Stream other(world, "live", "chair");
  stream.source().when_more([&] { ++wakes; });
  other.source().when_more([&] { ++others; });
  ASSERT_EQ(stream.news().size(), 1u);
  ASSERT_EQ(other.news().size(), 1u);
  ASSERT_EQ(world.send(Method::delete_, "users/cchc/tokens", "admin").status(), 204);
  EXPECT_EQ(wakes, 1) << "it ends now, and not with the next record";
  EXPECT_EQ(others, 0);
  const auto last = stream.news();
  ASSERT_EQ(last.size(), 1u);
  EXPECT_EQ(last[0].data["reason"], "signed_out");
  EXPECT_TRUE(stream.has_ended());
  EXPECT_TRUE(other.news().empty());
  EXPECT_FALSE(other.has_ended());
}

TEST_F(Live, EndsWithTheSessionAndDoesNotKeepItOpen) {
  ASSERT_TRUE(world.accounts().set_password(kWard, {"cchc"}, "mot-mat-khau-dai").has_value());
  const auto signed_in = world.accounts().sign_in(kWard, {"cchc"}, "mot-mat-khau-dai", "::1");
  ASSERT_TRUE(signed_in.has_value());
  const Headers cookie{{"cookie", "langnghe_session=" + signed_in->cookie}};
  Stream stream(world, "live", "", cookie);
  ASSERT_EQ(stream.status(), 200);
  ASSERT_EQ(stream.news().size(), 1u);
  // Looked at all day, and used by nobody.
  world.set_clock("2021-01-14T13:00:00+07:00");
  EXPECT_TRUE(stream.news().empty());
  EXPECT_FALSE(stream.has_ended());
  world.set_clock("2021-01-14T17:00:00+07:00");
  const auto last = stream.news();
  ASSERT_EQ(last.size(), 1u);
  EXPECT_EQ(last[0].data["reason"], "signed_out");
  const auto again = world.accounts().sign_in(kWard, {"cchc"}, "mot-mat-khau-dai", "::1");
  ASSERT_TRUE(again.has_value());
  Stream second(world, "live", "", {{"cookie", "langnghe_session=" + again->cookie}});
  ASSERT_EQ(second.news().size(), 1u);
  ASSERT_TRUE(world.accounts().sign_out(again->cookie));
  EXPECT_EQ(second.news().at(0).data["reason"], "signed_out");
}

TEST_F(Live, IsOpenForOneUserSoManyTimesAndNoMore) {
  std::vector<std::unique_ptr<Stream>> open;
  for (std::size_t i = 0; i < Limits{}.event_streams_per_user_max; ++i) {
    open.push_back(std::make_unique<Stream>(world, "live", "cchc"));
    ASSERT_EQ(open.back()->status(), 200) << i;
  }
  const auto refused = world.get("live", "cchc");
  EXPECT_EQ(refused.status(), 429);
  EXPECT_EQ(refused.code(), "too_many_streams");
  EXPECT_NE(refused.header("Retry-After"), "");
  EXPECT_EQ(world.get("live", "chair").status(), 200) << "another user has places of their own";
  open.pop_back();
  EXPECT_EQ(world.get("live", "cchc").status(), 200);
}

TEST_F(Live, APositionMovesOverRecordsThatAreNotShown) {
  accept_i1();
  Stream stream(world, "live", "head");
  ASSERT_EQ(stream.news().size(), 1u);
  for (int i = 0; i < 140; ++i) {
    world.act("users/u-" + std::to_string(i) + "/register", {{"display_name", "Người dùng"}},
              "admin");
  }
  std::string last;
  for (const auto& event : stream.news()) {
    EXPECT_EQ(event.name, "");
    EXPECT_TRUE(event.data.is_null());
    last = event.id;
  }
  EXPECT_NE(last, "");
  note("i-1");
  Stream again(world, "live", "head", {{"last-event-id", last}});
  EXPECT_EQ(types_of(again.records()), types_of(stream.records()));
}

/// The program of the test with limits of its own.
class SmallLimits {
 public:
  SmallLimits(World& world, std::size_t behind_max) : world_(world) {
    Limits limits;
    limits.event_records_behind_max = behind_max;
    application_ = std::make_unique<Application>(Services{
        {world.vault(), world.views(), world.accounts(),
         [] { return domain::parse_instant("2021-01-14T09:00:00+07:00").value(); }, limits},
        world.store()});
  }
  Response follow(const std::string& user, const std::string& query = {}) {
    Request request;
    request.target = "/api/v1/wards/" + std::string(kWard) + "/live" + query;
    request.headers["authorization"] =
        "Bearer " +
        world_.accounts().make_token(kWard, {user}, "test", std::chrono::hours(24)).value();
    return application_->handle(request);
  }
  [[nodiscard]] Application& application() { return *application_; }

 private:
  World& world_;
  std::unique_ptr<Application> application_;
};

TEST_F(Live, EndsForAClientThatFallsEverFurtherBehind) {
  accept_i1();
  SmallLimits small(world, 5);
  const auto response = small.follow("cchc", "?after=0");
  ASSERT_TRUE(response.events);
  auto& source = *response.events;
  ASSERT_TRUE(source.take().has_value());
  // Far behind at first is no fault: it comes nearer.
  const auto first = source.take();
  ASSERT_TRUE(first.has_value());
  EXPECT_FALSE(events_in(first->text).empty());
  while (source.take().value().has_more) {
  }
  for (int i = 0; i < 7; ++i) {
    note("i-1");
  }
  static_cast<void>(world.views());
  const auto last = source.take();
  ASSERT_TRUE(last.has_value());
  EXPECT_EQ(events_in(last->text).at(0).data["reason"], "behind");
  EXPECT_NE(last->text.find("retry: 10000\n"), std::string::npos);
  EXPECT_FALSE(source.take().has_value());
}

bool comes_true(const std::function<bool()>& condition) {
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  while (!condition() && std::chrono::steady_clock::now() < deadline) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  return condition();
}

TEST_F(Live, IsWokenByWhatComesAndByNoReplay) {
  accept_i1();
  std::atomic<int> wakes = 0;
  SmallLimits small(world, 100);
  eventstore::Supervisor supervisor(world.store());
  const auto following = small.application().follow(supervisor);
  const auto response = small.follow("cchc");
  ASSERT_TRUE(response.events);
  ASSERT_TRUE(response.events->take().has_value());
  response.events->when_more([&] { ++wakes; });
  note("i-1");
  ASSERT_TRUE(comes_true([&] { return wakes > 0; }));
  const auto batch = response.events->take();
  ASSERT_TRUE(batch.has_value());
  EXPECT_EQ(events_in(batch->text).size(), 1u) << "what woke it can be read";
  auto& views = world.views();
  ASSERT_TRUE(views.drop({std::string(kWard)}).has_value());
  ASSERT_TRUE(views.catch_up({std::string(kWard)}, {}).has_value());
  const auto after = response.events->take();
  ASSERT_TRUE(after.has_value());
  EXPECT_EQ(after->text, "");
}

}  // namespace
}  // namespace langnghe::api::spec
