#include <gtest/gtest.h>

#include <api/http_types.hpp>

namespace langnghe::api {
namespace {

TEST(HttpTypes, AHeaderThatIsNotThereIsEmpty) {
  Request request;
  request.headers["if-match"] = "\"3\"";
  EXPECT_EQ(request.header("if-match"), "\"3\"");
  EXPECT_EQ(request.header("accept"), "");
}

TEST(HttpTypes, SettingAHeaderReplacesItWhateverItsCase) {
  Response response;
  response.set("ETag", "\"1\"");
  response.set("Vary", "Accept-Language");
  response.set("etag", "\"2\"");
  ASSERT_EQ(response.headers.size(), 2U);
  EXPECT_EQ(response.headers[0].second, "\"2\"");
}

}  // namespace
}  // namespace langnghe::api
