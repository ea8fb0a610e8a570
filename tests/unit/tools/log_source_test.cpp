// The sources of a log: a folder, and a server that answers whatever the test wants.
#include "checking/log_source.hpp"

#include <atomic>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>

#include <gtest/gtest.h>

#include <http/server.hpp>

#include "checking/remembered_head.hpp"
#include "checking/server_log.hpp"
#include "checking/verify_fault.hpp"
#include "temporary_directory.hpp"

namespace langnghe::test {
namespace {

namespace fs = std::filesystem;
using tools::VerifyFault;
using tools::VerifyStatus;

VerifyStatus status_of(const std::function<void()>& act) {
  try {
    act();
  } catch (const VerifyFault& fault) {
    return fault.status();
  }
  return VerifyStatus::well;
}

class ScriptedServer {
 public:
  using Script = std::function<api::Response(const api::Request&, int asked)>;
  explicit ScriptedServer(Script script)
      : server_(http::ServerOptions(),
                [this, script](const api::Request& request) { return script(request, ++asked_); }) {
  }
  [[nodiscard]] tools::ServerLogOptions options() const {
    return {.url = "http://127.0.0.1:" + std::to_string(server_.port()),
            .ward = "p",
            .token = "",
            .time = std::chrono::milliseconds(5'000),
            .pause = std::chrono::milliseconds(1)};
  }
  [[nodiscard]] int asked() const { return asked_; }

 private:
  std::atomic<int> asked_ = 0;
  http::Server server_;
};

api::Response answer(int status, std::string body = "") {
  api::Response response;
  response.status = status;
  response.body = std::move(body);
  return response;
}

TEST(ServerLog, AsksForAFileOfTheWard) {
  const ScriptedServer server([](const api::Request& request, int) {
    return answer(200, request.target + " " + std::string(request.header("authorization")));
  });
  auto options = server.options();
  options.url += "/prefix/";
  options.token = "t";
  tools::ServerLog log(options);
  EXPECT_EQ("/prefix/api/v1/wards/p/tlog/tile/0/000 Bearer t", log.read("tile/0/000", 1'000));
}

TEST(ServerLog, TellsWhatIsNotThereFromWhatCannotBeTold) {
  for (const int status : {401, 403, 500, 302}) {
    const ScriptedServer server([status](const api::Request&, int) { return answer(status); });
    tools::ServerLog log(server.options());
    EXPECT_EQ(VerifyStatus::not_checked, status_of([&] { static_cast<void>(log.read("x", 10)); }))
        << status;
    EXPECT_EQ(1, server.asked()) << status;
  }
  const ScriptedServer server([](const api::Request&, int) { return answer(404, "{}"); });
  EXPECT_EQ(std::nullopt, tools::ServerLog(server.options()).read("x", 10));
}

TEST(ServerLog, AsksAgainWhereTheServerIsBusyAndNotForEver) {
  const ScriptedServer passing(
      [](const api::Request&, int asked) { return asked < 3 ? answer(503) : answer(200, "x"); });
  EXPECT_EQ("x", tools::ServerLog(passing.options()).read("x", 10));
  const ScriptedServer busy([](const api::Request&, int) { return answer(503); });
  tools::ServerLog log(busy.options());
  EXPECT_EQ(VerifyStatus::not_checked, status_of([&] { static_cast<void>(log.read("x", 10)); }));
  EXPECT_EQ(4, busy.asked());
}

TEST(ServerLog, RefusesWhatIsLongerThanItMayBe) {
  const ScriptedServer server([](const api::Request& request, int) {
    return answer(200, std::string(request.target.ends_with("/much") ? 100'000 : 11, 'x'));
  });
  tools::ServerLog log(server.options());
  EXPECT_EQ(VerifyStatus::refused, status_of([&] { static_cast<void>(log.read("x", 10)); }));
  EXPECT_EQ(VerifyStatus::not_checked, status_of([&] { static_cast<void>(log.read("much", 10)); }));
  EXPECT_TRUE(log.read("x", 11));
}

TEST(ServerLog, SendsNoTokenInTheClearAndKnowsWhatAWardIs) {
  tools::ServerLogOptions options{.url = "http://10.0.0.1", .ward = "p", .token = "secret"};
  const auto made = [&] { const tools::ServerLog log(options); };
  EXPECT_EQ(VerifyStatus::not_checked, status_of(made));
  options.url = "https://10.0.0.1";
  EXPECT_EQ(VerifyStatus::well, status_of(made));
  for (const auto* ward : {"", "P", "a/b", "../p", "-p", "a b"}) {
    options.ward = ward;
    EXPECT_EQ(VerifyStatus::not_checked, status_of(made)) << ward;
  }
}

TEST(FolderLog, ReadsWhatIsThereWithinBounds) {
  const TemporaryDirectory directory;
  std::ofstream(directory.path() / "file") << "0123456789";
  fs::create_directory(directory.path() / "folder");
  tools::FolderLog log(directory.path());
  EXPECT_EQ("0123456789", log.read("file", 10));
  EXPECT_EQ(std::nullopt, log.read("other", 10));
  EXPECT_EQ(VerifyStatus::refused, status_of([&] { static_cast<void>(log.read("file", 9)); }));
  EXPECT_EQ(VerifyStatus::not_checked,
            status_of([&] { static_cast<void>(log.read("folder", 9)); }));
}

TEST(RememberedHead, GivesWayToTheNextInOneStep) {
  const TemporaryDirectory directory;
  const auto file = directory.path() / "head";
  EXPECT_EQ(std::nullopt, tools::read_remembered(file));
  tools::remember(file, "one\n");
  EXPECT_EQ("one\n", tools::read_remembered(file));
  tools::remember(file, "two\n");
  EXPECT_EQ("two\n", tools::read_remembered(file));
  EXPECT_EQ(1, std::distance(fs::directory_iterator(directory.path()), {}));
  // The last one stays where the next cannot be written.
  fs::create_directory(directory.path() / "head.new");
  EXPECT_EQ(VerifyStatus::not_checked, status_of([&] { tools::remember(file, "three\n"); }));
  EXPECT_EQ("two\n", tools::read_remembered(file));
}

}  // namespace
}  // namespace langnghe::test
