#pragma once

#include <cstddef>
#include <cstdint>
#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include <api/http_types.hpp>
#include <domain/time.hpp>

namespace langnghe::api {

/// Answers of reads that hold no opened personal data, kept while the ledger has not grown and the
/// day has not turned. The least recently used go first when the bytes are too many. Thread-safe.
class ResponseCache {
 public:
  /// The state for which an answer holds.
  struct Moment {
    std::uint64_t ledger_size = 0;
    domain::Date today{};
    bool operator==(const Moment&) const = default;
  };

  explicit ResponseCache(std::size_t bytes_max) : bytes_max_(bytes_max) {}

  [[nodiscard]] std::optional<Response> find(const std::string& key, const Moment& moment);
  void put(const std::string& key, const Moment& moment, const Response& response);

 private:
  struct Entry {
    std::string key;
    Moment moment;
    Response response;
    std::size_t bytes = 0;
  };
  using Entries = std::list<Entry>;  ///< most recently used first

  void erase(Entries::iterator entry);

  std::size_t bytes_max_;
  std::mutex mutex_;  ///< guards the members below
  std::size_t bytes_ = 0;
  Entries entries_;
  std::unordered_map<std::string_view, Entries::iterator> by_key_;  ///< keys point into entries_
};

}  // namespace langnghe::api
