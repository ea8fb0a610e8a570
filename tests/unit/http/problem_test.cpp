#include "problem.hpp"

#include <gtest/gtest.h>

namespace langnghe::http {
namespace {

TEST(ProblemLanguage, IsVietnameseUnlessEnglishIsPreferred) {
  EXPECT_EQ(preferred_language(""), Language::vietnamese);
  EXPECT_EQ(preferred_language("fr, de;q=0.5"), Language::vietnamese);
  EXPECT_EQ(preferred_language("*"), Language::vietnamese);
  EXPECT_EQ(preferred_language("vi-VN,vi;q=0.9,en;q=0.8"), Language::vietnamese);
  EXPECT_EQ(preferred_language("en-US,en;q=0.9,vi;q=0.8"), Language::english);
  EXPECT_EQ(preferred_language("vi;q=0.3, EN;q=0.35"), Language::english);
  EXPECT_EQ(preferred_language("en;q=0"), Language::vietnamese);
  EXPECT_EQ(preferred_language("en, vi"), Language::vietnamese);
  EXPECT_EQ(preferred_language(",;,en"), Language::english);
  EXPECT_EQ(preferred_language("eng"), Language::vietnamese);
}

TEST(ProblemLanguage, IsFoundInAHeadThatWasNotParsed) {
  EXPECT_EQ(find_accept_language("GET / HTTP/1.1\r\nHost: a\r\naccept-LANGUAGE:  en \r\nX: y"),
            "en");
  EXPECT_EQ(find_accept_language("GET /accept-language:en HTTP/1.1\r\nX: y"), "");
  EXPECT_EQ(find_accept_language(""), "");
}

TEST(Problem, IsADocumentWithAStableType) {
  const api::Response response = problem(Refusal::body_too_large, Language::english);
  EXPECT_EQ(response.status, 413);
  EXPECT_EQ(response.body,
            R"({"type":"/problems/body_too_large","title":"Content too large",)"
            R"("status":413,"code":"body_too_large",)"
            R"("detail":"The request's body is larger than the server accepts.","instance":""})");
}

TEST(Problem, EveryRefusalHasOne) {
  for (int i = 0; i <= static_cast<int>(Refusal::version); ++i) {
    for (const Language language : {Language::vietnamese, Language::english}) {
      const api::Response response = problem(static_cast<Refusal>(i), language);
      EXPECT_GE(response.status, 400);
      bool says_when = false;
      for (const auto& [name, value] : response.headers) {
        says_when = says_when || name == "retry-after";
      }
      EXPECT_EQ(says_when, response.status == 503);
    }
  }
}

}  // namespace
}  // namespace langnghe::http
