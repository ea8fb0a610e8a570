#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace langnghe::tools {

/// Tells on the error stream how far long work is: one line that is written over on a terminal, a
/// line every few seconds otherwise.
class ProgressLine {
 public:
  explicit ProgressLine(std::string_view what);
  void show(std::uint64_t done, std::uint64_t total);
  void end();

 private:
  void print(std::uint64_t done, std::uint64_t total);
  std::string what_;
  bool terminal_;
  std::chrono::steady_clock::time_point next_;
  std::uint64_t done_ = 0;
  std::uint64_t total_ = 0;
  std::chrono::steady_clock::time_point began_;
};

}  // namespace langnghe::tools
