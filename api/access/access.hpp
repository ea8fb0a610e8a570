#pragma once

#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <domain/actor.hpp>
#include <domain/ids.hpp>
#include <domain/permissions.hpp>
#include <domain/user.hpp>
#include <ledger/reader.hpp>

#include "problems/problem.hpp"

/// A signed-in user's roles in the ward, which decide what they see.
namespace langnghe::api {

/// The parts of a person that a reader is shown. The rest is `{"sealed": true}`.
enum class PersonalData {
  sealed,        ///< nothing: supervisors, the body above, administrators
  for_delivery,  ///< name and address: the clerk who brings the notice
  full,
};

struct Access {
  domain::UserId user;
  bool exists = false;
  bool enabled = false;
  std::string display_name;
  std::optional<domain::OfficialId> official;
  std::vector<domain::RoleGranted> roles;
  bool sees_all = false;              ///< every khóm
  std::vector<domain::KhomId> scope;  ///< where not: only these
  std::string view;                   ///< of who they are and what they may see: never the same
                                      ///< for two readers who are shown different things

  [[nodiscard]] bool has(domain::Role role) const;
  [[nodiscard]] bool sees(const domain::KhomId& khom) const;
  [[nodiscard]] PersonalData personal_data_in(const domain::KhomId& khom) const;
  /// The role to act in: the first of theirs that may, else the first.
  [[nodiscard]] const domain::RoleGranted& acting_role(domain::Subject subject,
                                                       std::string_view act) const;
};

/// Only a khóm head is ever limited; any other role sees the whole ward.
[[nodiscard]] bool sees_whole_ward(const domain::RoleGranted& grant);

[[nodiscard]] Access access_of(const domain::UserId& user, const domain::UserState& account);

/// Roles are read from the ledger as it is now: a role that was revoked is gone with the next
/// request. Remembers each user for as long as their stream does not grow, and asks no database
/// while the whole ledger does not. Thread-safe.
class AccessCache {
 public:
  [[nodiscard]] std::expected<std::shared_ptr<const Access>, Problem> get(
      eventstore::LedgerReader& store, const eventstore::LedgerId& ledger,
      const domain::UserId& user);

 private:
  struct Entry {
    eventstore::Version version;    ///< of the user's stream …
    std::uint64_t ledger_size = 0;  ///< … and of a ledger of so many records
    std::shared_ptr<const Access> access;
  };
  [[nodiscard]] std::shared_ptr<const Access> find(const std::string& key,
                                                   const std::function<bool(const Entry&)>& stands);
  void keep(const std::string& key, Entry entry);

  std::mutex mutex_;  ///< guards entries_
  std::unordered_map<std::string, Entry> entries_;
};

}  // namespace langnghe::api
