#include "caching/shared_turns.hpp"

#include <utility>

namespace langnghe::api {

SharedTurns::Turn::Turn(SharedTurns& turns, std::string key, bool is_first,
                        std::shared_ptr<std::atomic<bool>> over)
    : turns_(turns), key_(std::move(key)), is_first_(is_first), over_(std::move(over)) {}

SharedTurns::Turn::~Turn() {
  if (is_first_) {
    turns_.leave(key_);
    *over_ = true;
  }
}

std::function<bool()> SharedTurns::Turn::is_over() const {
  return [over = over_] { return over->load(); };
}

SharedTurns::Turn SharedTurns::enter(const std::string& key) {
  const std::lock_guard lock(mutex_);
  const auto [place, is_first] =
      under_way_.try_emplace(key, std::make_shared<std::atomic<bool>>(false));
  return {*this, key, is_first, place->second};
}

void SharedTurns::leave(const std::string& key) {
  const std::lock_guard lock(mutex_);
  under_way_.erase(key);
}

}  // namespace langnghe::api
