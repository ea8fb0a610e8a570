#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include <api/request_id.hpp>
#include <log/log.hpp>

#include "serving.hpp"

namespace langnghe::http::test {
namespace {

constexpr std::string_view kTrace = "0af7651916cd43dd8448eb211c80319c";

std::string get_with(const std::string& target, const std::string& headers) {
  return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
}

/// Answers with the id that the request came with.
api::Response say_id(const api::Request& request) {
  auto response = text(request.id);
  response.route = "/things/{id}";
  response.ward = "tan-quy-dong";
  return response;
}

TEST(HttpRequestId, IsMadeBeforeTheHandlerAndAnswered) {
  Server server(options(), say_id);
  RawClient client(server.port());
  client.send(get("/"));
  const auto first = client.read_answer();
  EXPECT_TRUE(api::is_request_id(first.header("x-request-id")));
  EXPECT_EQ(first.body, first.header("x-request-id"));
  client.send(get("/"));
  EXPECT_NE(client.read_answer().header("x-request-id"), first.header("x-request-id"));
}

TEST(HttpRequestId, OfTheClientIsKeptForItsOwnRequestAlone) {
  Server server(options(), say_id);
  RawClient client(server.port());
  client.send(get_with("/", "X-Request-Id: " + std::string(kTrace) + "\r\n"));
  EXPECT_EQ(client.read_answer().header("x-request-id"), kTrace);
  client.send(get("/"));
  EXPECT_NE(client.read_answer().header("x-request-id"), kTrace);
  client.send(get_with("/", "X-Request-Id: a\r\n\tb\r\n"));
  const auto folded = client.read_answer();
  EXPECT_NE(folded.header("x-request-id"), "a b");
}

TEST(HttpRequestId, IsInAnswersOfTheServerItselfToo) {
  Server server(options(), say_id);
  {
    RawClient client(server.port());
    client.send("nonsense\r\n\r\n");
    const auto answer = client.read_answer();
    EXPECT_EQ(answer.status, 400);
    EXPECT_TRUE(api::is_request_id(answer.header("x-request-id")));
    EXPECT_EQ(answer.body.find("request_id"), std::string::npos);
  }
  RawClient client(server.port());
  client.send(get_with("/", "X-Request-Id: " + std::string(kTrace) + "\r\n"));
  EXPECT_EQ(client.read_answer().header("x-request-id"), kTrace);
  client.send("nonsense\r\n\r\n");
  EXPECT_NE(client.read_answer().header("x-request-id"), kTrace);
}

TEST(HttpRequestId, AFaultIsFoundByIt) {
  testing::internal::CaptureStderr();
  log::configure({.form = log::Form::json, .requests = false});
  Answer answer;
  {
    Server server(options(), [](const api::Request&) -> api::Response {
      throw std::runtime_error("Nguyễn Thị Kín");
    });
    RawClient client(server.port());
    client.send(get("/secret-code"));
    answer = client.read_answer();
  }
  log::configure({});
  const auto said = testing::internal::GetCapturedStderr();
  const auto id = answer.header("x-request-id");
  EXPECT_NE(answer.body.find(R"("request_id":")" + id + '"'), std::string::npos) << answer.body;
  EXPECT_NE(said.find(R"("request_id":")" + id + '"'), std::string::npos) << said;
  EXPECT_EQ(said.find("Kín"), std::string::npos) << said;
}

TEST(HttpRequestLog, HasOneLineForEachRequestAndNothingOfItsWords) {
  testing::internal::CaptureStderr();
  log::configure({.form = log::Form::json, .requests = true});
  std::string id;
  {
    Server server(options(), say_id);
    RawClient client(server.port());
    client.send(get_with("/things/kin-path?name=kin-query", "Authorization: Bearer kin-token\r\n"));
    const auto answer = client.read_answer();
    id = answer.header("x-request-id");
    client.send("kin-method /kin-line HTTP/9.9\r\n\r\n");
    EXPECT_EQ(client.read_answer().status, 505);
  }
  log::configure({});
  const auto said = testing::internal::GetCapturedStderr();
  EXPECT_EQ(std::ranges::count(said, '\n'), 2) << said;
  EXPECT_EQ(said.find("kin-"), std::string::npos) << said;
  EXPECT_NE(said.find(R"("message":"request","ward":"tan-quy-dong","request_id":")" + id +
                      R"(","method":"GET","route":"/things/{id}","status":200,"bytes":32,"ms":)"),
            std::string::npos)
      << said;
  EXPECT_NE(said.find(R"("method":"OTHER","status":505)"), std::string::npos) << said;
}

}  // namespace
}  // namespace langnghe::http::test
