#include <algorithm>
#include <string>

#include <domain/ids.hpp>

namespace langnghe::domain {
namespace {

constexpr std::size_t kMaxIdLength = 64;

bool is_lower_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

}  // namespace

StreamId ward_stream() {
  return {"ward"};
}
StreamId calendar_stream() {
  return {"calendar"};
}
StreamId policy_stream() {
  return {"policy"};
}
StreamId supervision_stream() {
  return {"supervision"};
}
StreamId plan_stream(int year) {
  return {"plan-" + std::to_string(year)};
}
StreamId register_stream(int year) {
  return {"register-" + std::to_string(year)};
}
StreamId stream_of(const DialogueId& dialogue) {
  return {"dialogue-" + dialogue.value};
}
StreamId stream_of(const IssueId& issue) {
  return {"issue-" + issue.value};
}
StreamId stream_of(const ResidentId& resident) {
  return {"resident-" + resident.value};
}
StreamId stream_of(const UserId& user) {
  return {"user-" + user.value};
}

StreamId report_stream(std::string_view family, std::string_view period) {
  std::string name = "report-";
  name.append(family).append("-").append(period);
  return {std::move(name)};
}

bool is_well_formed_id(std::string_view text) {
  if (text.empty() || text.size() > kMaxIdLength || !is_lower_or_digit(text.front())) {
    return false;
  }
  return std::ranges::all_of(text,
                             [](char c) { return is_lower_or_digit(c) || c == '-' || c == '_'; });
}

}  // namespace langnghe::domain
