#include "problems/case_texts.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace langnghe::api {
namespace {

constexpr auto kReasons = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"not_solved", "Qua trang tra cứu hồ sơ: việc chưa được giải quyết."},
    {"came_back", "Qua trang tra cứu hồ sơ: việc đã giải quyết nay lại xảy ra."},
    {"not_as_promised", "Qua trang tra cứu hồ sơ: làm không đúng như đã trả lời."},
    {"not_understood", "Qua trang tra cứu hồ sơ: trả lời không rõ hoặc không đúng nội dung."},
    {"solved", "Qua trang tra cứu hồ sơ: việc đã được giải quyết, xin rút."},
    {"not_needed", "Qua trang tra cứu hồ sơ: không còn yêu cầu, xin rút."},
    {"raised_elsewhere", "Qua trang tra cứu hồ sơ: đã gửi nơi khác, xin rút."},
    {"by_mistake", "Qua trang tra cứu hồ sơ: gửi nhầm, xin rút."},
});

}  // namespace

std::string_view case_reason(std::string_view reason) {
  const auto* found =
      std::ranges::find(kReasons, reason, &std::pair<std::string_view, std::string_view>::first);
  return found == kReasons.end() ? reason : found->second;
}

}  // namespace langnghe::api
