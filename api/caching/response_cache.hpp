#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>

#include <api/http_types.hpp>
#include <domain/time.hpp>

#include "caching/kept_by_use.hpp"

namespace langnghe::api {

/// Answers of reads that hold no opened personal data. One is given to who asks for the records it
/// shows, or fewer, on the same day. The least recently used go first when the bytes are too many.
/// Thread-safe.
class ResponseCache {
 public:
  /// The state that an answer shows, or has to show.
  struct Moment {
    std::uint64_t ledger_size = 0;
    domain::Date today{};
    std::uint64_t views = 0;  ///< `Snapshot::definition`

    [[nodiscard]] bool shows(const Moment& asked) const {
      return ledger_size >= asked.ledger_size && today == asked.today && views == asked.views;
    }
  };

  explicit ResponseCache(std::size_t bytes_max) : bytes_max_(bytes_max), kept_(bytes_max) {}

  [[nodiscard]] std::optional<Response> find(const std::string& key, const Moment& moment);
  void put(const std::string& key, const Moment& moment, const Response& response);

 private:
  struct Shown {
    Moment moment;
    Response response;
  };

  std::size_t bytes_max_;
  std::mutex mutex_;  ///< guards kept_
  KeptByUse<Shown> kept_;
};

}  // namespace langnghe::api
