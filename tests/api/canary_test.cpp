// Words that no reader may find: one is planted in every sealed member of every act, in acts that
// are done and in acts that are refused, and then everything that comes out is looked through.
#include <array>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <log/log.hpp>

#include "api/asked_paths.hpp"
#include "api/world.hpp"
#include "routing/router.hpp"
#include "wire/schemas.hpp"

namespace langnghe::api::spec {
namespace {

/// The sealed members that are called so nowhere else. Names and addresses are sealed in the same
/// acts, and others have a `name` that is not sealed.
constexpr auto kSealedMembers = std::to_array<std::string_view>(
    {"words", "phone", "host_address", "host_name", "host_phone", "recipient"});

constexpr std::string_view kWordBegin = "kanari";
constexpr std::string_view kPhoneBegin = "09771234";
/// A word that is not sealed: what is looked through must show it, or it would show no canary.
constexpr std::string_view kOpenWord = "nokarizq";

/// Acts in which a canary is planted below.
const std::set<std::string>& planted_acts() {
  static const std::set<std::string> acts{"dialogue/schedule",          "dialogue/rearrange",
                                          "dialogue/record-opinion",    "issue/record",
                                          "issue/record-feedback",      "issue/record-delivery",
                                          "issue/tell-external-result", "resident/change-contact"};
  return acts;
}

/// The text of a schema with those it refers to.
std::string whole_text(const codec::Schema& schema, const codec::Schemas& known,
                       std::set<std::string>& seen) {
  std::string text = schema.text;
  for (const auto& [name, named] : known.all()) {
    if (schema.text.find("/" + name + '"') != std::string::npos && seen.insert(name).second) {
      text += whole_text(named, known, seen);
    }
  }
  return text;
}

TEST(CanaryActs, AreAllThatSealSomething) {
  const auto bodies = wire::describe_bodies();
  std::set<std::string> sealing;
  for (const auto& [act, schema] : bodies.of) {
    std::set<std::string> seen;
    const auto text = whole_text(schema, bodies.known, seen);
    for (const auto member : kSealedMembers) {
      if (text.find('"' + std::string(member) + "\":") != std::string::npos) {
        sealing.insert(act);
      }
    }
  }
  EXPECT_EQ(sealing, planted_acts());
}

std::string bytes_under(const std::filesystem::path& folder) {
  std::string bytes;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) {
      std::ifstream file(entry.path(), std::ios::binary);
      bytes.append(std::istreambuf_iterator<char>(file), {});
    }
  }
  return bytes;
}

class Canaries : public testing::Test {
 protected:
  Canaries() {
    testing::internal::CaptureStderr();
    log::configure({.form = log::Form::json, .requests = true});
    world_ = std::make_unique<World>();
    world_->start_search();
    world_->found_ward();
    world_->open_dialogue();
    world_->hear_opinions();
  }
  ~Canaries() override {
    world_.reset();
    log::configure({});
    if (!said_) {
      static_cast<void>(testing::internal::GetCapturedStderr());
    }
  }

  /// A word that stays as it is when it is folded for a search.
  std::string word() {
    secrets_.push_back(std::string(kWordBegin) + std::to_string(10 + secrets_.size()) + "zq");
    return secrets_.back();
  }
  /// The same as somebody's own words, which a clerk does not read.
  std::string spoken() {
    auto text = word();
    words_.push_back(text);
    return text;
  }
  std::string phone() {
    secrets_.push_back(std::string(kPhoneBegin) + std::to_string(10 + secrets_.size()));
    return secrets_.back();
  }

  Json household(const std::string& host) {
    return {{"kind", "household"},
            {"host", host},
            {"host_name", word()},
            {"host_phone", phone()},
            {"host_address", word()}};
  }
  Json speaker(const std::string& resident) {
    return {{"resident", resident}, {"name", word()}, {"phone", phone()}, {"address", word()}};
  }

  /// Done with the canaries, and refused with others before: by role, by what the body says, and as
  /// a body that is none.
  void plant(const std::string& path, const std::function<Json()>& body, std::string_view user) {
    refused(world_->post(path, body(), "above", {{"if-match", tag_of(path)}}));
    auto unknown = body();
    unknown["nothing"] = word();
    refused(world_->post(path, unknown, user, {{"if-match", tag_of(path)}}));
    refused(world_->post(path, body(), user, {{"if-match", "\"999\""}}));
    refused(world_->send(Method::post, path, user, body().dump() + spoken(),
                         {{"idempotency-key", "broken"}, {"if-match", "\"1\""}}));
    const Json act{{"id", "k"}, {"path", path}, {"body", unknown}, {"if_match", "\"1\""}};
    clean(world_->send(Method::post, "acts", user,
                       Json{{"mode", "each"}, {"acts", Json::array({act})}}.dump()),
          path);
    const auto done = path == "dialogues"
                          ? world_->post(path, body(), user)
                          : world_->post(path, body(), user, {{"if-match", tag_of(path)}});
    EXPECT_LT(done.status(), 300) << path << ": " << done.response.body;
    clean(done, path);
  }

  void plant_all() {
    plant(
        "dialogues",
        [this] {
          return Json{{"dialogue", "d-5"},  {"khom", "tan-my"},          {"date", "2021-02-20"},
                      {"start", "19:00"},   {"venue", household("r-5")}, {"format", "round_table"},
                      {"chair", "of-chair"}};
        },
        "cchc");
    plant(
        "dialogues/d-5/rearrange",
        [this] { return Json{{"reason", "Nhà khác rộng hơn"}, {"venue", household("r-6")}}; },
        "cchc");
    plant(
        "dialogues/d-1/record-opinion",
        [this] {
          return Json{{"opinion", "o-7"},
                      {"words", spoken()},
                      {"speaker", speaker("r-7")},
                      {"issues",
                       {{{"issue", "i-7"},
                         {"subject", "Cống " + std::string(kOpenWord)},
                         {"field", "ROADS"}}}}};
        },
        "cchc");
    plant(
        "issues/i-8/record",
        [this] {
          return Json{{"channel", "letter"},      {"khom", "tan-my"}, {"received", "2021-01-13"},
                      {"subject", "Cây"},         {"field", "ROADS"}, {"words", spoken()},
                      {"speaker", speaker("r-8")}};
        },
        "cchc");
    world_->act("issues/i-7/answer-on-the-spot",
                {{"answer", "Đã thông cống."}, {"answered_by", "of-chair"}}, "cchc");
    world_->take_away_i1();
    plant(
        "residents/r-1/change-contact",
        [this] {
          return Json{{"name", word()}, {"phone", phone()}, {"address", word()}, {"reason", "Sửa"}};
        },
        "clerk");
    forward_i8();
    plant(
        "issues/i-8/tell-external-result",
        [this] { return Json{{"method", "in_person"}, {"recipient", word()}}; }, "clerk");
    settle_i1();
    plant(
        "issues/i-1/record-delivery",
        [this] { return Json{{"method", "in_person"}, {"recipient", word()}}; }, "clerk");
    world_->act("issues/i-1/close", Json::object(), "cchc");
    world_->act("issues/i-1/ask-feedback", {{"channel", "điện thoại"}}, "cchc");
    plant(
        "issues/i-1/record-feedback",
        [this] {
          return Json{{"verdict", "satisfied"}, {"solved_in_reality", true}, {"words", spoken()}};
        },
        "cchc");
    const auto file = world_->upload("attachments?resident=r-1", "\xFF\xD8\xFF\xE0 " + word(),
                                     "image/jpeg", "cchc");
    ASSERT_EQ(file.status(), 201) << file.response.body;
    file_ = file.body["attachment"];
  }

  void forward_i8() {
    world_->act("issues/i-8/classify",
                {{"type", "PETITION"}, {"field", "ROADS"}, {"complexity", "simple"}}, "cchc");
    world_->act("issues/i-8/forward",
                {{"body", "Ủy ban nhân dân thành phố"},
                 {"document", "Phiếu chuyển số 01"},
                 {"asked", "Tỉa cây"},
                 {"resident_told", true}},
                "cchc");
    world_->act("issues/i-8/record-external-result",
                {{"document", "Văn bản trả lời"}, {"summary", "Đã tỉa."}}, "cchc");
  }

  void settle_i1() {
    world_->set_clock("2021-01-20T08:00:00+07:00");
    world_->act("issues/i-1/accept", Json::object(), "officer");
    world_->act("issues/i-1/draft-answer",
                {{"outcome", "DONE"}, {"text", "Đã thay bóng đèn."}, {"legal_basis", "Quy định"}},
                "officer");
    world_->act("issues/i-1/approve-answer", Json::object(), "chair");
    world_->act("issues/i-1/issue-notice", {{"signer", "of-chair"}, {"capacity", "TM"}}, "clerk");
  }

  std::string tag_of(const std::string& path) {
    const auto end = path.rfind('/');
    if (end == std::string::npos) {
      return "\"0\"";
    }
    auto stream = path.substr(0, end);
    stream.replace(stream.find("s/"), 2, "-");
    return world_->version_tag(stream);
  }

  void refused(const Answer& answer) {
    EXPECT_GE(answer.status(), 400) << answer.response.body;
    clean(answer, "refused");
  }
  void clean(const Answer& answer, const std::string& where) {
    std::string text = answer.response.body;
    for (const auto& [name, value] : answer.response.headers) {
      text += '\n' + name + ": " + value;
    }
    clean(text, secrets_, where);
  }
  static void clean(const std::string& text, const std::vector<std::string>& secrets,
                    const std::string& where) {
    if (text.find(kWordBegin) == std::string::npos && text.find(kPhoneBegin) == std::string::npos) {
      return;
    }
    for (const auto& secret : secrets) {
      EXPECT_EQ(text.find(secret), std::string::npos) << secret << " in " << where;
    }
  }

  /// The addresses of every read, with each of the things there are.
  std::vector<std::string> reads() {
    std::vector<std::string> paths;
    for (const auto& route : all_routes()) {
      if (route.method != Method::get || route.pattern.find("/live") != std::string::npos) {
        continue;
      }
      const auto& pattern = route.pattern;
      const auto read = pattern.starts_with(kWardBase) ? pattern.substr(kWardBase.size()) : "";
      for (const std::string id :
           {"i-1", "i-2", "i-7", "i-8", "d-1", "d-5", "r-1", "r-5", "r-6", "r-7", "r-8", "cchc"}) {
        paths.push_back(asked_path(pattern, id) + needed_query(read));
        if (pattern.find("{id}") == std::string::npos) {
          break;
        }
      }
    }
    const auto base = "/api/v1/wards/" + std::string(kWard) + '/';
    for (const std::string more :
         {"events?form=shown&limit=500", "events?limit=500", "issues?counts=true&limit=500",
          "issues?q=kanari", "residents?q=kanari", "issues/similar?text=kanari10zq"}) {
      paths.push_back(base + more);
    }
    paths.push_back(base + "attachments/" + file_);
    return paths;
  }

  std::unique_ptr<World> world_;
  std::vector<std::string> secrets_;
  std::vector<std::string> words_;  ///< of them, those that were spoken or written
  std::string file_;
  bool said_ = false;
};

TEST_F(Canaries, AppearInNoOutput) {
  plant_all();
  ASSERT_GT(secrets_.size(), 100u);
  // They are there, for who may read them and says what for.
  EXPECT_NE(world_->open("issues/i-7", "chair").response.body.find("kanari"), std::string::npos);

  int answered = 0;
  int with_open_word = 0;
  for (const auto& path : reads()) {
    const auto purpose =
        path + (path.find('?') == std::string::npos ? '?' : '&') + std::string(kPurpose);
    for (const auto* user : {"chair", "head", "supervisor", ""}) {
      const auto answer = world_->get(path, user);
      clean(answer, std::string(user) + ' ' + path);
      answered += answer.status() == 200 ? 1 : 0;
      with_open_word += answer.response.body.find(kOpenWord) != std::string::npos ? 1 : 0;
    }
    for (const auto* user : {"supervisor", "above", "admin"}) {
      clean(world_->get(purpose, user), std::string(user) + ' ' + purpose);
    }
    clean(world_->get(purpose, "clerk").response.body, words_, "clerk " + purpose);
  }

  EXPECT_GT(answered, 230) << "most reads were refused and showed nothing";
  EXPECT_GT(with_open_word, 36);

  std::string told;
  {
    const auto live = world_->get("live?after=0", "chair");
    static_cast<void>(world_->views());
    for (bool more = true; more;) {
      const auto batch = live.response.events->take();
      more = batch && batch->has_more;
      told += batch ? batch->text : "";
    }
  }
  EXPECT_NE(told.find("issue-i-8"), std::string::npos);
  clean(told, secrets_, "the live stream");
  EXPECT_NE(world_->ledger_text().find(kOpenWord), std::string::npos);
  clean(world_->ledger_text(), secrets_, "the ledger");
  const auto files = bytes_under(world_->files_folder());
  EXPECT_FALSE(files.empty());
  clean(files, secrets_, "the files");
  // The searches above waited for the index, so what may be found is in it.
  const auto index = bytes_under(world_->search_folder());
  // Neighbours in an index share their beginnings, so only the rest of a word stands there.
  EXPECT_NE(index.find(kOpenWord.substr(2)), std::string::npos);
  EXPECT_EQ(index.find(kWordBegin.substr(2)), std::string::npos) << "the search index";

  world_.reset();
  log::info(kOpenWord);
  said_ = true;
  const auto log = testing::internal::GetCapturedStderr();
  EXPECT_NE(log.find(kOpenWord), std::string::npos);
  clean(log, secrets_, "the log");
}

}  // namespace
}  // namespace langnghe::api::spec
