#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <unordered_map>

#include "connection.hpp"

namespace langnghe::http {

class Session;

/// The open sessions of a server, so that deadlines and a stop reach every one. Thread-safe;
/// touched when a session begins or ends and a few times a second, never per request.
class Connections {
 public:
  void add(const std::shared_ptr<Session>& session);
  void remove(const Session* session);
  [[nodiscard]] std::size_t size() const;

  void expire_late(SteadyClock::time_point now);
  void stop_all();
  void abort_all();
  /// Until the last session has ended; false if that took too long.
  [[nodiscard]] bool wait_until_empty(SteadyClock::time_point deadline);

 private:
  void for_each(const std::function<void(Session&)>& act);

  mutable std::mutex mutex_;  ///< guards sessions_
  std::condition_variable emptied_;
  std::unordered_map<const Session*, std::weak_ptr<Session>> sessions_;
};

}  // namespace langnghe::http
