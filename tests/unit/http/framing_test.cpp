// Shapes by which one server may see two requests where another sees one.
#include <atomic>
#include <ostream>
#include <string>

#include <gtest/gtest.h>

#include "serving.hpp"

namespace langnghe::http::test {
namespace {

struct Shape {
  const char* name;
  const char* bytes;
  const char* code = "ambiguous_framing";
};

void PrintTo(const Shape& shape, std::ostream* out) {
  *out << shape.name;
}

class HttpFraming : public testing::TestWithParam<Shape> {};

TEST_P(HttpFraming, IsRefusedAndTheConnectionClosed) {
  std::atomic<int> handled = 0;
  Server server(options(), [&handled](const api::Request& request) {
    ++handled;
    return echo(request);
  });
  RawClient client(server.port());
  client.send(GetParam().bytes);
  const Answer answer = client.read_answer();
  EXPECT_EQ(answer.status, 400);
  EXPECT_NE(answer.body.find(GetParam().code), std::string::npos) << answer.body;
  EXPECT_EQ(answer.header("connection"), "close");
  EXPECT_TRUE(client.sees_end());
  EXPECT_EQ(handled, 0);
}

constexpr Shape kShapes[] = {
    {"LengthThenChunked",
     "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n"
     "0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n"},
    {"ChunkedThenLength",
     "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n"
     "0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n"},
    {"ChunkedNotLastBesideLength",
     "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, gzip\r\nContent-Length: 5\r\n\r\n"
     "0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n"},
    {"UnknownCodingBesideLength",
     "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\nContent-Length: 5\r\n\r\nhello"},
    {"UnknownCodingAlone",
     "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: identity\r\n\r\nhello"},
    {"CodingBeforeChunked",
     "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"},
    {"EmptyCoding", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding:\r\n\r\n0\r\n\r\n"},
    {"ChunkedTwice",
     "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"
     "\r\n0\r\n\r\n"},
    {"ChunkedAndIdentityInTwoFields",
     "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: identity\r\nTransfer-Encoding: chunked\r\n"
     "\r\n0\r\n\r\n"},
    {"ChunkedWithParameter",
     "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked;q=1\r\n\r\n0\r\n\r\n"},
    {"ChunkedQuoted",
     "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: \"chunked\"\r\n\r\n0\r\n\r\n"},
    {"ChunkedInHttp10",
     "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
    {"DifferentLengths",
     "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!"},
    {"DifferentLengthsInOneField",
     "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5, 6\r\n\r\nhello!"},
    {"TheSameLengthTwice",
     "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 5\r\n\r\nhello"},
    {"TheSameLengthTwiceInOneField",
     "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5, 5\r\n\r\nhello"},
    {"SignedLength", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: +5\r\n\r\nhello"},
    {"NegativeLength", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\nhello"},
    {"HexadecimalLength", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0x5\r\n\r\nhello"},
    {"OverflowingLength",
     "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 18446744073709551617\r\n\r\nh"},
    {"EmptyLength", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length:\r\n\r\n"},
    {"NoHost", "GET / HTTP/1.1\r\n\r\n", "bad_host"},
    {"TwoHosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "bad_host"},
    {"TheSameHostTwice", "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", "bad_host"},
    {"HostWithUser", "GET / HTTP/1.1\r\nHost: good@evil\r\n\r\n", "bad_host"},
    {"HostList", "GET / HTTP/1.1\r\nHost: a, b\r\n\r\n", "bad_host"},
    {"SpaceBeforeColon",
     "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
     "malformed_request"},
    {"LineFeedInsideAValue", "GET / HTTP/1.1\r\nHost: a\r\nX: b\nContent-Length: 5\r\n\r\nhello",
     "malformed_request"},
    {"CarriageReturnInsideAValue",
     "GET / HTTP/1.1\r\nHost: a\r\nX: b\rContent-Length: 5\r\n\r\nhello", "malformed_request"},
    {"BadChunkSize",
     "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n",
     "malformed_request"},
    {"OverflowingChunkSize",
     "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
     "10000000000000005\r\nhello\r\n0\r\n\r\n",
     "malformed_request"},
    {"ChunkLongerThanItsSize",
     "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
     "2\r\nhello\r\n0\r\n\r\n",
     "malformed_request"},
    {"TargetOfAProxy", "GET evil:80 HTTP/1.1\r\nHost: a\r\n\r\n", "malformed_request"},
    {"NotHttp", "\x16\x03\x01\x02 hello\r\n\r\n", "malformed_request"},
};

INSTANTIATE_TEST_SUITE_P(Shapes, HttpFraming, testing::ValuesIn(kShapes),
                         [](const auto& shape) { return std::string(shape.param.name); });

TEST(HttpFramingAllowed, ChunkedIsTheSameInAnyCase) {
  Server server(options(), echo);
  RawClient client(server.port());
  client.send(
      "POST /c HTTP/1.1\r\nHost: a:80\r\nTransfer-Encoding: Chunked\r\n\r\n2\r\nok\r\n"
      "0\r\n\r\n");
  EXPECT_EQ(client.read_answer().body, "/c|ok");
}

TEST(HttpFramingAllowed, AnotherVersionIsNamed) {
  Server server(options(), echo);
  RawClient client(server.port());
  client.send("GET / HTTP/2.0\r\nHost: a\r\n\r\n");
  EXPECT_EQ(client.read_answer().status, 505);
  EXPECT_TRUE(client.sees_end());
}

}  // namespace
}  // namespace langnghe::http::test
