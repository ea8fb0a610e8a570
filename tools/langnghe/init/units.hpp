#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace langnghe::tools {

/// One of the wards, communes and special zones that there are now (tools/data/README.md).
struct Unit {
  std::string_view code;      ///< `29905`
  std::string_view name;      ///< `Phường Sa Đéc`
  std::string_view province;  ///< `Tỉnh Đồng Tháp`
};

/// All of them, in the order of their codes' list.
[[nodiscard]] std::span<const Unit> units();

struct UnitsFound {
  std::vector<Unit> exact;  ///< of just that name, with or without its kind, or of that code
  std::vector<Unit> near;   ///< where there is none: those whose name has the words in it
};

/// The units somebody may mean, with or without accents: `sa dec`, `Phường Sa Đéc`, `29905`,
/// `sa dec, dong thap`.
[[nodiscard]] UnitsFound find_units(std::string_view query);

/// Without the kind before it: `Sa Đéc` of `phường Sa Đéc`.
[[nodiscard]] std::string_view without_kind(std::string_view name);

/// `phường`, `xã`, `đặc khu`, `thị trấn`, in small letters; empty where the name has none.
[[nodiscard]] std::string_view kind_of_unit(std::string_view name);

}  // namespace langnghe::tools
