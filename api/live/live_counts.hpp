#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <string_view>
#include <utility>

#include <domain/enum_text.hpp>

namespace langnghe::api {

/// Why the server ended a live stream.
enum class LiveEnding { signed_out, rights_changed, behind };

/// Counts of live streams since the start, for a monitor. Any thread.
struct LiveCounts {
  std::atomic<std::uint64_t> opened = 0;
  std::atomic<std::uint64_t> turned_away = 0;  ///< the user had too many
  std::atomic<std::uint64_t> records_sent = 0;
  std::array<std::atomic<std::uint64_t>, 3> ended{};  ///< by LiveEnding
};

}  // namespace langnghe::api

template <>
struct langnghe::domain::EnumText<langnghe::api::LiveEnding> {
  using Ending = langnghe::api::LiveEnding;
  static constexpr std::array<std::pair<Ending, std::string_view>, 3> kNames{
      {{Ending::signed_out, "signed_out"},
       {Ending::rights_changed, "rights_changed"},
       {Ending::behind, "behind"}}};
};
