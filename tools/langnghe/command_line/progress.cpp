#include "command_line/progress.hpp"

#include <iostream>

#include <unistd.h>

namespace langnghe::tools {

ProgressLine::ProgressLine(std::string_view what)
    : what_(what),
      terminal_(::isatty(STDERR_FILENO) == 1),
      next_(std::chrono::steady_clock::now()),
      began_(next_) {}

void ProgressLine::show(std::uint64_t done, std::uint64_t total) {
  done_ = done;
  total_ = total;
  const auto now = std::chrono::steady_clock::now();
  if (now < next_) {
    return;
  }
  next_ = now + (terminal_ ? std::chrono::milliseconds(200) : std::chrono::milliseconds(5'000));
  print(done, total);
}

void ProgressLine::print(std::uint64_t done, std::uint64_t total) {
  const auto percent = total == 0 ? 100 : done * 100 / total;
  std::cerr << (terminal_ ? "\r" : "") << what_ << ": " << done << "/" << total << " (" << percent
            << " %)" << (terminal_ ? "" : "\n") << std::flush;
}

void ProgressLine::end() {
  print(done_, total_);
  const auto seconds = std::chrono::duration_cast<std::chrono::milliseconds>(
                           std::chrono::steady_clock::now() - began_)
                           .count();
  std::cerr << (terminal_ ? " " : what_ + ": ") << seconds / 1000 << "." << seconds % 1000 / 100
            << " s\n";
}

}  // namespace langnghe::tools
