#include <string>

#include <gtest/gtest.h>

#include "api/decoded.hpp"
#include "api/world.hpp"

/// Compressed answers: the same bytes after decoding, a tag of their own, and tags that conditions
/// of reads and acts understand.
namespace langnghe::api::spec {
namespace {

class Encoding : public testing::Test {
 protected:
  Encoding() {
    world.found_ward();
    world.open_dialogue();
    world.hear_opinions();
    world.take_away_i1();
  }
  Response ask(const std::string& path, const std::string& accept) {
    return world.get(path, "cchc", {{"accept-encoding", accept}}).response;
  }
  static std::string header(const Response& response, std::string_view name) {
    for (const auto& [each, value] : response.headers) {
      if (each == name) {
        return value;
      }
    }
    return {};
  }
  World world;
};

TEST_F(Encoding, AnAnswerIsTheSameAfterDecodingAndHasATagOfItsOwn) {
  for (const std::string path : {"issues", "issues/i-1", "settings", "/openapi.yaml"}) {
    const auto plain = world.get(path).response;
    ASSERT_GE(plain.body.size(), 1'024u) << path;
    EXPECT_EQ(header(plain, "Content-Encoding"), "") << path;
    EXPECT_NE(header(plain, "Vary").find("Accept-Encoding"), std::string::npos) << path;
    const auto gzip = ask(path, "gzip");
    EXPECT_EQ(header(gzip, "Content-Encoding"), "gzip") << path;
    EXPECT_LT(gzip.body.size(), plain.body.size()) << path;
    EXPECT_EQ(decoded(gzip), plain.body) << path;
    const auto brotli = ask(path, "gzip, deflate, br");
    EXPECT_EQ(header(brotli, "Content-Encoding"), "br") << path;
    EXPECT_EQ(decoded(brotli), plain.body) << path;
    EXPECT_EQ(ask(path, "br").body, brotli.body) << path << ": the second time, from what is kept";
    EXPECT_NE(header(gzip, "ETag"), header(plain, "ETag")) << path;
    EXPECT_NE(header(gzip, "ETag"), header(brotli, "ETag")) << path;
  }
}

TEST_F(Encoding, TheCodingIsTheOneThatIsAskedFor) {
  for (const auto& [accept, coding] :
       std::initializer_list<std::pair<std::string, std::string>>{{"", ""},
                                                                  {"identity", ""},
                                                                  {"deflate", ""},
                                                                  {"br;q=0", ""},
                                                                  {"br;q=0, gzip;q=0.1", "gzip"},
                                                                  {"br;q=0.2, gzip;q=0.8", "gzip"},
                                                                  {"*", "br"},
                                                                  {"*;q=0", ""},
                                                                  {"gzip, *;q=0", "gzip"},
                                                                  {"br;q=nan, gzip", "gzip"},
                                                                  {",,;;q==,br;q=2", ""},
                                                                  {" br ; q=1.000 ", "br"}}) {
    EXPECT_EQ(header(ask("issues", accept), "Content-Encoding"), coding) << accept;
  }
}

TEST_F(Encoding, ATagOfACompressedAnswerIsKnownAgain) {
  for (const std::string path : {"issues", "issues/i-1", "/openapi.yaml"}) {
    const auto tag = header(ask(path, "br"), "ETag");
    const auto again =
        world.get(path, "cchc", {{"accept-encoding", "br"}, {"if-none-match", tag}}).response;
    EXPECT_EQ(again.status, 304) << path;
    EXPECT_EQ(header(again, "ETag"), tag) << path;
    EXPECT_EQ(header(again, "Content-Encoding"), "") << path;
    EXPECT_TRUE(again.body.empty()) << path;
    // The bytes differ, so the tag of the one does not stand for the other.
    EXPECT_EQ(world.get(path, "cchc", {{"if-none-match", tag}}).status(), 200) << path;
  }
}

TEST_F(Encoding, AnActTakesTheTagOfACompressedAnswer) {
  const auto tag = header(ask("issues/i-1", "br"), "ETag");
  EXPECT_EQ(
      world.post("issues/i-1/accept", Json::object(), "officer", {{"if-match", tag}}).status(),
      200);
  EXPECT_EQ(world
                .post("issues/i-1/draft-answer",
                      {{"outcome", "DONE"}, {"text", "Đã thay."}, {"legal_basis", "Quy định mẫu"}},
                      "officer", {{"if-match", tag}})
                .status(),
            412);
}

TEST_F(Encoding, OpenedPersonalDataGoesAsItIs) {
  const auto opened =
      world.get("issues/i-1?" + std::string(kPurpose), "cchc", {{"accept-encoding", "br"}})
          .response;
  EXPECT_EQ(opened.status, 200);
  EXPECT_GE(opened.body.size(), 1'024u);
  EXPECT_EQ(header(opened, "Content-Encoding"), "");
}

}  // namespace
}  // namespace langnghe::api::spec
