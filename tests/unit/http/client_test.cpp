#include <chrono>
#include <string>
#include <thread>

#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>
#include <gtest/gtest.h>
#include <outbound/client.hpp>

#include "net.hpp"
#include "serving.hpp"

namespace langnghe::http::test {
namespace {

using outbound::Client;
using outbound::post_text;
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
  for (const auto* bad :
       {"https://", "http://", "http://a b/", "ftp://x", "", "http://user@127.0.0.1/",
        "http://127.0.0.1/\r\nX: y", "http://127.0.0.1:x/", "http://127.0.0.1:/", "http://h/#f"}) {
    EXPECT_EQ("not a URL of the form http[s]://HOST[:PORT][/PATH]", post_text(bad, "").error())
        << bad;
  }
}

/// Answers each question with the number of the connection it came on, and closes a connection
/// after some questions without a word, as a server does with an idle one.
class ClosingServer {
 public:
  ClosingServer(int connections, int answers_each)
      : acceptor_(io_, {asio::ip::address_v4::loopback(), 0}),
        thread_([this, connections, answers_each] {
          for (int number = 1; number <= connections; ++number) {
            auto socket = acceptor_.accept();
            serve(socket, number, answers_each);
          }
        }) {}
  [[nodiscard]] std::string url() const {
    return "http://127.0.0.1:" + std::to_string(acceptor_.local_endpoint().port());
  }

 private:
  static void serve(tcp::socket& socket, int number, int answers) {
    for (std::string asked; answers > 0; --answers, asked.clear()) {
      asio::read_until(socket, asio::dynamic_buffer(asked), "\r\n\r\n");
      const auto said = "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n" + std::to_string(number);
      asio::write(socket, asio::buffer(said));
    }
  }

  asio::io_context io_;
  tcp::acceptor acceptor_;
  std::jthread thread_;
};

TEST(Client, KeepsItsConnectionAndMakesAnotherWhereThatWasClosed) {
  const ClosingServer server(3, 2);
  const auto client = *Client::at(server.url());
  std::string connections;
  for (int i = 0; i < 6; ++i) {
    const auto reply = client->get("/");
    ASSERT_TRUE(reply) << reply.error().reason;
    connections += reply->body;
  }
  EXPECT_EQ("112233", connections);
}

TEST(Client, AsksBelowThePathOfItsUrlAndShowsItsToken) {
  Server server(options(), [](const api::Request& request) {
    return text(request.target + "|" + std::string(request.header("authorization")));
  });
  const auto client = *Client::at(url_of(server, "/prefix"));
  EXPECT_EQ("/prefix/a|", client->get("/a")->body);
  client->authorize("secret");
  EXPECT_EQ("/prefix/a|Bearer secret", client->get("/a")->body);
}

TEST(Client, GoesOnAfterAnAnswerThatWasTooLongOrTooLate) {
  Server server(options(), [](const api::Request& request) {
    std::this_thread::sleep_for(milliseconds(request.target == "/late" ? 400 : 0));
    return text(std::string(request.target == "/long" ? 5'000 : 10, 'x'));
  });
  const auto client = *Client::at(url_of(server, ""));
  EXPECT_EQ(10U, client->get("/")->body.size());
  const auto longer = client->get("/long", {.body_bytes_max = 1'000});
  ASSERT_FALSE(longer);
  EXPECT_FALSE(longer.error().tls);
  EXPECT_EQ(10U, client->get("/")->body.size());
  const auto late = client->get("/late", {.time = milliseconds(100)});
  ASSERT_FALSE(late);
  EXPECT_EQ("no answer in time", late.error().reason);
  EXPECT_EQ(10U, client->get("/")->body.size());
}

TEST(Client, DoesNotFollowARedirect) {
  Server server(options(), [](const api::Request& request) {
    auto response = text(request.target);
    if (request.target == "/") {
      response.status = 302;
      response.headers.emplace_back("Location", "/elsewhere");
    }
    return response;
  });
  const auto reply = post_text(url_of(server, "/"), "");
  ASSERT_TRUE(reply) << reply.error();
  EXPECT_EQ(302, reply->status);
  EXPECT_EQ("/", reply->body);
}

TEST(Client, NeverAsksThisMachineThroughAProxy) {
  Server server(options(), echo);
  ::setenv("http_proxy", "http://127.0.0.1:9", 1);
  const auto reply = post_text(url_of(server, "/"), "");
  ::unsetenv("http_proxy");
  EXPECT_TRUE(reply) << reply.error();
}

TEST(Client, AsksOthersThroughTheProxyOfTheEnvironment) {
  Server proxy(options(), [](const api::Request& request) { return text(request.target); });
  ::setenv("http_proxy", ("http://127.0.0.1:" + std::to_string(proxy.port())).c_str(), 1);
  const auto reply = post_text("http://ward.invalid/healthz", "");
  ::unsetenv("http_proxy");
  ASSERT_TRUE(reply) << reply.error();
}

TEST(Client, KnowsWhereASecretWouldBeSeen) {
  for (const auto* kept :
       {"http://127.0.0.1:1", "http://[::1]:1/", "http://localhost", "https://phuong.example"}) {
    EXPECT_TRUE((*Client::at(kept))->keeps_secrets()) << kept;
  }
  for (const auto* seen : {"http://10.0.0.1", "http://phuong.example", "http://localhost.example",
                           "http://127.0.0.1.example"}) {
    EXPECT_FALSE((*Client::at(seen))->keeps_secrets()) << seen;
  }
}

TEST(Client, TellsAServerThatDoesNotSpeakTls) {
  Server server(options(), echo);
  const auto client = *Client::at("https://127.0.0.1:" + std::to_string(server.port()) + "/");
  const auto reply = client->get("");
  ASSERT_FALSE(reply);
  EXPECT_TRUE(reply.error().tls) << reply.error().reason;
}

}  // namespace
}  // namespace langnghe::http::test
