#include "caching/response_cache.hpp"

#include <iterator>

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
  const auto found = by_key_.find(key);
  if (found == by_key_.end()) {
    return std::nullopt;
  }
  const auto entry = found->second;
  if (!entry->moment.shows(moment)) {
    return std::nullopt;
  }
  entries_.splice(entries_.begin(), entries_, entry);
  return entry->response;
}

void ResponseCache::put(const std::string& key, const Moment& moment, const Response& response) {
  const auto bytes = bytes_of(key, response);
  if (bytes > bytes_max_ / 8) {  // one answer must not push all others out
    return;
  }
  const std::lock_guard lock(mutex_);
  if (const auto found = by_key_.find(key); found != by_key_.end()) {
    if (found->second->moment.shows(moment)) {
      return;
    }
    erase(found->second);
  }
  entries_.push_front({key, moment, response, bytes});
  by_key_.emplace(entries_.front().key, entries_.begin());
  bytes_ += bytes;
  while (bytes_ > bytes_max_) {
    erase(std::prev(entries_.end()));
  }
}

void ResponseCache::erase(Entries::iterator entry) {
  bytes_ -= entry->bytes;
  by_key_.erase(entry->key);
  entries_.erase(entry);
}

}  // namespace langnghe::api
