#include "connections.hpp"

#include <vector>

#include "session.hpp"

namespace langnghe::http {

void Connections::add(const std::shared_ptr<Session>& session) {
  const std::lock_guard lock(mutex_);
  sessions_.emplace(session.get(), session);
}

void Connections::remove(const Session* session) {
  const std::lock_guard lock(mutex_);
  sessions_.erase(session);
  if (sessions_.empty()) {
    emptied_.notify_all();
  }
}

std::size_t Connections::size() const {
  const std::lock_guard lock(mutex_);
  return sessions_.size();
}

void Connections::expire_late(SteadyClock::time_point now) {
  for_each([now](Session& session) {
    if (session.is_late(now)) {
      session.expire();
    }
  });
}

void Connections::stop_all() {
  for_each([](Session& session) { session.stop(); });
}

void Connections::abort_all() {
  for_each([](Session& session) { session.abort(); });
}

bool Connections::wait_until_empty(SteadyClock::time_point deadline) {
  std::unique_lock lock(mutex_);
  return emptied_.wait_until(lock, deadline, [this] { return sessions_.empty(); });
}

void Connections::for_each(const std::function<void(Session&)>& act) {
  // Held outside the lock: the last reference may go here, and a session's end calls `remove`.
  std::vector<std::shared_ptr<Session>> held;
  {
    const std::lock_guard lock(mutex_);
    held.reserve(sessions_.size());
    for (const auto& [key, session] : sessions_) {
      if (auto alive = session.lock()) {
        held.push_back(std::move(alive));
      }
    }
  }
  for (const auto& session : held) {
    act(*session);
  }
}

}  // namespace langnghe::http
