#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace langnghe::log {

enum class Level { info, warning, error };

enum class Form {
  message,  ///< `langnghe: what`: for a person at a terminal, who knows when and why
  text,     ///< the same with time, level and request
  json,     ///< one JSON object a line
};

/// An answered request. The route stands for the path, which a client may fill with anything.
struct RequestFacts {
  std::string_view method;
  std::string_view route;  ///< `/api/v1/wards/{ward}/issues`; empty: there is none
  int status = 0;
  std::uint64_t bytes = 0;  ///< of the answer's content that were sent
  std::chrono::milliseconds took{};
};

struct Line {
  std::chrono::system_clock::time_point at{};
  Level level{};
  std::string_view what;
  std::string_view ward;        ///< may be empty
  std::string_view request_id;  ///< may be empty
  std::optional<RequestFacts> request{};
};

/// With the line break. What is no text (control characters, bytes that are not UTF-8) is replaced,
/// so that nobody forges a second line; a message to a terminal may have several.
[[nodiscard]] std::string written(const Line& line, Form form);

}  // namespace langnghe::log
