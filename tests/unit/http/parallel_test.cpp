#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "serving.hpp"

namespace langnghe::http::test {
namespace {

class HttpParallel : public testing::TestWithParam<int> {};

TEST_P(HttpParallel, TwoHundredConnectionsEachGetTheirOwnAnswers) {
  constexpr int kConnections = 200;
  constexpr int kRounds = 5;
  ServerOptions many = options();
  many.io_threads = GetParam();
  many.worker_threads = 8;
  Server server(many, echo);
  std::vector<std::unique_ptr<RawClient>> clients;
  for (int i = 0; i < kConnections; ++i) {
    clients.push_back(std::make_unique<RawClient>(server.port()));
  }
  for (int round = 0; round < kRounds; ++round) {
    const auto body = [round](int i) { return std::to_string(i) + "." + std::to_string(round); };
    for (int i = 0; i < kConnections; ++i) {
      clients[static_cast<std::size_t>(i)]->send(post("/p", body(i)));
    }
    for (int i = 0; i < kConnections; ++i) {
      EXPECT_EQ(clients[static_cast<std::size_t>(i)]->read_answer().body, "/p|" + body(i));
    }
  }
}

INSTANTIATE_TEST_SUITE_P(IoThreads, HttpParallel, testing::Values(1, 2));

}  // namespace
}  // namespace langnghe::http::test
