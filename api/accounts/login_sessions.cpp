#include "accounts/login_sessions.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

#include <log/log.hpp>

#include "accounts/private_file.hpp"

namespace langnghe::api {
namespace {

/// A person's devices; one more sign-in ends the session that was not used for longest.
constexpr std::ptrdiff_t kSessionsPerUserMax = 16;
/// A use is written down at most so often: each time is a file replaced. After a restart a session
/// ends by so much earlier, never later.
constexpr std::chrono::minutes kUseIsKeptEvery{5};

}  // namespace

void LoginSessions::load(domain::Instant now) {
  constexpr std::string_view kAnew = "; whoever was signed in signs in anew";
  const auto file = read_private_file(file_);
  if (!file) {
    log::error("sessions.json cannot be read: " + file.error().message() + std::string(kAnew));
    return;
  }
  if (!file->open_file) {
    return;
  }
  auto kept = sessions_from_json(file->text);
  if (!kept) {
    log::error("sessions.json is damaged" + std::string(kAnew));
    return;
  }
  const std::lock_guard lock(mutex_);
  for (auto& [cookie, session] : *kept) {
    // A clock that was set back must not lengthen a session.
    if (session.began <= now && !is_over(session, now)) {
      session.last_used = std::min(session.last_used, now);
      const auto used = session.last_used;
      held_.insert_or_assign(cookie, Held{std::move(session), true, used});
    }
  }
}

void LoginSessions::add(std::string_view cookie, StoredSession session) {
  const Digest digest = digest_of(cookie);
  const std::lock_guard lock(mutex_);
  make_room(session.key, session.began);
  held_.insert_or_assign(digest, Held{std::move(session), false, {}});
}

void LoginSessions::keep(std::string_view cookie, const SignInMark& previous) {
  {
    const std::lock_guard lock(mutex_);
    const auto found = held_.find(digest_of(cookie));
    if (found == held_.end()) {
      return;
    }
    auto& held = found->second;
    held.session.previous = previous;
    held.is_kept = true;
    held.use_kept = held.session.last_used;
    ++changes_;
  }
  if (!write()) {
    log::warning("sessions.json cannot be written: a restart signs people out");
  }
}

std::optional<LoginSessions::Entry> LoginSessions::find(std::string_view cookie,
                                                        domain::Instant now) {
  const Digest digest = digest_of(cookie);
  bool is_news = false;
  std::optional<Entry> entry;
  {
    const std::lock_guard lock(mutex_);
    const auto found = held_.find(digest);
    if (found == held_.end()) {
      return std::nullopt;
    }
    auto& held = found->second;
    if (is_over(held.session, now)) {
      // The file may keep it: it is over there too.
      held_.erase(found);
      return std::nullopt;
    }
    held.session.last_used = std::max(held.session.last_used, now);
    is_news = held.is_kept && held.session.last_used >= held.use_kept + kUseIsKeptEvery;
    if (is_news) {
      held.use_kept = held.session.last_used;
      ++changes_;
    }
    entry = entry_of(digest, held.session);
  }
  if (is_news) {
    write();  // a failure does not stop the session; the next use tries again in five minutes
  }
  return entry;
}

std::optional<LoginSessions::Entry> LoginSessions::look_at(std::string_view cookie,
                                                           domain::Instant now) const {
  const Digest digest = digest_of(cookie);
  const std::lock_guard lock(mutex_);
  const auto found = held_.find(digest);
  return found == held_.end() || is_over(found->second.session, now)
             ? std::nullopt
             : std::optional(entry_of(digest, found->second.session));
}

std::vector<LoginSessions::Entry> LoginSessions::of(const AccountKey& key,
                                                    domain::Instant now) const {
  std::vector<Entry> found;
  const std::lock_guard lock(mutex_);
  for (const auto& [digest, held] : held_) {
    if (held.session.key == key && !is_over(held.session, now)) {
      found.push_back(entry_of(digest, held.session));
    }
  }
  return found;
}

bool LoginSessions::remove(std::string_view cookie) {
  {
    const std::lock_guard lock(mutex_);
    const auto found = held_.find(digest_of(cookie));
    if (found == held_.end()) {
      return true;
    }
    erase(found);
  }
  return write();
}

bool LoginSessions::remove_all_of(const AccountKey& key) {
  {
    const std::lock_guard lock(mutex_);
    for (auto at = held_.begin(); at != held_.end();) {
      const auto next = std::next(at);
      if (at->second.session.key == key) {
        erase(at);
      }
      at = next;
    }
  }
  return write();
}

std::optional<bool> LoginSessions::remove_one_of(const AccountKey& key, std::string_view id) {
  {
    const std::lock_guard lock(mutex_);
    const auto found = std::ranges::find_if(held_, [&](const auto& each) {
      return each.second.session.key == key && public_id(each.first) == id;
    });
    if (found == held_.end()) {
      return std::nullopt;
    }
    erase(found);
  }
  return write();
}

bool LoginSessions::is_over(const StoredSession& session, domain::Instant now) const {
  return now >= session.last_used + idle_ || now >= session.began + absolute_;
}

void LoginSessions::make_room(const AccountKey& key, domain::Instant now) {
  std::erase_if(held_, [&](const auto& each) { return is_over(each.second.session, now); });
  const auto is_theirs = [&](const auto& each) { return each.second.session.key == key; };
  if (std::ranges::count_if(held_, is_theirs) < kSessionsPerUserMax) {
    return;
  }
  auto stalest = held_.end();
  for (auto at = held_.begin(); at != held_.end(); ++at) {
    if (is_theirs(*at) && (stalest == held_.end() ||
                           at->second.session.last_used < stalest->second.session.last_used)) {
      stalest = at;
    }
  }
  erase(stalest);
}

void LoginSessions::erase(Map::iterator held) {
  if (held->second.is_kept) {
    ++changes_;
  }
  held_.erase(held);
}

LoginSessions::Entry LoginSessions::entry_of(const Digest& cookie, const StoredSession& session) {
  return {session, public_id(cookie)};
}

bool LoginSessions::write() {
  const std::lock_guard writing(writing_);
  SessionBook book;
  std::uint64_t changes = 0;
  {
    const std::lock_guard lock(mutex_);
    if (written_ == changes_) {
      return true;  // nothing to write, or whoever wrote last wrote this too
    }
    changes = changes_;
    for (const auto& [cookie, held] : held_) {
      if (held.is_kept) {
        book.emplace(cookie, held.session);
      }
    }
  }
  if (!replace_private_file(file_, to_json(book))) {
    return false;
  }
  const std::lock_guard lock(mutex_);
  written_ = changes;
  return true;
}

}  // namespace langnghe::api
