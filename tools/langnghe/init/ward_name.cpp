#include "init/ward_name.hpp"

#include <algorithm>
#include <vector>

#include <text/letter_case.hpp>
#include <text/typed_text.hpp>

#include <services/say.hpp>

#include "init/draft.hpp"
#include "init/units.hpp"

namespace langnghe::tools {
namespace {

constexpr std::string_view kCommittee = "Ủy ban nhân dân ";
constexpr std::size_t kShownMax = 12;

WardName named(std::string_view name, std::string_view city, std::string_view province) {
  WardName ward;
  ward.name = text::with_small_initial(name);
  ward.kind = kind_of_unit(ward.name);
  ward.place_name = without_kind(ward.name);
  ward.issuer = text::in_capitals(std::string(kCommittee) + ward.name);
  ward.issuer_symbol = "UBND";
  ward.city = text::with_small_initial(city);
  ward.province = text::with_small_initial(province);
  return ward;
}

/// `name, [city,] province` with the kind of each: typed of a ward that is no longer there.
bool is_in_full(const std::vector<std::string>& parts) {
  if ((parts.size() != 2 && parts.size() != 3) || kind_of_unit(parts.front()).empty()) {
    return false;
  }
  const auto province = text::without_marks(parts.back());
  return province.starts_with("tinh ") || province.starts_with("thanh pho ");
}

std::string said_of_some(const std::string& said, const std::vector<Unit>& near) {
  std::string text(say("chưa rõ là đơn vị nào: ", "it is not clear which unit is meant: "));
  text += '"' + said + '"';
  text += say("; hãy nêu mã của một trong các đơn vị này:", "; give the code of one of these:");
  for (std::size_t i = 0; i < std::min(near.size(), kShownMax); ++i) {
    text.append("\n    ").append(near[i].code).append("  ").append(near[i].name);
    text.append(", ").append(near[i].province);
  }
  if (near.size() > kShownMax) {
    text += "\n    … (" + std::to_string(near.size()) + ")";
  }
  return text;
}

std::string said_of_none(const std::string& said) {
  std::string text(say("không có phường, xã nào tên ", "there is no ward or commune named "));
  text += '"' + said + '"';
  text += say("; đơn vị đã hết từ tháng 7/2025 thì ghi đủ, ví dụ: ",
              "; one that ended by July 2025 is typed in full, for example: ");
  return text + "phường Tân Quy Đông, thành phố Sa Đéc, tỉnh Đồng Tháp";
}

}  // namespace

std::string WardName::committee() const {
  return std::string(kCommittee) + name;
}

std::string WardName::committee_above() const {
  return std::string(kCommittee) + (city.empty() ? province : city);
}

std::string WardName::home_affairs_above() const {
  return city.empty() ? "Sở Nội vụ " + province : "Phòng Nội vụ " + city;
}

std::expected<WardName, std::string> find_ward(const std::string& said) {
  const auto found = find_units(said);
  if (found.exact.size() == 1) {
    return named(found.exact.front().name, {}, found.exact.front().province);
  }
  const auto parts = parts_of(said, ",");
  if (found.exact.empty() && is_in_full(parts)) {
    return named(parts.front(), parts.size() == 3 ? parts[1] : "", parts.back());
  }
  // A name that only comes near is never taken: what is written cannot be taken back.
  const auto& meant = found.exact.empty() ? found.near : found.exact;
  return std::unexpected(meant.empty() ? said_of_none(said) : said_of_some(said, meant));
}

std::string shown(const WardName& ward) {
  return ward.name + (ward.city.empty() ? "" : ", " + ward.city) + ", " + ward.province;
}

std::string slug_of(std::string_view name) {
  std::string slug;
  for (const char letter : text::without_marks(name)) {
    const bool kept = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
    if (kept) {
      slug += letter;
    } else if (!slug.empty() && slug.back() != '-') {
      slug += '-';
    }
  }
  while (slug.ends_with('-')) {
    slug.pop_back();
  }
  return slug;
}

}  // namespace langnghe::tools
