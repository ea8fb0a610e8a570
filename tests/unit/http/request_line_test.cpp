#include "request_line.hpp"

#include <optional>
#include <string>

#include <gtest/gtest.h>

#include "serving.hpp"

namespace langnghe::http::test {
namespace {

std::optional<Refusal> refusal_of(const std::string& line) {
  return read_request_line(line).wrong;
}

TEST(RequestLine, IsMethodTargetAndVersion) {
  for (const auto* good :
       {"GET / HTTP/1.1\r\n", "POST /a?b=c HTTP/1.0\r\n", "OPTIONS * HTTP/1.1\r\n",
        "M-SEARCH http://a/ HTTP/1.1\r\nHost: a\r\n"}) {
    const auto line = read_request_line(good);
    EXPECT_TRUE(line.is_whole) << good;
    EXPECT_EQ(line.wrong, std::nullopt) << good;
  }
  for (const auto* bad : {"GET /\r\n",
                          "GET\r\n",
                          "GET  / HTTP/1.1\r\n",
                          "GET /  HTTP/1.1\r\n",
                          "GET / HTTP/1.1 \r\n",
                          "GET / HTTP/1\r\n",
                          "GET / http/1.1\r\n",
                          "GET / HTTP/11\r\n",
                          "GET / HTTP/1.10\r\n",
                          "GET / HTTP/a.b\r\n",
                          "GET / XTTP/1.1\r\n",
                          "G\x01T / HTTP/1.1\r\n",
                          "GET /\tHTTP/1.1\r\n",
                          "GET /a b HTTP/1.1\r\n",
                          "GET /\x7f HTTP/1.1\r\n",
                          "GET /\xc3\xa9 HTTP/1.1\r\n",
                          " GET / HTTP/1.1\r\n",
                          "GET / HTTP/1.1\n",
                          "(GET) / HTTP/1.1\r\n",
                          "\x16\x03\x01\x02 x"}) {
    EXPECT_EQ(refusal_of(bad), Refusal::malformed) << bad;
  }
  for (const auto* other : {"GET / HTTP/2.0\r\n", "GET / HTTP/0.9\r\n", "GET / HTTP/1.2\r\n"}) {
    EXPECT_EQ(refusal_of(other), Refusal::version) << other;
  }
}

TEST(RequestLine, IsJudgedWhileItComes) {
  const std::string line = "GET /a HTTP/1.1\r\n";
  for (std::size_t size = 0; size < line.size(); ++size) {
    const auto begun = read_request_line(line.substr(0, size));
    EXPECT_FALSE(begun.is_whole) << size;
    EXPECT_EQ(begun.wrong, std::nullopt) << size;
  }
}

TEST(RequestLine, EmptyLinesBeforeItAreIgnored) {
  Server server(options(), echo);
  RawClient client(server.port());
  client.send("\r\n" + get("/one") + "\r\n\r\n" + get("/two"));
  EXPECT_EQ(client.read_answer().body, "/one|");
  EXPECT_EQ(client.read_answer().body, "/two|");
  // Cut at every place, so that the line end comes in two pieces too.
  const auto whole = "\r\n" + get("/three");
  for (std::size_t cut = 1; cut < 4; ++cut) {
    client.send(whole.substr(0, cut));
    client.send(whole.substr(cut));
    EXPECT_EQ(client.read_answer().body, "/three|") << cut;
  }
}

TEST(RequestLine, ManyEmptyLinesAreNoRequest) {
  Server server(options(), echo);
  RawClient client(server.port());
  client.send("\r\n\r\n\r\n\r\n\r\n\r\n" + get("/"));
  EXPECT_EQ(client.read_answer().status, 400);
  EXPECT_TRUE(client.sees_end());
}

TEST(RequestLine, WithoutAVersionIsAnsweredAtOnce) {
  api::Limits limits;
  limits.read_timeout = std::chrono::seconds(30);
  Server server(options(limits), echo);
  for (const auto* line : {"GET /\r\n\r\n", "GET / \r\n\r\n", "GET\r\n", "hello\r\n"}) {
    const auto begin = std::chrono::steady_clock::now();
    RawClient client(server.port());
    client.send(line);
    EXPECT_EQ(client.read_answer().status, 400) << line;
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10)) << line;
  }
}

TEST(RequestLine, ALineWithoutEndIsTooLarge) {
  api::Limits limits;
  limits.header_bytes_max = 1'024;
  Server server(options(limits), echo);
  RawClient client(server.port());
  client.send("GET /" + std::string(4'096, 'a'));
  EXPECT_EQ(client.read_answer().status, 431);
}

TEST(ChunkExtension, HoldsNoControlCharacters) {
  Server server(options(), echo);
  const auto chunked = [](const std::string& extension) {
    return "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5" + extension +
           "\r\nhello\r\n0\r\n\r\n";
  };
  for (const auto& good : {std::string(), std::string(";a=b"), std::string(";a=\"x\ty z\"")}) {
    RawClient client(server.port());
    client.send(chunked(good));
    EXPECT_EQ(client.read_answer().body, "/|hello") << good;
  }
  for (const char control : {'\n', '\0', '\x01', '\x0b', '\x1f', '\x7f'}) {
    RawClient client(server.port());
    client.send(chunked(std::string(";a=\"x") + control + "y\""));
    EXPECT_EQ(client.read_answer().status, 400) << static_cast<int>(control);
    EXPECT_TRUE(client.sees_end());
  }
}

TEST(TrustedProxy, TellsTheHandlerTheClientsAddress) {
  auto trusting = options();
  trusting.trusted_proxies = {"127.0.0.0/8"};
  const auto peer = [](const api::Request& request) { return text(request.peer); };
  Server behind(trusting, peer);
  Server alone(options(), peer);
  const std::string asked =
      "GET / HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 198.51.100.9\r\n"
      "X-Forwarded-For: 192.0.2.7\r\n\r\n";
  RawClient first(behind.port());
  first.send(asked);
  EXPECT_EQ(first.read_answer().body, "192.0.2.7");
  first.send(get("/"));  // the next request of the connection names nobody
  EXPECT_EQ(first.read_answer().body, "127.0.0.1");
  RawClient second(alone.port());
  second.send(asked);
  EXPECT_EQ(second.read_answer().body, "127.0.0.1");
}

}  // namespace
}  // namespace langnghe::http::test
