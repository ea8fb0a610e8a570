// Forms of requests that HTTP allows and few clients send.
#include <string>

#include <gtest/gtest.h>

#include <api/language.hpp>

#include "api/world.hpp"

namespace langnghe::api::spec {
namespace {

class RequestEdges : public testing::Test {
 protected:
  RequestEdges() { world.found_ward(); }
  World world;
};

TEST_F(RequestEdges, ACodedBodyIsRefusedForWhatItIs) {
  for (const auto* coding : {"gzip", "deflate", "br", "identity, gzip", "x"}) {
    const auto answer =
        world.post("issues/i-9/record", Json::object(), "cchc", {{"content-encoding", coding}});
    EXPECT_EQ(answer.status(), 415) << coding;
    EXPECT_EQ(answer.code(), "content_coding_not_supported") << coding;
    EXPECT_EQ(answer.header("Accept-Encoding"), "identity") << coding;
  }
  EXPECT_EQ(world
                .upload("attachments", "\xFF\xD8\xFF\xE0", "image/jpeg", "cchc",
                        {{"content-encoding", "gzip"}})
                .status(),
            415);
}

TEST_F(RequestEdges, TheServerAsAWholeSaysItsMethods) {
  Request request;
  request.method = Method::options;
  request.target = "*";
  const auto response = world.application().handle(request);
  EXPECT_EQ(response.status, 204);
  EXPECT_EQ(response.headers.front(),
            (std::pair<std::string, std::string>("Allow", "DELETE, GET, HEAD, OPTIONS, POST")));
  request.method = Method::get;
  EXPECT_EQ(world.application().handle(request).status, 400);
}

TEST_F(RequestEdges, ANulIsNoPartOfAJsonText) {
  const std::string body = R"({"channel":"letter","khom":"tan-my","received":"2021-01-05",)"
                           R"("subject":"x","field":"ROADS"})";
  for (const auto at : {std::size_t{0}, std::size_t{1}, body.find("letter"), body.size()}) {
    for (const auto* rest : {"", "]]", "{}", " "}) {
      auto changed = body;
      changed.insert(at, std::string(1, '\0') + rest);
      const auto answer =
          world.send(Method::post, "issues/i-9/record", "cchc", changed,
                     {{"idempotency-key", "k"}, {"content-type", "application/json"}});
      EXPECT_EQ(answer.status(), 400) << at << rest;
      EXPECT_EQ(answer.code(), "malformed_json") << at << rest;
    }
  }
  EXPECT_EQ(world.get("issues").body["total"], 0);
}

TEST_F(RequestEdges, APartOfAFileIsSent) {
  std::string content = "\xFF\xD8\xFF\xE0";
  for (int i = 0; content.size() < 150'000; ++i) {
    content += std::to_string(i);
  }
  const auto stored = world.upload("attachments", content, "image/jpeg", "cchc");
  ASSERT_EQ(stored.status(), 201);
  const auto path = "attachments/" + stored.body["attachment"].get<std::string>();
  const auto part = [&](const std::string& range, Headers headers = {}) {
    headers["range"] = range;
    return world.get(path, "cchc", headers);
  };
  const auto whole = world.get(path);
  ASSERT_EQ(whole.header("Accept-Ranges"), "bytes");
  const auto size = content.size();
  struct Case {
    std::string range;
    std::size_t first;
    std::size_t count;
  };
  for (const auto& [range, first, count] :
       {Case{"bytes=0-1", 0, 2}, Case{"bytes=5-5", 5, 1}, Case{"Bytes=65535-65537", 65'535, 3},
        Case{"bytes=-3", size - 3, 3}, Case{"bytes=100000-", 100'000, size - 100'000},
        Case{"bytes=0-99999999999999999999", 0, size},
        Case{"bytes=-99999999999999999999", 0, size}}) {
    const auto answer = part(range);
    EXPECT_EQ(answer.status(), 206) << range;
    EXPECT_EQ(answer.response.body, content.substr(first, count)) << range;
    EXPECT_EQ(answer.header("Content-Range"), "bytes " + std::to_string(first) + '-' +
                                                  std::to_string(first + count - 1) + '/' +
                                                  std::to_string(size));
  }
  for (const auto* beyond : {"bytes=150100-", "bytes=-0", "bytes=99999999999999999999-"}) {
    const auto answer = part(beyond);
    EXPECT_EQ(answer.status(), 416) << beyond;
    EXPECT_EQ(answer.code(), "range_not_satisfiable") << beyond;
    EXPECT_EQ(answer.header("Content-Range"), "bytes */" + std::to_string(size)) << beyond;
  }
  // Not heeded: several ranges, another unit, no range at all.
  for (const auto* ignored : {"bytes=0-1,4-5", "lines=0-1", "bytes", "bytes=", "bytes=-",
                              "bytes=5-2", "bytes=a-b", "bytes=1-2-3", "bytes=+1-2"}) {
    EXPECT_EQ(part(ignored).status(), 200) << ignored;
  }
  EXPECT_EQ(part("bytes=0-1", {{"if-range", whole.etag()}}).status(), 206);
  EXPECT_EQ(part("bytes=0-1", {{"if-range", "W/" + whole.etag()}}).status(), 200);
  EXPECT_EQ(part("bytes=0-1", {{"if-range", "\"other\""}}).status(), 200);
  EXPECT_EQ(part("bytes=0-1", {{"if-range", "Tue, 01 Dec 2026 08:00:00 GMT"}}).status(), 200);
  EXPECT_EQ(world.send(Method::head, path, "cchc", "", {{"range", "bytes=0-1"}}).status(), 200);
}

TEST(Languages, ARefusedLanguageIsNotSpoken) {
  EXPECT_EQ(choose_language("vi;q=0, *;q=0.5"), Language::en);
  EXPECT_EQ(choose_language("vi;q=0"), Language::en);
  EXPECT_EQ(choose_language("VI-vn;Q=0.0 , en;q=0.001"), Language::en);
  EXPECT_EQ(choose_language("*;q=0.5, vi;q=0.1"), Language::en);
  EXPECT_EQ(choose_language("*;q=0.1, vi;q=0.5"), Language::vi);
  EXPECT_EQ(choose_language("en;q=0, *"), Language::vi);
  EXPECT_EQ(choose_language("en;q=0"), Language::vi);
  EXPECT_EQ(choose_language("*;q=0"), Language::vi);
  EXPECT_EQ(choose_language("vi;q=0, *;q=0"), Language::vi);
  EXPECT_EQ(choose_language("vi; level=1; q=0.2, en; q=0.3"), Language::en);
  EXPECT_EQ(choose_language("vi;q=x, en;q=0.1"), Language::en);
}

}  // namespace
}  // namespace langnghe::api::spec
