#include <stdexcept>
#include <string>

#include <gtest/gtest.h>

#include "serving.hpp"

namespace langnghe::http::test {
namespace {

TEST(HttpResponse, CarriesTheSecurityHeaders) {
  Server server(options(), echo);
  RawClient client(server.port());
  client.send(get("/"));
  const Answer answer = client.read_answer();
  EXPECT_EQ(answer.header("x-content-type-options"), "nosniff");
  EXPECT_EQ(answer.header("cache-control"), "no-store");
  EXPECT_EQ(answer.header("referrer-policy"), "no-referrer");
  EXPECT_EQ(answer.header("x-frame-options"), "DENY");
  EXPECT_EQ(answer.header("date").size(), 29U);
  EXPECT_FALSE(answer.headers.contains("server"));
  EXPECT_FALSE(answer.headers.contains("content-security-policy"));
}

TEST(HttpResponse, AProblemOfTheServerCarriesThemToo) {
  Server server(options(), echo);
  RawClient client(server.port());
  client.send("nonsense\r\n\r\n");
  EXPECT_EQ(client.read_answer().header("x-content-type-options"), "nosniff");
}

TEST(HttpResponse, AFailureOfTheHandlerIsA500AndALogLineWithoutItsText) {
  testing::internal::CaptureStderr();
  {
    Server server(options(), [](const api::Request& request) -> api::Response {
      if (request.target == "/odd") {
        throw 7;
      }
      throw std::runtime_error("Nguyễn Thị Kín");
    });
    RawClient client(server.port());
    client.send(get("/secret-code"));
    const Answer answer = client.read_answer();
    EXPECT_EQ(answer.status, 500);
    EXPECT_EQ(answer.header("content-type"), "application/problem+json");
    EXPECT_EQ(answer.body.find("Kín"), std::string::npos);
    client.send(get("/odd"));
    EXPECT_EQ(client.read_answer().status, 500);
  }
  const std::string log = testing::internal::GetCapturedStderr();
  EXPECT_NE(log.find("fault in handler: std::runtime_error\n"), std::string::npos) << log;
  EXPECT_NE(log.find("fault in handler: int\n"), std::string::npos) << log;
  EXPECT_EQ(log.find("Kín"), std::string::npos);
  EXPECT_EQ(log.find("secret-code"), std::string::npos);
}

TEST(HttpResponse, ALineBreakInAHeaderIsNeverSent) {
  testing::internal::CaptureStderr();
  {
    Server server(options(), [](const api::Request&) {
      api::Response response;
      response.set("location", "/x\r\nSet-Cookie: stolen=1");
      return response;
    });
    RawClient client(server.port());
    client.send(get("/"));
    const Answer answer = client.read_answer();
    EXPECT_EQ(answer.status, 500);
    EXPECT_FALSE(answer.headers.contains("set-cookie"));
  }
  EXPECT_NE(testing::internal::GetCapturedStderr().find("cannot be sent"), std::string::npos);
}

TEST(HttpResponse, NoContentHasNeitherBodyNorLength) {
  Server server(options(), [](const api::Request& request) {
    api::Response response = echo(request);
    response.status = request.target == "/unchanged" ? 304 : 204;
    return response;
  });
  RawClient client(server.port());
  client.send(get("/") + get("/unchanged"));
  for (const int status : {204, 304}) {
    const Answer answer = client.read_answer();
    EXPECT_EQ(answer.status, status);
    EXPECT_FALSE(answer.headers.contains("content-length"));
  }
}

TEST(HttpResponse, ALargeBodyArrivesWhole) {
  std::string large;
  for (int i = 0; large.size() < 20 * 1024 * 1024; ++i) {
    large += std::to_string(i);
  }
  Server server(options(), [&large](const api::Request&) { return text(large); });
  RawClient client(server.port());
  client.send(get("/"));
  EXPECT_EQ(client.read_answer().body, large);
}

TEST(HttpServer, SaysPlainlyWhyItCannotListen) {
  Server first(options(), echo);
  ServerOptions taken = options();
  taken.port = first.port();
  try {
    Server second(taken, echo);
    FAIL() << "two servers on one port";
  } catch (const std::runtime_error& failed) {
    EXPECT_NE(std::string(failed.what()).find("cannot listen on 127.0.0.1:"), std::string::npos);
  }
}

}  // namespace
}  // namespace langnghe::http::test
