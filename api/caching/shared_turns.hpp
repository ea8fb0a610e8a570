#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

namespace langnghe::api {

/// Lets one request make an answer while those that ask for the same wait for it: with many readers
/// and an act now and then, each answer is made once after the act and not once for each reader.
/// Thread-safe.
class SharedTurns {
 public:
  /// A request's place. The turn of the first ends when it is destroyed.
  class Turn {
   public:
    Turn(SharedTurns& turns, std::string key, bool is_first,
         std::shared_ptr<std::atomic<bool>> over);
    ~Turn();
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

    /// Nobody else makes this answer now.
    [[nodiscard]] bool is_first() const { return is_first_; }
    /// Says whether the turn of the first is over. It may outlive this turn.
    [[nodiscard]] std::function<bool()> is_over() const;

   private:
    SharedTurns& turns_;
    std::string key_;
    bool is_first_;
    std::shared_ptr<std::atomic<bool>> over_;
  };

  [[nodiscard]] Turn enter(const std::string& key);

 private:
  void leave(const std::string& key);

  std::mutex mutex_;  ///< guards under_way_
  std::unordered_map<std::string, std::shared_ptr<std::atomic<bool>>> under_way_;
};

}  // namespace langnghe::api
