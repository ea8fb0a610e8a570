#include "wire/read_body.hpp"

#include <algorithm>
#include <string>

namespace langnghe::api::wire {
namespace {

bool is_sha256_hex(std::string_view text) {
  constexpr std::size_t kDigits = 64;
  return text.size() == kDigits &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace

std::optional<Problem> check_files(const std::vector<domain::Attachment>& files) {
  auto wrong = problem(ProblemCode::body_invalid);
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (!is_sha256_hex(files[i].hash)) {
      wrong.faults.push_back(
          {Fault::In::body, "/files/" + std::to_string(i) + "/hash", "not_a_hash", ""});
    }
  }
  if (wrong.faults.empty()) {
    return std::nullopt;
  }
  return wrong;
}

}  // namespace langnghe::api::wire
