#pragma once

#include <chrono>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "course.hpp"

namespace langnghe::eventstore {

/// One thread that leads one or more courses. The members may be called from any thread.
class Worker {
 public:
  /// References must outlive it. Begins with nothing to do.
  Worker(LedgerReader& store, const FollowingPlan& plan);
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  /// Courses are never taken away.
  void add(std::shared_ptr<Course> course);
  void wake(const LedgerId& ledger);
  void request_stop() { thread_.request_stop(); }
  /// Waits for the end of the thread, which lets every course finish first.
  void join();

 private:
  using Courses = std::vector<std::shared_ptr<Course>>;  // shared with who asks for their states

  void run(const std::stop_token& stop);
  [[nodiscard]] bool is_over(const Courses& courses) const;
  void wait(const Courses& courses, const std::stop_token& stop);
  void wait_for_records(Course& course, std::uint64_t size, Course::Clock::time_point deadline,
                        const std::stop_token& interrupted);
  void rest_until(Course::Clock::time_point deadline, const std::stop_token& interrupted);
  void interrupt();

  LedgerReader& store_;
  const FollowingPlan& plan_;
  std::size_t turn_ = 0;  ///< of the thread alone: whose records are waited for

  std::mutex mutex_;  ///< guards what follows
  Courses courses_;
  bool is_interrupted_ = false;
  std::optional<std::stop_source> waiting_;  ///< while the thread waits

  std::jthread thread_;  // last: uses all of the above
};

}  // namespace langnghe::eventstore
