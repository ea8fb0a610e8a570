#include "guard.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "text.hpp"

namespace langnghe::http {
namespace {

using Head = message::request_header<>;
using message::field;

std::ptrdiff_t count(const Head& head, field name) {
  const auto range = head.equal_range(name);
  return std::distance(range.first, range.second);
}

std::string_view value_of(const Head& head, field name) {
  const auto value = head[name];
  return {value.data(), value.size()};
}

/// The end of the body must be unambiguous.
bool is_framing_clear(const Head& head) {
  const auto codings = count(head, field::transfer_encoding);
  const auto lengths = count(head, field::content_length);
  if (codings > 0) {
    return codings == 1 && lengths == 0 && head.version() >= 11 &&
           equal_ignoring_case(value_of(head, field::transfer_encoding), "chunked");
  }
  // A list such as `5, 5` may be accepted or refused (RFC 9112 section 6.3): refused here.
  const std::string_view length = value_of(head, field::content_length);
  return lengths == 0 ||
         (lengths == 1 && std::ranges::all_of(length, [](char c) { return c >= '0' && c <= '9'; }));
}

/// uri-host [ ":" port ] (RFC 9110 section 7.2): no user name, no list, no path.
bool is_host_clear(const Head& head) {
  const auto hosts = count(head, field::host);
  if (hosts != 1) {
    return hosts == 0 && head.version() < 11;
  }
  static constexpr std::string_view kOthers = "-._~!$&'()*+;=:[]%";
  return std::ranges::all_of(value_of(head, field::host), [](char c) {
    const char lower = to_lower(c);
    return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') ||
           kOthers.find(c) != std::string_view::npos;
  });
}

/// Origin form, absolute form, or `*` for OPTIONS (RFC 9112 section 3.2).
bool is_target_ours(const Head& head) {
  const std::string_view target(head.target().data(), head.target().size());
  return target.starts_with('/') || equal_ignoring_case(target.substr(0, 7), "http://") ||
         equal_ignoring_case(target.substr(0, 8), "https://") ||
         (target == "*" && head.method() == message::verb::options);
}

}  // namespace

std::optional<Refusal> check_head(const Head& head) {
  if (!is_framing_clear(head)) {
    return Refusal::framing;
  }
  if (!is_host_clear(head)) {
    return Refusal::bad_host;
  }
  if (!is_target_ours(head)) {
    return Refusal::malformed;
  }
  if (count(head, field::expect) > 0 && head.version() >= 11 &&
      !equal_ignoring_case(value_of(head, field::expect), "100-continue")) {
    return Refusal::expectation;
  }
  return std::nullopt;
}

void check_chunk_extensions(std::uint64_t /*size*/, beast::string_view extensions,
                            beast::error_code& failed) {
  const bool clean = std::ranges::all_of(extensions, [](char c) {
    const auto code = static_cast<unsigned char>(c);
    return c == '\t' || (code >= 0x20 && code != 0x7f);
  });
  if (!clean) {
    failed = message::error::bad_chunk_extension;
  }
}

}  // namespace langnghe::http
