#include <algorithm>

#include <api/http_types.hpp>

namespace langnghe::api {
namespace {

char to_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_same_name(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, to_lower, to_lower);
}

}  // namespace

std::string_view Request::header(std::string_view lower_case_name) const {
  const auto found = headers.find(lower_case_name);
  return found == headers.end() ? std::string_view() : std::string_view(found->second);
}

void Response::set(std::string name, std::string value) {
  const auto found = std::ranges::find_if(
      headers, [&](const auto& header) { return is_same_name(header.first, name); });
  if (found == headers.end()) {
    headers.emplace_back(std::move(name), std::move(value));
  } else {
    found->second = std::move(value);
  }
}

}  // namespace langnghe::api
