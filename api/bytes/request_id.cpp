#include <algorithm>
#include <array>
#include <optional>

#include <sodium.h>

#include <api/request_id.hpp>

namespace langnghe::api {
namespace {

constexpr std::size_t kTraceDigits = 32;
constexpr std::size_t kParentDigits = 16;
constexpr std::string_view kUuidForm = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";

using IdBytes = std::array<unsigned char, kTraceDigits / 2>;

/// From a store of random bytes of the thread, so that the system is asked once in many requests.
IdBytes random_id() {
  constexpr std::size_t kIds = 64;
  thread_local std::array<IdBytes, kIds> ids;
  thread_local std::size_t used = kIds;
  if (used == kIds) {
    randombytes_buf(ids.data(), sizeof(ids));
    used = 0;
  }
  return ids[used++];
}

bool is_lower_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

bool is_hex(char c) {
  return is_lower_hex(c) || (c >= 'A' && c <= 'F');
}

bool says_something(std::string_view digits) {
  return digits.find_first_not_of("0-") != std::string_view::npos;
}

bool is_digits(std::string_view text, std::size_t size) {
  return text.size() == size && std::ranges::all_of(text, is_lower_hex);
}

bool is_uuid(std::string_view text) {
  return std::ranges::equal(text, kUuidForm,
                            [](char c, char form) { return form == '-' ? c == '-' : is_hex(c); });
}

/// `version-trace-parent-flags`; a later version may say more after them.
std::optional<std::string> trace_of(std::string_view traceparent) {
  constexpr std::size_t kBytes = 55;
  if (traceparent.size() < kBytes || traceparent[2] != '-' || traceparent[35] != '-' ||
      traceparent[52] != '-') {
    return std::nullopt;
  }
  const auto version = traceparent.substr(0, 2);
  const auto trace = traceparent.substr(3, kTraceDigits);
  const auto parent = traceparent.substr(36, kParentDigits);
  const bool ends_well = version == "00" ? traceparent.size() == kBytes
                                         : traceparent.size() == kBytes || traceparent[55] == '-';
  if (!is_digits(version, 2) || version == "ff" || !ends_well ||
      !is_digits(traceparent.substr(53, 2), 2) || !is_digits(trace, kTraceDigits) ||
      !is_digits(parent, kParentDigits) || !says_something(trace) || !says_something(parent)) {
    return std::nullopt;
  }
  return std::string(trace);
}

}  // namespace

bool is_request_id(std::string_view text) {
  const bool is_trace = text.size() == kTraceDigits && std::ranges::all_of(text, is_hex);
  return (is_trace || is_uuid(text)) && says_something(text);
}

std::string make_request_id() {
  const auto bytes = random_id();
  std::array<char, kTraceDigits + 1> text{};
  sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
  return {text.data(), kTraceDigits};
}

std::string request_id_of(const Request& request) {
  if (!request.id.empty()) {
    return request.id;
  }
  if (const auto given = request.header("x-request-id"); is_request_id(given)) {
    return std::string(given);
  }
  auto trace = trace_of(request.header("traceparent"));
  return trace ? *std::move(trace) : make_request_id();
}

}  // namespace langnghe::api
