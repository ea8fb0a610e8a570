#pragma once

#include <condition_variable>
#include <mutex>

namespace langnghe::api {

/// Lets few threads hash passwords at once: each takes 64 MiB and a core. Who would wait behind too
/// many is refused, so that a flood of sign-ins cannot take every worker. Thread-safe.
class HashGate {
 public:
  class Pass {
   public:
    explicit Pass(HashGate* gate) : gate_(gate) {}
    ~Pass();
    Pass(const Pass&) = delete;
    Pass& operator=(const Pass&) = delete;
    explicit operator bool() const { return gate_ != nullptr; }

   private:
    HashGate* gate_;
  };

  HashGate(int at_once_max, int waiting_max)
      : at_once_max_(at_once_max), waiting_max_(waiting_max) {}

  /// Waits for its turn; false if too many wait already.
  [[nodiscard]] Pass enter();

 private:
  void leave();

  const int at_once_max_;
  const int waiting_max_;
  std::mutex mutex_;  ///< guards inside_, waiting_
  std::condition_variable left_;
  int inside_ = 0;
  int waiting_ = 0;
};

}  // namespace langnghe::api
