#pragma once

#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include <ledger/maintenance.hpp>

namespace langnghe::eventstore {

/// The findings of a scrub so far. Any thread.
class ScrubFindings {
 public:
  explicit ScrubFindings(std::size_t most) : most_(most) {}

  void add(std::string where, std::string what) {
    const std::lock_guard lock(mutex_);
    ++count_;
    if (found_.size() < most_) {
      found_.push_back({std::move(where), std::move(what)});
    }
  }

  /// Once nobody adds any more.
  void move_to(ScrubReport& report) {
    report.findings_count = count_;
    report.findings = std::move(found_);
  }

 private:
  const std::size_t most_;
  std::mutex mutex_;  // guards what follows
  std::uint64_t count_ = 0;
  std::vector<ScrubFinding> found_;
};

}  // namespace langnghe::eventstore
