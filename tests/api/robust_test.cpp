#include <chrono>
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include <api/file_accounts.hpp>

#include "world.hpp"

// A fault around the service keeps nothing broken in it, and is never called ready.
namespace langnghe::api::spec {
namespace {

using Clock = std::chrono::steady_clock;

Response ask_as_a_server(World& world, std::string_view target, Clock::time_point until) {
  Request request;
  request.method = Method::get;
  request.target = target;
  request.wait_until = until;
  return world.application().handle(request);
}

TEST(Waiting, APositionBeyondTheLedgerIsAnsweredAtOnce) {
  World world;
  world.found_ward();
  const auto began = Clock::now();
  for (const auto* position : {"9007199254740991", "1000000"}) {
    const auto answer = world.get("issues?min_position=" + std::string(position));
    EXPECT_EQ(answer.status(), 503);
    EXPECT_EQ(answer.code(), "position_not_reached");
    EXPECT_FALSE(answer.header("Retry-After").empty());
  }
  EXPECT_LT(Clock::now() - began, std::chrono::milliseconds(900)) << "a wait is one second here";
}

TEST(Waiting, HealthAndReadinessAreAboutTheServiceAndNothingElseIs) {
  Request request;
  for (const auto* path : {"/healthz", "/readyz", "/metrics", "/readyz?verbose"}) {
    request.target = path;
    EXPECT_TRUE(Application::is_about_the_service(request)) << path;
  }
  for (const auto* path : {"/", "/healthz/", "/api/v1/wards/x/issues", "/metricsx"}) {
    request.target = path;
    EXPECT_FALSE(Application::is_about_the_service(request)) << path;
  }
}

TEST(Waiting, NothingIsNotBeforeWhereTheServerDoesNotAsk) {
  World world;
  world.found_ward();
  const auto answer = ask_as_a_server(world, "/healthz", Clock::now() + std::chrono::seconds(1));
  EXPECT_EQ(answer.status, 200);
  EXPECT_FALSE(answer.not_before);
}

TEST(Accounts, AFileThatBrokeIsNeverReadyAndNobodyIsCalledAStranger) {
  for (const std::string& content : {std::string(), std::string("{"), std::string("garbage"),
                                     std::string("{\"accounts\": 1}")}) {
    World world;
    world.found_ward();
    std::ofstream(world.accounts_file(), std::ios::trunc) << content;
    EXPECT_NE(world.accounts().fault(true), "") << content;
    // A process that begins now knows nobody.
    FileAccounts fresh(world.accounts_file(), {}, [] { return domain::Instant{}; });
    EXPECT_NE(fresh.fault(true), "") << content;
  }
}

TEST(Accounts, AFolderInTheFilesPlaceAndNoFileAtAllAreSaidToo) {
  World world;
  world.found_ward();
  std::filesystem::remove(world.accounts_file());
  EXPECT_NE(world.accounts().fault(true), "");
  EXPECT_EQ(FileAccounts(world.accounts_file(), {}, [] { return domain::Instant{}; }).fault(false),
            "")
      << "a new installation has none yet";
  std::filesystem::create_directory(world.accounts_file());
  EXPECT_NE(world.accounts().fault(false), "");
}

TEST(Troubles, WhatSomebodyElseFoundIsInReadinessAndMetrics) {
  World world;
  world.found_ward();
  EXPECT_EQ(world.get("/readyz", "").status(), 200);
  EXPECT_NE(world.get("/metrics", "").response.body.find("langnghe_ready 1"), std::string::npos);
  world.troubles() = {{"/vault/tan-quy-dong", "keys_lost", "1 missing"}};
  const auto ready = world.get("/readyz", "");
  EXPECT_EQ(ready.status(), 503);
  EXPECT_NE(ready.response.body.find("keys_lost"), std::string::npos);
  const auto metrics = world.get("/metrics", "").response.body;
  EXPECT_NE(metrics.find("langnghe_ready 0"), std::string::npos);
  EXPECT_NE(metrics.find("where=\"/vault/1\",code=\"keys_lost\"} 1"), std::string::npos);
}

TEST(Pages, ARecordsPageEndsWhereItsBytesDo) {
  World world;
  world.found_ward();
  const auto all = world.get("events?limit=500").body;
  EXPECT_TRUE(all["next"].is_null());
  EXPECT_EQ(all["items"].size(), world.size());
}

}  // namespace
}  // namespace langnghe::api::spec
