#pragma once

#include <set>
#include <string>
#include <vector>

#include <transparency/checkpoint.hpp>

#include "checking/log_source.hpp"

namespace langnghe::tools {

struct LogCheckRequest {
  eventstore::Checkpoint head;                  ///< whose signatures were found good
  std::vector<eventstore::Checkpoint> older{};  ///< of at most its size
  bool hashes_only = false;  ///< the tree alone: for who may not read the records
};

struct LogFindings {
  std::uint64_t streams = 0;
  std::set<std::string> files{};  ///< the attachments that the records name
  /// Those of `older` that the log does not continue: it was written anew since.
  std::vector<eventstore::Checkpoint> not_continued{};
};

/// Reads the whole log from its source and checks every record, every tile, and that they give the
/// root of the head: the one check, whether of a folder or of a server. Holds one bundle, the open
/// tiles and each stream's version, never the log. Throws VerifyFault where anything is not as the
/// head says, or cannot be read.
[[nodiscard]] LogFindings check_log(LogSource& source, const LogCheckRequest& request);

}  // namespace langnghe::tools
