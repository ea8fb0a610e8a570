#include "response_head.hpp"

#include <string>

#include <gtest/gtest.h>

#include "http_date.hpp"

namespace langnghe::http {
namespace {

std::string head_of(const api::Response& response, HeadFacts facts = {}) {
  facts.date = "D";
  std::string head = "what was there before";
  write_head(head, response, facts);
  return head;
}

TEST(ResponseHead, IsTheStatusLineThenTheHeadersThenAnEmptyLine) {
  api::Response response;
  response.set("content-type", "application/json");
  response.body = "{}";
  EXPECT_EQ(head_of(response),
            "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n"
            "X-Content-Type-Options: nosniff\r\nCache-Control: no-store\r\n"
            "Referrer-Policy: no-referrer\r\nX-Frame-Options: DENY\r\nDate: D\r\n"
            "Content-Length: 2\r\n\r\n");
}

TEST(ResponseHead, LeavesWhatTheHandlerSet) {
  api::Response response;
  response.set("cache-control", "max-age=60");
  response.set("x-frame-options", "SAMEORIGIN");
  const std::string head = head_of(response);
  EXPECT_NE(head.find("cache-control: max-age=60\r\n"), std::string::npos);
  EXPECT_EQ(head.find("no-store"), std::string::npos);
  EXPECT_EQ(head.find("DENY"), std::string::npos);
}

TEST(ResponseHead, GuardsPagesAgainstForeignScripts) {
  api::Response page;
  page.set("Content-Type", "text/html; charset=utf-8");
  EXPECT_NE(head_of(page).find("Content-Security-Policy: default-src 'self'\r\n"),
            std::string::npos);
  page.set("content-security-policy", "default-src 'none'");
  EXPECT_EQ(head_of(page).find("default-src 'self'"), std::string::npos);
}

TEST(ResponseHead, FramingIsTheServersOwn) {
  api::Response response;
  response.set("Content-Length", "99");
  response.set("transfer-encoding", "chunked");
  response.set("Connection", "upgrade");
  const std::string head = head_of(response);
  EXPECT_NE(head.find("Content-Length: 0\r\n"), std::string::npos);
  EXPECT_EQ(head.find("99"), std::string::npos);
  EXPECT_EQ(head.find("chunked"), std::string::npos);
  EXPECT_EQ(head.find("upgrade"), std::string::npos);
}

TEST(ResponseHead, SaysWhetherTheConnectionStays) {
  HeadFacts closing;
  closing.keep_alive = false;
  EXPECT_NE(head_of({}, closing).find("Connection: close\r\n"), std::string::npos);
  HeadFacts old_client;
  old_client.http_1_0 = true;
  EXPECT_NE(head_of({}, old_client).find("Connection: keep-alive\r\n"), std::string::npos);
  EXPECT_EQ(head_of({}).find("Connection:"), std::string::npos);
}

TEST(ResponseHead, AnInterimOrForgedResponseIsNotSendable) {
  api::Response response;
  EXPECT_TRUE(is_sendable(response));
  response.status = 103;
  EXPECT_FALSE(is_sendable(response));
  response.status = 200;
  response.headers.emplace_back("x", std::string("a\0b", 3));
  EXPECT_FALSE(is_sendable(response));
  response.headers = {{"x\ny", "a"}};
  EXPECT_FALSE(is_sendable(response));
  response.headers = {{"", "a"}};
  EXPECT_FALSE(is_sendable(response));
}

TEST(HttpDate, IsTheFixedForm) {
  EXPECT_EQ(to_http_date(784111777), "Sun, 06 Nov 1994 08:49:37 GMT");  // RFC 9110's example
  EXPECT_EQ(to_http_date(1709210096), "Thu, 29 Feb 2024 12:34:56 GMT");
}

}  // namespace
}  // namespace langnghe::http
