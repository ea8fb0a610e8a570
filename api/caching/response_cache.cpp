#include "caching/response_cache.hpp"

namespace langnghe::api {
namespace {

std::size_t bytes_of(const std::string& key, const Response& response) {
  constexpr std::size_t kOverhead = 512;
  std::size_t bytes = kOverhead + key.size() + response.body.size();
  for (const auto& [name, value] : response.headers) {
    bytes += name.size() + value.size();
  }
  return bytes;
}

}  // namespace

std::optional<Response> ResponseCache::find(const std::string& key, const Moment& moment) {
  const std::lock_guard lock(mutex_);
  const auto* known = kept_.find(key);
  return known != nullptr && known->moment.shows(moment) ? std::optional(known->response)
                                                         : std::nullopt;
}

void ResponseCache::put(const std::string& key, const Moment& moment, const Response& response) {
  const auto bytes = bytes_of(key, response);
  if (bytes > bytes_max_ / 8) {  // one answer must not push all others out
    return;
  }
  const std::lock_guard lock(mutex_);
  const auto* known = kept_.find(key);
  if (known == nullptr || !known->moment.shows(moment)) {
    kept_.put(key, {moment, response}, bytes);
  }
}

}  // namespace langnghe::api
