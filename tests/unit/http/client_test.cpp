#include <chrono>
#include <string>
#include <thread>

#include <gtest/gtest.h>

#include <http/client.hpp>

#include "serving.hpp"

namespace langnghe::http::test {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

std::string url_of(const Server& server, const std::string& path) {
  return "http://127.0.0.1:" + std::to_string(server.port()) + path;
}

TEST(Client, PostsATextAndReadsTheAnswer) {
  Server server(options(), [](const api::Request& request) {
    auto response = text(request.target + "|" + request.body + "|" +
                         std::string(request.header("content-type")));
    response.status = 409;
    return response;
  });
  const auto reply = post_text(url_of(server, "/a/b"), "xin chào\n");
  ASSERT_TRUE(reply) << reply.error();
  EXPECT_EQ(409, reply->status);
  EXPECT_EQ("/a/b|xin chào\n|text/plain; charset=utf-8", reply->body);
}

TEST(Client, GivesUpInTime) {
  Server server(options(), [](const api::Request&) {
    std::this_thread::sleep_for(milliseconds(700));
    return text("late");
  });
  const auto began = steady_clock::now();
  const auto reply = post_text(url_of(server, "/"), "", {.time = milliseconds(100)});
  EXPECT_FALSE(reply);
  EXPECT_LT(steady_clock::now() - began, milliseconds(650));
}

TEST(Client, RefusesABodyThatIsTooLong) {
  Server server(options(), [](const api::Request&) { return text(std::string(5'000, 'x')); });
  EXPECT_FALSE(post_text(url_of(server, "/"), "", {.body_bytes_max = 1'000}));
  EXPECT_TRUE(post_text(url_of(server, "/"), "", {.body_bytes_max = 5'000}));
}

TEST(Client, SaysWhyThereIsNobody) {
  std::uint16_t port = 0;
  {
    const Server server(options(), echo);
    port = server.port();
  }
  EXPECT_FALSE(post_text("http://127.0.0.1:" + std::to_string(port) + "/", ""));
  for (const auto* bad : {"https://127.0.0.1/", "http://", "http://a b/", "ftp://x", "",
                          "http://user@127.0.0.1/", "http://127.0.0.1/\r\nX: y"}) {
    EXPECT_EQ("not a URL of the form http://HOST[:PORT]/PATH", post_text(bad, "").error()) << bad;
  }
}

}  // namespace
}  // namespace langnghe::http::test
