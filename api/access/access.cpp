#include "access/access.hpp"

#include <algorithm>
#include <variant>

#include "bytes/digest.hpp"
#include "problems/failures.hpp"
#include "streams/stream_state.hpp"

namespace langnghe::api {
namespace {

using domain::Role;

bool covers(const domain::RoleGranted& grant, const domain::KhomId& khom) {
  return grant.khoms.empty() || std::ranges::find(grant.khoms, khom) != grant.khoms.end();
}

/// Some of what is shown depends on the person and not on the roles alone: an officer may accept
/// what was assigned to them.
std::string view_of(const Access& access) {
  std::vector<std::string> grants;
  for (const auto& grant : access.roles) {
    std::string text(domain::to_text(grant.role));
    for (const auto& khom : grant.khoms) {
      text += ',' + khom.value;
    }
    grants.push_back(std::move(text));
  }
  std::ranges::sort(grants);
  auto text = access.user.value;
  for (const auto& grant : grants) {
    text += '\n' + grant;
  }
  constexpr std::size_t kDigits = 12;
  return sha256_hex(text).substr(0, kDigits);
}

}  // namespace

bool sees_whole_ward(const domain::RoleGranted& grant) {
  return grant.role != Role::khom_head || grant.khoms.empty();
}

bool Access::has(Role role) const {
  return std::ranges::find(roles, role, &domain::RoleGranted::role) != roles.end();
}

bool Access::sees(const domain::KhomId& khom) const {
  return sees_all || std::ranges::find(scope, khom) != scope.end();
}

PersonalData Access::personal_data_in(const domain::KhomId& khom) const {
  auto most = PersonalData::sealed;
  for (const auto& grant : roles) {
    switch (grant.role) {
      case Role::chair:
      case Role::cchc_officer:
      case Role::officer:
        return PersonalData::full;
      case Role::khom_head:
        most = covers(grant, khom) ? PersonalData::full : most;
        break;
      case Role::clerk:
        most = std::max(most, PersonalData::for_delivery);
        break;
      case Role::supervisor:
      case Role::home_affairs:
      case Role::admin:
      case Role::system:
      case Role::case_holder:
        break;
    }
  }
  return most;
}

const domain::RoleGranted& Access::acting_role(domain::Subject subject,
                                               std::string_view act) const {
  const auto* rule = domain::find_rule(subject, act);
  for (const auto& grant : roles) {
    if (rule != nullptr && domain::role_may(*rule, grant.role)) {
      return grant;
    }
  }
  return roles.front();
}

Access access_of(const domain::UserId& user, const domain::UserState& account) {
  Access access;
  access.user = user;
  access.exists = account.exists;
  access.enabled = account.enabled;
  access.display_name = account.registration.display_name;
  access.official = account.registration.official;
  access.roles = account.roles;
  for (const auto& grant : access.roles) {
    access.sees_all = access.sees_all || sees_whole_ward(grant);
    access.scope.insert(access.scope.end(), grant.khoms.begin(), grant.khoms.end());
  }
  access.view = view_of(access);
  return access;
}

std::expected<std::shared_ptr<const Access>, Problem> AccessCache::get(
    eventstore::LedgerReader& store, const eventstore::LedgerId& ledger,
    const domain::UserId& user) {
  const auto key = ledger.value + '/' + user.value;
  // Asked before the version: what comes in between makes the ledger longer, and is looked for.
  const auto size = store.size(ledger);
  if (!size) {
    return fail(store_problem(size.error()));
  }
  if (auto known = find(key, [&](const Entry& entry) { return entry.ledger_size == *size; })) {
    return known;
  }
  const auto stream = domain::stream_of(user);
  const auto version = store.version_of(ledger, {stream.value});
  if (!version) {
    return fail(store_problem(version.error()));
  }
  auto access = find(key, [&](const Entry& entry) { return entry.version == *version; });
  if (!access) {
    const auto state = state_at(store, ledger, stream, *version);
    if (!state) {
      return fail(state.error());
    }
    access = std::make_shared<const Access>(access_of(user, std::get<domain::UserState>(*state)));
  }
  keep(key, {*version, *size, access});
  return access;
}

std::shared_ptr<const Access> AccessCache::find(const std::string& key,
                                                const std::function<bool(const Entry&)>& stands) {
  const std::lock_guard lock(mutex_);
  const auto found = entries_.find(key);
  return found != entries_.end() && stands(found->second) ? found->second.access : nullptr;
}

void AccessCache::keep(const std::string& key, Entry entry) {
  constexpr std::size_t kEntriesMax = 4'096;
  const std::lock_guard lock(mutex_);
  if (entries_.size() >= kEntriesMax) {
    entries_.clear();
  }
  entries_[key] = std::move(entry);
}

}  // namespace langnghe::api
