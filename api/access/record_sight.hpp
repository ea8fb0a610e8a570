#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <domain/permissions.hpp>
#include <projections/views.hpp>

#include "access/access.hpp"

/// The records of a ledger that a reader is told of, one by one: the same that reads of the streams
/// tell, with the roles and the khóm of this moment.
namespace langnghe::api {

/// The kind of a stream by its name; nothing for a name that no stream has.
[[nodiscard]] std::optional<domain::Subject> subject_of(std::string_view stream);
/// The part of its name after the kind: `i-1` of `issue-i-1`; empty where there is none.
[[nodiscard]] std::string_view object_of(std::string_view stream);

/// Of which khóm an issue, a dialogue or a resident is; nothing for what is of none, as a
/// denunciation. Throws ViewFault.
[[nodiscard]] std::optional<domain::KhomId> khom_of_stream(const projections::Snapshot& snapshot,
                                                           std::string_view stream);

/// Belongs to one request or one turn of a stream; both arguments must outlive it.
class RecordSight {
 public:
  RecordSight(const Access& access, const projections::Snapshot& snapshot);

  /// May the reader be told that there is this record? Throws ViewFault.
  [[nodiscard]] bool sees(std::string_view stream, std::string_view type);
  /// And whose act it is? Reads of some streams do not say that.
  [[nodiscard]] bool sees_actor(std::string_view stream) const;

 private:
  [[nodiscard]] bool sees_stream(std::string_view stream) const;

  const Access& access_;
  const projections::Snapshot& snapshot_;
  const bool reads_events_;
  std::map<std::string, bool, std::less<>> streams_;  ///< those looked at already
};

}  // namespace langnghe::api
