// A ledger that was found to differ, as people see it who ask over HTTP.
#include <condition_variable>
#include <mutex>
#include <string>
#include <utility>

#include <gtest/gtest.h>

#include <transparency/ledger_watch.hpp>

#include "api/world.hpp"
#include "unit/proof/followed_ledger.hpp"

namespace langnghe::api::spec {
namespace {

using namespace eventstore;

constexpr std::uint64_t kSigned = 700;
constexpr std::size_t kChanged = 3;
constexpr std::int64_t kChecked = 1'612'000'000;

/// Records that are not those that were signed, and a watch that has found it.
class Watched : public testing::Test {
 protected:
  Watched() {
    test::FixedLedger original(test::synthetic_records(kSigned));
    static_cast<void>(folders_.sign_up_to(original, kSigned));
    log_ = folders_.start(changed_);
    WatchOptions options;
    options.now = [] { return kChecked; };
    options.on_finding = [this](const WatchState&) {
      const std::lock_guard lock(mutex_);
      found_ = true;
      came_.notify_all();
    };
    watch_ = std::make_unique<LedgerWatch>(changed_, *log_, std::move(options));
    watch_->start();
    std::unique_lock lock(mutex_);
    EXPECT_TRUE(came_.wait_for(lock, test::kLongEnough, [this] { return found_; }));
  }

  Answer get(std::string_view target, std::string_view language, bool name_wards = true) {
    Limits limits;
    limits.metrics_name_wards = name_wards;
    Services services{
        {world.vault(), world.views(), world.accounts(), [] { return domain::Instant{}; }, limits},
        world.store()};
    services.watch = watch_.get();
    Application application(std::move(services));
    Request request;
    request.target = target;
    request.peer = "127.0.0.1";
    request.headers.emplace("accept-language", language);
    Answer answer{application.handle(request), {}};
    answer.body = Json::parse(answer.response.body, nullptr, false);
    return answer;
  }

  static std::vector<std::string> changed_records() {
    auto records = test::synthetic_records(kSigned);
    records[kChanged] += " changed";
    return records;
  }

  World world;
  test::LogFolders folders_;
  test::FixedLedger changed_{changed_records()};
  std::mutex mutex_;  // guards found_
  std::condition_variable came_;
  bool found_ = false;
  std::unique_ptr<Transparency> log_;
  std::unique_ptr<LedgerWatch> watch_;
};

TEST_F(Watched, ReadinessNamesTheLedgerThePositionAndWhatToDo) {
  for (const auto& [language, words] :
       {std::pair("vi", "từ vị trí 3"), std::pair("en", "from position 3 on")}) {
    const auto answer = get("/readyz", language);
    ASSERT_EQ(answer.status(), 503);
    ASSERT_EQ(answer.body["errors"].size(), 1u) << answer.response.body;
    const auto& error = answer.body["errors"][0];
    EXPECT_EQ(error["code"], "ledger_differs");
    EXPECT_EQ(error["pointer"], "/ledgers/" + test::kWard.value);
    const std::string detail = error["detail"];
    EXPECT_NE(detail.find(words), std::string::npos) << detail;
    EXPECT_NE(detail.find("langnghe restore"), std::string::npos) << detail;
  }
}

TEST_F(Watched, MetricsTellOfTheLastCheck) {
  const std::string text = get("/metrics", "en").response.body;
  const std::string label = "{ledger=\"" + test::kWard.value + "\"";
  for (const std::string& line :
       {"langnghe_ledger_check_result" + label + ",result=\"differs\"} 1\n",
        "langnghe_ledger_check_timestamp_seconds" + label + "} 1612000000\n",
        "langnghe_ledger_check_records" + label + "} 700\n",
        "langnghe_ledger_check_reading_records" + label + "} 0\n",
        "langnghe_ledger_check_duration_seconds" + label + "} 0."}) {
    EXPECT_NE(text.find(line), std::string::npos) << line << text;
  }
}

TEST_F(Watched, MetricsNameNoWardUnlessTheOperatorSaysSo) {
  world.found_ward();
  const std::string text = get("/metrics", "en", false).response.body;
  EXPECT_EQ(text.find(kWard), std::string::npos) << text;
  EXPECT_EQ(text.find(test::kWard.value), std::string::npos) << text;
  EXPECT_NE(text.find("langnghe_ledger_records{ledger=\"1\"}"), std::string::npos) << text;
  EXPECT_NE(get("/metrics", "en").response.body.find(kWard), std::string::npos);
}

TEST_F(Watched, AnActIsRefusedWithItsReasonAndReadsGoOn) {
  world.found_ward();
  world.store().stop_writing("said by the test");
  const auto refused = world.post("users/u-9/register", {{"display_name", "Thử"}}, "admin");
  EXPECT_EQ(refused.status(), 503);
  EXPECT_EQ(refused.code(), "ledger_differs");
  EXPECT_EQ(world.get("users", "admin").status(), 200);
  EXPECT_EQ(world.get("/readyz", "").status(), 503);
}

}  // namespace
}  // namespace langnghe::api::spec
