#include "problem.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include <api/language.hpp>

#include "text.hpp"

namespace langnghe::http {
namespace {

struct Wording {
  std::string_view title;
  std::string_view detail;
};

struct Entry {
  Refusal refusal;
  int status;
  std::string_view slug;
  std::string_view retry_after;  ///< seconds; empty = none
  Wording vietnamese;
  Wording english;
};

constexpr std::array kEntries{
    Entry{Refusal::malformed,
          400,
          "malformed_request",
          "",
          {"Yêu cầu không hợp lệ", "Máy chủ không đọc được yêu cầu này theo HTTP/1.1."},
          {"Malformed request", "The request could not be read as HTTP/1.1."}},
    Entry{Refusal::framing,
          400,
          "ambiguous_framing",
          "",
          {"Yêu cầu không rõ ràng", "Độ dài của nội dung yêu cầu có thể hiểu theo nhiều cách."},
          {"Ambiguous request", "The length of the request's body can be read in several ways."}},
    Entry{Refusal::bad_host,
          400,
          "bad_host",
          "",
          {"Thiếu hoặc sai tên máy chủ", "Yêu cầu phải có đúng một tiêu đề Host hợp lệ."},
          {"Missing or invalid host", "A request needs exactly one valid Host header."}},
    Entry{Refusal::timeout,
          408,
          "request_timeout",
          "",
          {"Quá thời gian chờ", "Yêu cầu không đến đủ trong thời gian cho phép."},
          {"Request timeout", "The request did not arrive in the time allowed."}},
    Entry{Refusal::body_too_large,
          413,
          "body_too_large",
          "",
          {"Nội dung quá lớn", "Nội dung yêu cầu vượt quá giới hạn của máy chủ."},
          {"Content too large", "The request's body is larger than the server accepts."}},
    Entry{Refusal::expectation,
          417,
          "expectation_failed",
          "",
          {"Không đáp ứng được", "Máy chủ chỉ hỗ trợ Expect: 100-continue."},
          {"Expectation failed", "The server supports only Expect: 100-continue."}},
    Entry{Refusal::header_too_large,
          431,
          "header_too_large",
          "",
          {"Tiêu đề quá lớn", "Phần tiêu đề của yêu cầu vượt quá giới hạn của máy chủ."},
          {"Header too large", "The request's header is larger than the server accepts."}},
    Entry{Refusal::internal,
          500,
          "internal_error",
          "",
          {"Lỗi máy chủ", "Máy chủ gặp lỗi khi xử lý yêu cầu. Lỗi đã được ghi lại."},
          {"Internal error", "The server failed to handle the request. The fault was logged."}},
    Entry{Refusal::busy,
          503,
          "busy",
          "1",
          {"Máy chủ đang bận", "Có quá nhiều yêu cầu cùng lúc. Vui lòng thử lại sau."},
          {"Server busy", "Too many requests at once. Please try again."}},
    Entry{Refusal::too_many_connections,
          503,
          "too_many_connections",
          "5",
          {"Máy chủ đang bận", "Có quá nhiều kết nối cùng lúc. Vui lòng thử lại sau."},
          {"Server busy", "Too many connections at once. Please try again."}},
    Entry{Refusal::version,
          505,
          "http_version",
          "",
          {"Phiên bản HTTP không được hỗ trợ", "Máy chủ hỗ trợ HTTP/1.0 và HTTP/1.1."},
          {"HTTP version not supported", "The server supports HTTP/1.0 and HTTP/1.1."}},
};

const Entry& entry_of(Refusal refusal) {
  return *std::ranges::find(kEntries, refusal, &Entry::refusal);
}

}  // namespace

int status_of(Refusal refusal) {
  return entry_of(refusal).status;
}

std::string_view wire_name(Refusal refusal) {
  return entry_of(refusal).slug;
}

Language preferred_language(std::string_view accept_language) {
  return api::choose_language(accept_language) == api::Language::en ? Language::english
                                                                    : Language::vietnamese;
}

std::string_view find_accept_language(std::string_view raw_head) {
  constexpr std::string_view kName = "accept-language:";
  while (!raw_head.empty()) {
    const auto end = std::min(raw_head.find('\n'), raw_head.size());
    const std::string_view line = raw_head.substr(0, end);
    if (equal_ignoring_case(line.substr(0, kName.size()), kName)) {
      return trim(line.substr(kName.size()));
    }
    raw_head.remove_prefix(std::min(end + 1, raw_head.size()));
  }
  return {};
}

api::Response problem(Refusal refusal, Language language, std::string_view request_id) {
  const auto& entry = entry_of(refusal);
  const bool english = language == Language::english;
  const Wording& words = english ? entry.english : entry.vietnamese;
  api::Response response;
  response.status = entry.status;
  response.headers.emplace_back("content-type", "application/problem+json");
  response.headers.emplace_back("content-language", english ? "en" : "vi");
  if (!entry.retry_after.empty()) {
    response.headers.emplace_back("retry-after", entry.retry_after);
  }
  // The empty instance is a reference to the request's own address (RFC 3986 section 4.4), which
  // may never have been read.
  response.body.append(R"({"type":"/problems/)").append(entry.slug);
  response.body.append(R"(","title":")").append(words.title);
  response.body.append(R"(","status":)").append(std::to_string(entry.status));
  response.body.append(R"(,"code":")").append(entry.slug);
  response.body.append(R"(","detail":")").append(words.detail).append(R"(","instance":"")");
  if (entry.status >= 500 && !request_id.empty()) {
    response.body.append(R"(,"request_id":")").append(request_id).append(R"(")");
  }
  response.body.append("}");
  return response;
}

}  // namespace langnghe::http
