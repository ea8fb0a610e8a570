#include <set>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include <api/assets.hpp>

#include "api/decoded.hpp"
#include "api/world.hpp"
#include "bytes/embedded_files.hpp"

namespace langnghe::api::spec {
namespace {

class DashboardPage : public testing::Test {
 protected:
  World world;
};

/// The scripts and styles that the page names, as `/assets/…`.
std::set<std::string> files_named_by(std::string_view page) {
  std::set<std::string> files;
  constexpr std::string_view kFolder = "\"/assets/";
  for (auto at = page.find(kFolder); at != std::string_view::npos;
       at = page.find(kFolder, at + 1)) {
    files.emplace(page.substr(at + 1, page.find('"', at + 1) - at - 1));
  }
  return files;
}

TEST_F(DashboardPage, IsServedAtTheRootUnderAStrictPolicy) {
  const auto page = world.get("/", "");
  ASSERT_EQ(page.status(), 200);
  EXPECT_TRUE(page.header("Content-Type").starts_with("text/html"));
  EXPECT_EQ(page.header("Cache-Control"), "no-cache");
  const auto policy = page.header("Content-Security-Policy");
  EXPECT_TRUE(
      policy.starts_with("default-src 'none'; script-src 'self'; style-src 'self' 'sha256-"))
      << policy;
  for (const auto* part : {"base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
                           "require-trusted-types-for 'script'", "trusted-types langnghe-worker"}) {
    EXPECT_NE(policy.find(part), std::string::npos) << part;
  }
  EXPECT_EQ(policy.find("unsafe"), std::string::npos);
  EXPECT_EQ(policy.find("http"), std::string::npos) << "no other host is named";
  EXPECT_EQ(world.get("/", "", {{"if-none-match", page.etag()}}).status(), 304);
}

TEST_F(DashboardPage, NamesFilesThatAreThereAndNeverChange) {
  const auto files = files_named_by(world.get("/", "").response.body);
  ASSERT_GE(files.size(), 2u);
  for (const auto& file : files) {
    const auto answer = world.get(file, "");
    EXPECT_EQ(answer.status(), 200) << file;
    EXPECT_EQ(answer.header("Cache-Control"), "public, max-age=31536000, immutable") << file;
    if (file.ends_with(".js")) {
      EXPECT_EQ(answer.header("Content-Type"), "text/javascript; charset=utf-8");
    }
  }
  EXPECT_EQ(world.get("/assets/nothing.js", "").status(), 404);
}

TEST_F(DashboardPage, CanBeInstalledAndKnowsItsFilesWithoutNetwork) {
  const auto worker = world.get("/sw.js", "");
  ASSERT_EQ(worker.status(), 200);
  EXPECT_EQ(worker.header("Content-Type"), "text/javascript; charset=utf-8");
  EXPECT_EQ(worker.header("Cache-Control"), "no-cache") << "a new build is seen at once";
  EXPECT_EQ(world.get("/manifest.webmanifest", "").header("Content-Type"),
            "application/manifest+json");
  const auto kept = files_named_by(worker.response.body);
  for (const auto& file : files_named_by(world.get("/", "").response.body)) {
    EXPECT_TRUE(kept.contains(file)) << file;
  }
  for (const auto& file : files_named_by(world.get("/manifest.webmanifest", "").response.body)) {
    EXPECT_EQ(world.get(file, "").header("Content-Type"), "image/png") << file;
  }
}

TEST_F(DashboardPage, HoldsNoScriptAndNoStyleOfItsOwn) {
  const auto page = std::string(world.get("/", "").response.body);
  EXPECT_EQ(page.find("<style"), std::string::npos);
  EXPECT_EQ(page.find("style="), std::string::npos);
  EXPECT_EQ(page.find("//"), std::string::npos) << "it asks no other host";
  EXPECT_NE(page.find("<html lang=\"vi\">"), std::string::npos);
}

TEST_F(DashboardPage, IsTheAnswerAtEveryAddressOfItsOwnAndNowhereElse) {
  ASSERT_FALSE(embedded_places().empty());
  const auto page = world.get("/", "").response.body;
  const auto look_up = world.get("/tra-cuu", "").response.body;
  for (const auto place : embedded_places()) {
    EXPECT_EQ(world.get("/" + std::string(place.first), "").response.body,
              place.page == "index.html" ? page : look_up)
        << place.first;
  }
  EXPECT_EQ(world.get("/noi-dung/i-2021-0001?luc=2021-06-30", "").response.body, page);
  for (const auto* path :
       {"/nothing", "/noi-dungx", "/api/noi-dung", "/assets/noi-dung", "/metricsx", "/assets"}) {
    EXPECT_EQ(world.get(path, "").status(), 404) << path;
  }
  EXPECT_EQ(world.post("/noi-dung", {}, "").status(), 405);
}

TEST_F(DashboardPage, SaysItselfThatNothingIsAtAnAddressToWhoeverReadsPages) {
  const Headers browser{{"accept", "text/html,application/xhtml+xml,*/*;q=0.8"}};
  const auto page = world.get("/", "").response.body;
  for (const auto* path : {"/nothing", "/noi-dungx", "/metricsx/a"}) {
    const auto answer = world.get(path, "", browser);
    EXPECT_EQ(answer.status(), 404) << path;
    EXPECT_EQ(answer.header("Content-Type"), "text/html; charset=utf-8") << path;
    EXPECT_EQ(answer.response.body, page) << path;
    EXPECT_EQ(answer.etag(), "") << "what is not there has no version";
    EXPECT_EQ(world.get(path, "", {{"accept", "*/*"}}).code(), "unknown_path") << path;
  }
  for (const auto* path : {"/api/noi-dung", "/assets/nothing.js", "/api"}) {
    const auto answer = world.get(path, "", browser);
    EXPECT_EQ(answer.status(), 404) << path;
    EXPECT_EQ(answer.code(), "unknown_path") << path;
  }
}

TEST_F(DashboardPage, IsSentPackedToWhoTakesThat) {
  const auto plain = world.get("/", "");
  EXPECT_EQ(plain.header("Content-Encoding"), "");
  EXPECT_EQ(plain.header("Vary"), "Accept-Encoding");
  std::set<std::string> tags{std::string(plain.etag())};
  for (const auto* coding : {"gzip", "br"}) {
    const auto packed = world.get("/", "", {{"accept-encoding", coding}});
    EXPECT_EQ(packed.header("Content-Encoding"), coding);
    EXPECT_LT(packed.response.body.size(), plain.response.body.size());
    EXPECT_EQ(decoded(packed.response), plain.response.body);
    EXPECT_TRUE(tags.insert(std::string(packed.etag())).second) << "other bytes, another tag";
    EXPECT_EQ(world.get("/", "", {{"accept-encoding", coding}, {"if-none-match", packed.etag()}})
                  .status(),
              304);
  }
}

}  // namespace
}  // namespace langnghe::api::spec
