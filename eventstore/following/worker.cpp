#include "worker.hpp"

#include <algorithm>
#include <condition_variable>
#include <utility>

#include <sys/resource.h>

namespace langnghe::eventstore {
namespace {

using namespace std::chrono_literals;
using Clock = Course::Clock;

/// A worker looks up from waiting this often, whatever it waits for.
constexpr auto kPatience = 10s;
/// One wait of the store is for one ledger: a worker of several ones waits for each in turn.
constexpr auto kTurn = 200ms;

}  // namespace

Worker::Worker(LedgerReader& store, const FollowingPlan& plan)
    : store_(store), plan_(plan), thread_([this](const std::stop_token& stop) { run(stop); }) {}

void Worker::add(std::shared_ptr<Course> course) {
  {
    const std::scoped_lock lock(mutex_);
    courses_.push_back(std::move(course));
  }
  interrupt();
}

void Worker::wake(const LedgerId& ledger) {
  {
    const std::scoped_lock lock(mutex_);
    for (const auto& course : courses_) {
      if (course->ledger() == ledger) {
        course->wake();
      }
    }
  }
  interrupt();
}

void Worker::join() {
  if (thread_.joinable()) {
    thread_.join();
  }
}

void Worker::interrupt() {
  std::optional<std::stop_source> waiting;
  {
    const std::scoped_lock lock(mutex_);
    is_interrupted_ = true;
    waiting = waiting_;
  }
  if (waiting) {
    waiting->request_stop();
  }
}

void Worker::run(const std::stop_token& stop) {
  if (plan_.niceness != 0) {
    // Of this thread alone, as Linux has it. Without effect where it is not allowed.
    static_cast<void>(::setpriority(PRIO_PROCESS, 0, plan_.niceness));
  }
  const auto present = [this] {
    const std::scoped_lock lock(mutex_);
    return courses_;
  };
  while (!stop.stop_requested()) {
    const auto courses = present();
    if (is_over(courses)) {
      return;
    }
    bool has_worked = false;
    for (const auto& course : courses) {
      if (!stop.stop_requested() && course->is_due()) {
        course->call(stop);
        has_worked = true;
      }
    }
    if (!has_worked) {
      wait(courses, stop);
    }
  }
  for (const auto& course : present()) {
    course->finish(stop);
  }
}

/// A thread of one ledger has nothing more to do when its consumer failed for good.
bool Worker::is_over(const Courses& courses) const {
  return plan_.threads == FollowingThreads::one_per_ledger && !courses.empty() &&
         std::ranges::all_of(courses, [](const auto& course) { return course->has_ended(); });
}

void Worker::wait(const Courses& courses, const std::stop_token& stop) {
  std::stop_source source;
  {
    const std::scoped_lock lock(mutex_);
    if (std::exchange(is_interrupted_, false)) {
      return;
    }
    waiting_ = source;
  }
  {
    const std::stop_callback on_stop(stop, [&source] { source.request_stop(); });
    auto deadline = Clock::now() + kPatience;
    std::vector<Course*> wanting;
    for (const auto& course : courses) {
      deadline = std::min(deadline, course->due_at());
      if (course->wanted_beyond()) {
        wanting.push_back(course.get());
      }
    }
    if (wanting.empty()) {
      rest_until(deadline, source.get_token());
    } else {
      Course& course = *wanting[turn_++ % wanting.size()];
      if (wanting.size() > 1) {
        deadline = std::min(deadline, Clock::now() + kTurn);
      }
      wait_for_records(course, *course.wanted_beyond(), deadline, source.get_token());
    }
  }
  const std::scoped_lock lock(mutex_);
  waiting_.reset();
  is_interrupted_ = false;
}

void Worker::wait_for_records(Course& course, std::uint64_t size, Clock::time_point deadline,
                              const std::stop_token& interrupted) {
  course.note_wait(store_.wait_beyond(course.ledger(), size, deadline, interrupted));
}

void Worker::rest_until(Clock::time_point deadline, const std::stop_token& interrupted) {
  std::mutex own;
  std::condition_variable_any never;
  std::unique_lock lock(own);
  static_cast<void>(never.wait_until(lock, interrupted, deadline, [] { return false; }));
}

}  // namespace langnghe::eventstore
