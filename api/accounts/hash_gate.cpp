#include "accounts/hash_gate.hpp"

namespace langnghe::api {

HashGate::Pass::~Pass() {
  if (gate_ != nullptr) {
    gate_->leave();
  }
}

HashGate::Pass HashGate::enter() {
  std::unique_lock lock(mutex_);
  if (inside_ >= at_once_max_ && waiting_ >= waiting_max_) {
    return Pass(nullptr);
  }
  ++waiting_;
  left_.wait(lock, [this] { return inside_ < at_once_max_; });
  --waiting_;
  ++inside_;
  return Pass(this);
}

void HashGate::leave() {
  {
    const std::lock_guard lock(mutex_);
    --inside_;
  }
  left_.notify_one();
}

}  // namespace langnghe::api
