#pragma once

#include <cstddef>
#include <string_view>

namespace langnghe::eventstore {

/// The forms of types.hpp, checked on the way in, so that what is stored reads back without
/// unescaping and keys of the engines cannot run into each other.

[[nodiscard]] bool is_ledger_id(std::string_view text);
[[nodiscard]] bool is_stream_name(std::string_view text);

/// UUIDv7 (RFC 9562 section 5.7) in lower case.
[[nodiscard]] bool is_event_id(std::string_view text);

/// `YYYY-MM-DD`, or RFC 3339 with an offset or `Z`; a day that is in the calendar.
[[nodiscard]] bool is_happened(std::string_view text);

inline constexpr std::size_t kRecordedBytes = 24;
/// `YYYY-MM-DDTHH:MM:SS.mmmZ`: a fixed width, so that it sorts like time.
[[nodiscard]] bool is_recorded(std::string_view text);

/// Valid UTF-8 that stands in a JSON string as it is.
[[nodiscard]] bool is_plain_text(std::string_view text);

}  // namespace langnghe::eventstore
