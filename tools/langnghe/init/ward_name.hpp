#pragma once

#include <expected>
#include <string>
#include <string_view>

namespace langnghe::tools {

/// The names that a ward has on its papers.
struct WardName {
  std::string name;           ///< `phường Sa Đéc`
  std::string kind;           ///< `phường`
  std::string place_name;     ///< `Sa Đéc`
  std::string issuer;         ///< `ỦY BAN NHÂN DÂN PHƯỜNG SA ĐÉC`
  std::string issuer_symbol;  ///< `UBND`
  std::string city;           ///< empty for a ward of today, which stands under its province
  std::string province;       ///< `tỉnh Đồng Tháp`

  /// `Ủy ban nhân dân phường Sa Đéc`.
  [[nodiscard]] std::string committee() const;
  /// The body above: that of the province, or of the city or district of before July 2025.
  [[nodiscard]] std::string committee_above() const;
  /// The office there that takes the reports in.
  [[nodiscard]] std::string home_affairs_above() const;
};

/// The ward that was meant: one of the list (init/units.hpp), or one of before July 2025 in full,
/// `phường Tân Quy Đông, thành phố Sa Đéc, tỉnh Đồng Tháp`. Else what is wrong, in the user's
/// language, with the wards that come near.
[[nodiscard]] std::expected<WardName, std::string> find_ward(const std::string& said);

/// `phường Sa Đéc, tỉnh Đồng Tháp`.
[[nodiscard]] std::string shown(const WardName& ward);

/// The identifier that a Vietnamese name has: `tan-my` of `Tân Mỹ`; empty where nothing is left.
[[nodiscard]] std::string slug_of(std::string_view name);

}  // namespace langnghe::tools
