#include "accounts/login_sessions.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace langnghe::api {
namespace {

/// A person's devices; one more sign-in ends the session that was not used for longest.
constexpr std::ptrdiff_t kSessionsPerUserMax = 16;

}  // namespace

void LoginSessions::add(std::string_view cookie, Entry entry) {
  const Digest key = digest_of(cookie);
  const std::lock_guard lock(mutex_);
  make_room(entry.key, entry.began);
  entries_.insert_or_assign(key, std::move(entry));
}

std::optional<LoginSessions::Entry> LoginSessions::find(std::string_view cookie,
                                                        domain::Instant now) {
  const Digest key = digest_of(cookie);
  const std::lock_guard lock(mutex_);
  const auto found = entries_.find(key);
  if (found == entries_.end()) {
    return std::nullopt;
  }
  if (is_over(found->second, now)) {
    entries_.erase(found);
    return std::nullopt;
  }
  found->second.last_used = std::max(found->second.last_used, now);
  return found->second;
}

std::optional<LoginSessions::Entry> LoginSessions::look_at(std::string_view cookie,
                                                           domain::Instant now) const {
  const Digest key = digest_of(cookie);
  const std::lock_guard lock(mutex_);
  const auto found = entries_.find(key);
  return found == entries_.end() || is_over(found->second, now) ? std::nullopt
                                                                : std::optional(found->second);
}

void LoginSessions::remove(std::string_view cookie) {
  const Digest key = digest_of(cookie);
  const std::lock_guard lock(mutex_);
  entries_.erase(key);
}

void LoginSessions::set_previous(std::string_view cookie, const SignInMark& previous) {
  const Digest key = digest_of(cookie);
  const std::lock_guard lock(mutex_);
  const auto found = entries_.find(key);
  if (found != entries_.end()) {
    found->second.previous = previous;
  }
}

std::vector<LoginSessions::Entry> LoginSessions::of(const AccountKey& key,
                                                    domain::Instant now) const {
  std::vector<Entry> found;
  const std::lock_guard lock(mutex_);
  for (const auto& [digest, entry] : entries_) {
    if (entry.key == key && !is_over(entry, now)) {
      found.push_back(entry);
    }
  }
  return found;
}

void LoginSessions::remove_all_of(const AccountKey& key) {
  const std::lock_guard lock(mutex_);
  std::erase_if(entries_, [&](const auto& entry) { return entry.second.key == key; });
}

bool LoginSessions::is_over(const Entry& entry, domain::Instant now) const {
  return now >= entry.last_used + idle_ || now >= entry.began + absolute_;
}

void LoginSessions::make_room(const AccountKey& key, domain::Instant now) {
  std::erase_if(entries_, [&](const auto& entry) { return is_over(entry.second, now); });
  const auto is_theirs = [&](const auto& entry) { return entry.second.key == key; };
  if (std::ranges::count_if(entries_, is_theirs) < kSessionsPerUserMax) {
    return;
  }
  auto stalest = entries_.end();
  for (auto at = entries_.begin(); at != entries_.end(); ++at) {
    if (is_theirs(*at) &&
        (stalest == entries_.end() || at->second.last_used < stalest->second.last_used)) {
      stalest = at;
    }
  }
  entries_.erase(stalest);
}

}  // namespace langnghe::api
