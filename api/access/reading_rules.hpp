#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <domain/actor.hpp>
#include <domain/permissions.hpp>

#include "access/access.hpp"

/// The one table of reading rights. Every read over HTTP asks it, whatever form it answers in.
namespace langnghe::api {

struct ReadRule {
  std::string_view read;  ///< the route below the ward: `issues/{id}`
  domain::InlineList<domain::Role, 8> roles;
  /// Of the ward as a whole: not for who is limited to some khóm.
  bool whole_ward = false;
  /// Also for the person the path names, whatever their role.
  bool own = false;
};

/// Every read that asks for a sign-in.
[[nodiscard]] std::span<const ReadRule> read_rules();
[[nodiscard]] const ReadRule* find_read_rule(std::string_view read);
/// May this reader ask for it at all? What of it they are shown is the resource's business. `named`
/// is the user of the path, where there is one.
[[nodiscard]] bool may_read(const ReadRule& rule, const Access& access, std::string_view named);

/// Records of one type that not everybody who may read the ledger may read.
struct RecordRule {
  std::string_view type;
  domain::InlineList<domain::Role, 8> roles;
};
[[nodiscard]] std::span<const RecordRule> record_rules();
/// In whatever form a record is shown: the list of events, a history, what changed meanwhile.
[[nodiscard]] bool may_read_record(const Access& access, std::string_view type);
/// For forms that cannot leave one out, as bundles of bytes whose hash is proven.
[[nodiscard]] bool may_read_every_record(const Access& access);

/// Is a thing behind a figure named with its words, or with its identifier alone?
[[nodiscard]] bool may_read_behind_figures(const Access& access);

}  // namespace langnghe::api
